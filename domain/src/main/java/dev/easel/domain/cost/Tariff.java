package dev.easel.domain.cost;

import dev.easel.domain.cost.Price.Choice;
import dev.easel.domain.cost.Price.PerImage;
import dev.easel.domain.cost.Price.PerToken;
import dev.easel.domain.cost.Price.Rates;
import dev.easel.domain.image.Nullable;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Makes the lines of a cost at one price.
record Tariff(Price price) {

  /// The line for so many tokens of a class; empty for none, and for a class without a rate.
  static Optional<CostLine> tokens(
      Price price, PerToken terms, LineClass lineClass, long quantity, boolean assumed) {
    Money rate = rate(terms.rates(), lineClass);
    return rate == null || quantity == 0
        ? Optional.empty()
        : Optional.of(
            CostLine.of(lineClass, quantity, rate, CostLine.MILLION, price.source(), assumed));
  }

  static @Nullable Money rate(Rates rates, LineClass lineClass) {
    return switch (lineClass) {
      case IMAGE_OUTPUT, PARTIAL_IMAGE -> rates.imageOutput();
      case TEXT_INPUT -> rates.textInput();
      case IMAGE_INPUT -> rates.imageInput();
      case TEXT_OUTPUT -> rates.textOutput();
      case PER_IMAGE -> null;
    };
  }

  /// The lines of so many finished pictures; empty where the price does not say.
  Optional<Span> pictures(Choice choice, long pictures, boolean assumed) {
    return switch (price.terms()) {
      case PerImage terms -> each(terms.rows(), choice, pictures, false);
      case PerToken terms -> byTokens(terms, choice, pictures, assumed);
    };
  }

  private Optional<Span> byTokens(PerToken terms, Choice choice, long pictures, boolean assumed) {
    if (terms.output() instanceof Price.Published published) {
      return each(published.rows(), choice, pictures, true);
    }
    return OutputTokens.of(terms.output(), choice)
        .map(tokens ->
            Span.of(
                output(terms, Math.multiplyExact(tokens.low(), pictures), assumed),
                output(terms, Math.multiplyExact(tokens.high(), pictures), assumed)));
  }

  private CostLine output(PerToken terms, long quantity, boolean assumed) {
    Money rate = terms.rates().imageOutput();
    return CostLine.of(
        LineClass.IMAGE_OUTPUT, quantity, rate, CostLine.MILLION, price.source(), assumed);
  }

  private Optional<Span> each(
      List<PerImage.Each> rows, Choice choice, long pictures, boolean assumed) {
    boolean open = choice.anySize() || choice.anyQuality();
    List<Money> prices =
        rows.stream()
            .filter(row -> holds(row, choice))
            .map(PerImage.Each::each)
            .limit(open ? Long.MAX_VALUE : 1)
            .toList();
    return prices.stream()
        .min(Comparator.naturalOrder())
        .map(least ->
            Span.of(
                perImage(least, pictures, assumed),
                perImage(prices.stream().reduce(least, Tariff::dearer), pictures, assumed)));
  }

  private static boolean holds(PerImage.Each row, Choice choice) {
    boolean size =
        row.size() == null || choice.anySize() || row.size().toString().equals(choice.size());
    boolean quality =
        row.quality() == null || choice.anyQuality() || row.quality().equals(choice.quality());
    return size && quality;
  }

  private CostLine perImage(Money each, long pictures, boolean assumed) {
    return CostLine.of(LineClass.PER_IMAGE, pictures, each, 1, price.source(), assumed);
  }

  static Money dearer(Money one, Money other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
