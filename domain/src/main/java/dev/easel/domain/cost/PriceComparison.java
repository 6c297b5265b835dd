package dev.easel.domain.cost;

import dev.easel.domain.cost.Price.PerImage;
import dev.easel.domain.cost.Price.PerToken;
import dev.easel.domain.image.Nullable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// By how much one price of a model differs from another.
///
/// @param before the price in whose place the other stands
/// @param after the other
public record PriceComparison(Price before, Price after) {

  /// One figure that differs.
  ///
  /// @param what a class of tokens such as `text input tokens`, or a size and quality
  /// @param per how many tokens or pictures it buys
  /// @param before null where there was none
  /// @param after null where there is none any more
  public record Change(String what, long per, @Nullable Money before, @Nullable Money after) {}

  /// The figures that differ; empty where the two are charged in different ways.
  public List<Change> changes() {
    if (before.terms() instanceof PerToken one && after.terms() instanceof PerToken other) {
      return rates(one.rates(), other.rates());
    }
    return before.terms() instanceof PerImage one && after.terms() instanceof PerImage other
        ? pictures(one, other)
        : List.of();
  }

  /// What differs besides the figures, in words.
  public List<String> others() {
    List<String> others = new ArrayList<>();
    if (!before.terms().getClass().equals(after.terms().getClass())) {
      others.add(
          after.terms() instanceof PerToken
              ? "charged per token instead of per picture"
              : "charged per picture instead of per token");
    }
    if (before.terms() instanceof PerToken one && after.terms() instanceof PerToken other) {
      others.addAll(counting(one, other));
    }
    if (!before.defaults().equals(after.defaults())) {
      others.add("other defaults for size and quality");
    }
    return others;
  }

  private static List<String> counting(PerToken one, PerToken other) {
    List<String> others = new ArrayList<>();
    if (!one.output().equals(other.output())) {
      others.add("the tokens of a picture are counted otherwise");
    }
    boolean extras =
        one.promptOverhead() == other.promptOverhead()
            && one.partialImage() == other.partialImage()
            && Objects.equals(one.reference(), other.reference());
    if (!extras) {
      others.add(
          "the tokens of prompt, partial pictures or pictures sent along are counted otherwise");
    }
    return others;
  }

  private static List<Change> rates(Price.Rates one, Price.Rates other) {
    return Arrays.stream(LineClass.values())
        .filter(lineClass -> lineClass != LineClass.PARTIAL_IMAGE)
        .flatMap(lineClass ->
            change(
                lineClass.word().replace('_', ' ') + " tokens",
                CostLine.MILLION,
                Tariff.rate(one, lineClass),
                Tariff.rate(other, lineClass))
                .stream())
        .toList();
  }

  private static List<Change> pictures(PerImage one, PerImage other) {
    return Stream.concat(one.rows().stream(), other.rows().stream())
        .map(row -> new Row(row.size() == null ? null : row.size().toString(), row.quality()))
        .distinct()
        .flatMap(row -> change(row.words(), 1, row.price(one), row.price(other)).stream())
        .toList();
  }

  private static Optional<Change> change(
      String what, long per, @Nullable Money before, @Nullable Money after) {
    return Objects.equals(before, after)
        ? Optional.empty()
        : Optional.of(new Change(what, per, before, after));
  }

  /// A row of a table of pictures: which sizes and qualities it is for, null for all.
  private record Row(@Nullable String size, @Nullable String quality) {
    String words() {
      String pictures = size == null ? "pictures of any size" : size;
      return quality == null ? pictures : pictures + ", " + quality;
    }

    @Nullable
    Money price(PerImage terms) {
      return terms.rows().stream()
          .filter(row -> row.size() == null || row.size().toString().equals(size))
          .filter(row -> row.quality() == null || row.quality().equals(quality))
          .map(PerImage.Each::each)
          .findFirst()
          .orElse(null);
    }
  }
}
