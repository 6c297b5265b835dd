package dev.easel.adapter.openai;

import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.ImageSize;
import dev.easel.domain.image.Operation;
import java.util.Optional;

/// Together: width and height instead of a size, `seed` and `steps`, `base64` where others say
/// `b64_json`. It edits through its generations route with `image_url` or `reference_images`.
record TogetherWording() implements Wording {

  private static final PicturesInJson PICTURES =
      new PicturesInJson(
          "Together", GENERATIONS, "image_url", "reference_images", JsonBody.Shape.DATA_URL);

  @Override
  public Draft draft(ImageRequest request) {
    Fields given = Wording.withoutAutoSize(Wording.given(request));
    Fields asked = inBase64(given.without("size"));
    Optional<String> size = given.text("size");
    if (size.isEmpty() || asked.has("width") || asked.has("height")) {
      return draft(request, asked);
    }
    Optional<ImageSize> pixels = ImageSize.parse(size.get());
    return pixels.isEmpty()
        ? new Draft.Unsayable(unsayable(size.get()))
        : draft(request, edges(pixels.get()).plus(asked));
  }

  private static String unsayable(String size) {
    return "Together takes a width and a height, and the size "
        + size
        + " names neither;"
        + " ask for a size such as 1024x768";
  }

  private static Fields edges(ImageSize size) {
    return Fields.NONE.with("width", size.width()).with("height", size.height());
  }

  private static Fields inBase64(Fields fields) {
    String wanted = fields.text("response_format").orElse("b64_json");
    return wanted.equals("b64_json") ? fields.with("response_format", "base64") : fields;
  }

  private static Draft draft(ImageRequest request, Fields fields) {
    return request.operation() == Operation.GENERATE
        ? Wording.json(GENERATIONS, request, fields)
        : PICTURES.draft(request, fields);
  }
}
