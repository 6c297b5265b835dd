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
    ImageSize size,
    String quality,
    String format,
    String background,
    boolean gpt) {

  private static final List<String> SHAPES = List.of("1024x1024", "1536x1024", "1024x1536");

  static Commissioned of(ImageRequest asked, ModelCard card) {
    boolean gpt = !card.id().startsWith("dall-e");
    String size = decided(asked.size(), card.defaultSize(), shape(asked.prompt()));
    String quality = decided(asked.quality(), card.defaultQuality(), "medium");
    String background = decided(asked.parameters().text("background"), "opaque", "opaque");
    return new Commissioned(
        asked.withParameters(asked.parameters().with("size", size).with("quality", quality)),
        ImageSize.parse(size).orElse(new ImageSize(1024, 1024)),
        quality,
        asked.outputFormat().orElse("png"),
        background,
        gpt);
  }

  private static String decided(Optional<String> asked, String standard, String ofAuto) {
    return asked.orElse(standard).equals("auto") ? ofAuto : asked.orElse(standard);
  }

  private static String shape(String prompt) {
    return SHAPES.get(Math.floorMod(prompt.hashCode(), SHAPES.size()));
  }

  /// What the answer says it used.
  Fields actual() {
    return Fields.NONE
        .with("background", background)
        .with("output_format", format)
        .with("quality", quality)
        .with("size", size.toString());
  }

  boolean transparent() {
    return background.equals("transparent");
  }

  /// The seed asked for, which OpenAI does not have, or the same one for the same prompt.
  long seed() {
    return request.seed().orElse(0);
  }

  /// How many pictures.
  int n() {
    return Math.toIntExact(request.n());
  }
}
