package dev.easel.adapter.sandbox;

import dev.easel.domain.cost.CostLine;
import dev.easel.domain.cost.LineClass;
import dev.easel.domain.cost.Pricing;
import dev.easel.domain.image.Fields;
import java.time.LocalDate;
import java.util.List;

/// The `usage` of an answer, from the same arithmetic that estimates costs.
final class UsageReport {

  private static final long NANOS_PER_TOKEN_OF_EIGHT_DOLLARS = 8_000;

  private UsageReport() {}

  static Fields of(Commissioned order, Pricing pricing, LocalDate day) {
    List<CostLine> lines = pricing.estimate(order.request(), day).lines();
    long text = tokens(lines, LineClass.TEXT_INPUT);
    long image = tokens(lines, LineClass.IMAGE_INPUT);
    long output = tokens(lines, LineClass.IMAGE_OUTPUT) + tokens(lines, LineClass.PARTIAL_IMAGE);
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

  private static long tokens(List<CostLine> lines, LineClass lineClass) {
    return lines.stream()
        .filter(line -> line.lineClass() == lineClass)
        .mapToLong(UsageReport::tokens)
        .sum();
  }

  /// A line that is priced by the picture has no tokens; those of gpt-image-1-mini, the one model
  /// so priced, follow from its price of 8 USD for a million.
  private static long tokens(CostLine line) {
    return line.per() == 1
        ? line.amount().nanos() / NANOS_PER_TOKEN_OF_EIGHT_DOLLARS
        : line.quantity();
  }
}
