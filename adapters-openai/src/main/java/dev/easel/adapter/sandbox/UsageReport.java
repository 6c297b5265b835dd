package dev.easel.adapter.sandbox;

import dev.easel.domain.cost.Money;
import dev.easel.domain.cost.OutputTokens;
import dev.easel.domain.cost.Price;
import dev.easel.domain.cost.Pricing;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageSize;
import dev.easel.domain.image.Nullable;
import java.time.LocalDate;
import java.util.OptionalLong;

/// The `usage` of an answer, by the arithmetic of the price book: exact where an estimate is exact,
/// else within its bounds. Where the price book does not say, it is that of gpt-image-2.
final class UsageReport {

  private static final int MEDIUM = 48;
  private static final long PROMPT_OVERHEAD = 6;
  private static final long PARTIAL_IMAGE = 100;
  private static final int PATCH = 32;
  private static final int MAGNIFIED_TO = 1024;
  private static final long MOST_PATCHES = 1536;
  private static final long MILLION = 1_000_000;

  private final Commissioned order;
  private final Pricing pricing;
  private final Price.@Nullable PerToken terms;

  private UsageReport(Commissioned order, Pricing pricing, Price.@Nullable PerToken terms) {
    this.order = order;
    this.pricing = pricing;
    this.terms = terms;
  }

  /// The usage of so many pictures: each is counted as a request of its own.
  static Fields of(Commissioned order, Pricing pricing, LocalDate day, int pictures) {
    Price.PerToken terms =
        pricing
            .book()
            .price("openai", order.request().model(), day)
            .map(Price::terms)
            .filter(Price.PerToken.class::isInstance)
            .map(Price.PerToken.class::cast)
            .orElse(null);
    return new UsageReport(order, pricing, terms).fields(pictures);
  }

  private Fields fields(int pictures) {
    long text = textTokens() * pictures;
    long image = order.materials().sizes().stream().mapToLong(this::patches).sum() * pictures;
    long output = outputTokens() * pictures;
    return Fields.NONE
        .with("input_tokens", text + image)
        .with("input_tokens_details", details(text, image))
        .with("output_tokens", output)
        .with("output_tokens_details", details(0, output))
        .with("total_tokens", text + image + output);
  }

  private static Fields details(long text, long image) {
    return Fields.NONE.with("text_tokens", text).with("image_tokens", image);
  }

  private long textTokens() {
    long overhead = terms == null ? PROMPT_OVERHEAD : terms.promptOverhead();
    return pricing.tokens().count(order.request().prompt()) + overhead;
  }

  /// Patches of 32 pixels, small pictures magnified up to twice, large ones brought down to the
  /// budget.
  private long patches(ImageSize size) {
    double magnified = Math.clamp(MAGNIFIED_TO / (double) size.longer(), 1, 2);
    double patches = magnified * magnified * size.pixels() / (PATCH * PATCH);
    long most =
        terms == null || terms.reference() == null ? MOST_PATCHES : terms.reference().high();
    return Math.clamp((long) Math.ceil(patches), 1, most);
  }

  private long outputTokens() {
    long partial = terms == null ? PARTIAL_IMAGE : terms.partialImage();
    return pictureTokens().orElse(OutputTokens.formula(MEDIUM, order.size()))
            * Drawing.frames(order)
        + partial * order.partials();
  }

  private OptionalLong pictureTokens() {
    if (terms == null) {
      return OptionalLong.empty();
    }
    return terms.output() instanceof Price.Published published
        ? published(published, terms.rates().imageOutput())
        : OutputTokens.of(
                terms.output(), new Price.Choice(order.size().toString(), order.quality()))
            .map(bounds -> OptionalLong.of((bounds.low() + bounds.high()) / 2))
            .orElse(OptionalLong.empty());
  }

  /// The tokens that a published price pays for.
  private OptionalLong published(Price.Published published, Money perMillion) {
    return published.rows().stream()
        .filter(row -> row.size() == null || row.size().equals(order.size()))
        .filter(row -> row.quality() == null || row.quality().equals(order.quality()))
        .mapToLong(row -> Math.multiplyExact(row.each().nanos(), MILLION) / perMillion.nanos())
        .findFirst();
  }
}
