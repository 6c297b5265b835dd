package dev.easel.benchmark.history;

import dev.easel.domain.cost.Cost;
import dev.easel.domain.cost.CostBasis;
import dev.easel.domain.cost.CostLine;
import dev.easel.domain.cost.LineClass;
import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import java.util.List;

/// A model at a size and a quality, and what it charges.
///
/// @param share of all requests, in thousandths
/// @param tokens of a picture, 0 when pictures have a price each
/// @param text the price of a million tokens of text; nothing when pictures have a price each
/// @param price of a million tokens of a picture, or of a picture
record Product(
    int share,
    String model,
    int width,
    int height,
    @Nullable String quality,
    long tokens,
    Money text,
    Money price) {

  /// All that are asked for.
  static final List<Product> ALL =
      List.of(
          tokens(230, "gpt-image-2", 1024, 1024, "medium", 1_756),
          tokens(110, "gpt-image-2", 1536, 1024, "medium", 1_372),
          tokens(90, "gpt-image-2", 1024, 1536, "low", 158),
          tokens(60, "gpt-image-2", 1024, 1024, "high", 7_024),
          tokens(70, "gpt-image-1", 1024, 1024, "medium", 1_056),
          tokens(60, "gpt-image-1", 1536, 1024, "high", 6_208),
          tokens(70, "gpt-image-1-mini", 1024, 1024, "low", 272),
          pictures(90, "dall-e-3", 1024, 1024, "standard", "0.04"),
          pictures(50, "dall-e-3", 1792, 1024, "hd", "0.12"),
          pictures(90, "dall-e-2", 1024, 1024, null, "0.02"),
          pictures(80, "dall-e-2", 512, 512, null, "0.018"));

  private static final String PRICES = "https://developers.openai.com/api/docs/models/";
  private static final String BOOK = "2026-11-23";

  private static Product tokens(
      int share, String model, int width, int height, String quality, long tokens) {
    Money price = Money.ofUsd(model.endsWith("mini") ? "8" : model.endsWith("2") ? "30" : "40");
    Money text = Money.ofUsd(model.endsWith("mini") ? "2" : "5");
    return new Product(share, model, width, height, quality, tokens, text, price);
  }

  private static Product pictures(
      int share, String model, int width, int height, @Nullable String quality, String usd) {
    return new Product(share, model, width, height, quality, 0, Money.ZERO, Money.ofUsd(usd));
  }

  /// The size as the API spells it.
  String size() {
    return width + "x" + height;
  }

  /// So many pictures of it.
  Wish wish(int pictures) {
    return new Wish(this, pictures, requested(pictures), sent(pictures), actual());
  }

  /// Some pictures of a product.
  ///
  /// @param requested what is asked for
  /// @param sent what goes to the provider
  /// @param actual what the provider says it used
  record Wish(Product product, int pictures, Fields requested, Fields sent, Fields actual) {}

  private Fields requested(int pictures) {
    Fields fields = Fields.NONE.with("size", size()).withPresent("quality", quality);
    return pictures == 1 ? fields : fields.with("n", pictures);
  }

  private Fields sent(int pictures) {
    return Fields.NONE.with("model", model).plus(requested(pictures));
  }

  private Fields actual() {
    return tokens == 0
        ? Fields.NONE
        : Fields.NONE
            .with("background", "opaque")
            .with("output_format", "png")
            .withPresent("quality", quality)
            .with("size", size());
  }

  /// What the provider says it counted; null when it counts nothing.
  ///
  /// @param input tokens of the prompt
  @Nullable
  Fields usage(int pictures, long input) {
    if (tokens == 0) {
      return null;
    }
    long output = tokens * pictures;
    return Fields.NONE
        .with("input_tokens", input)
        .with(
            "input_tokens_details", Fields.NONE.with("text_tokens", input).with("image_tokens", 0))
        .with("output_tokens", output)
        .with("total_tokens", input + output);
  }

  /// What so many pictures cost.
  Cost cost(int pictures, long input) {
    String source = PRICES + model;
    if (tokens == 0) {
      return new Cost(
          price.times(pictures),
          CostBasis.TABLE,
          List.of(CostLine.of(LineClass.PER_IMAGE, pictures, price, 1, source, false)),
          BOOK);
    }
    CostLine words =
        CostLine.of(LineClass.TEXT_INPUT, input, text, CostLine.MILLION, source, false);
    CostLine made =
        CostLine.of(
            LineClass.IMAGE_OUTPUT, tokens * pictures, price, CostLine.MILLION, source, false);
    return new Cost(
        words.amount().plus(made.amount()), CostBasis.USAGE, List.of(words, made), BOOK);
  }
}
