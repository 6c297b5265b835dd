package dev.easel.adapter.sandbox;

import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.ImageSize;
import dev.easel.domain.image.ModelCard;
import java.util.List;
import java.util.Optional;

/// A request with everything decided that it leaves open.
///
/// @param gpt whether the model is one of those that report usage and answer in base64 alone
record Commissioned(
    ImageRequest request,
    Materials materials,
    ImageSize size,
    String quality,
    String format,
    String background,
    boolean gpt) {

  private static final ImageSize SQUARE = new ImageSize(1024, 1024);
  private static final List<ImageSize> SHAPES =
      List.of(SQUARE, new ImageSize(1536, 1024), new ImageSize(1024, 1536));

  static Commissioned of(ImageRequest asked, ModelCard card, Materials materials) {
    ImageSize size =
        chosen(asked.size(), card.sizes().auto(), card.defaultSize())
            .map(text -> ImageSize.parse(text).orElse(SQUARE))
            .orElseGet(() -> shape(asked.prompt(), materials));
    String quality =
        chosen(asked.quality(), card.qualities().contains("auto"), card.defaultQuality())
            .orElse("medium");
    return new Commissioned(
        asked.withParameters(
            asked.parameters().with("size", size.toString()).with("quality", quality)),
        materials,
        size,
        quality,
        asked.outputFormat().orElse("png"),
        chosen(asked.parameters().text("background"), true, "auto").orElse("opaque"),
        !card.id().startsWith("dall-e"));
  }

  /// The word in force; empty when it is left to the model.
  private static Optional<String> chosen(Optional<String> asked, boolean auto, String standard) {
    return Optional.of(asked.orElse(auto ? "auto" : standard)).filter(word -> !word.equals("auto"));
  }

  /// The shape most like the picture to change; without one it is the prompt that tells.
  private static ImageSize shape(String prompt, Materials materials) {
    if (materials.sizes().isEmpty()) {
      return SHAPES.get(Math.floorMod(prompt.hashCode(), SHAPES.size()));
    }
    ImageSize first = materials.sizes().getFirst();
    if (4L * first.longer() < 5L * first.shorter()) {
      return SQUARE;
    }
    return SHAPES.get(first.width() > first.height() ? 1 : 2);
  }

  /// What the answer says it used.
  Fields actual() {
    Fields parameters = request.parameters();
    return Fields.NONE
        .with("background", background)
        .with("output_format", format)
        .with("quality", quality)
        .with("size", size.toString())
        .withPresent(
            "safety_identifier",
            parameters
                .text("safety_identifier")
                .filter(given -> !given.isEmpty())
                .or(() -> parameters.text("user"))
                .orElse(null));
  }

  boolean transparent() {
    return background.equals("transparent");
  }

  /// The seed asked for, which OpenAI does not have, or the same one for all.
  long seed() {
    return request.seed().orElse(0);
  }

  /// How many pictures.
  int n() {
    return Math.toIntExact(request.n());
  }

  /// How many unfinished pictures of each.
  int partials() {
    return Math.toIntExact(request.partialImages());
  }
}
