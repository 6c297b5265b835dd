package dev.easel.domain.cost;

import dev.easel.domain.cost.Price.AxisFormula;
import dev.easel.domain.cost.Price.Bounds;
import dev.easel.domain.cost.Price.Choice;
import dev.easel.domain.cost.Price.OutputRule;
import dev.easel.domain.cost.Price.TokenTable;
import dev.easel.domain.image.ImageSize;
import dev.easel.domain.image.SizeRule;
import java.util.Collection;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.stream.LongStream;

/// How many output tokens a picture has, in exact integers.
public final class OutputTokens {

  private static final long AREA_OFFSET = 2_000_000;
  private static final long AREA_SCALE = 4_000_000;

  private OutputTokens() {}

  /// The tokens of one picture at `choice`: one number where both bounds are equal, else what it
  /// may become. Empty where the rule does not say.
  public static Optional<Bounds> of(OutputRule rule, Choice choice) {
    return switch (rule) {
      case TokenTable table -> ofTable(table, choice);
      case AxisFormula formula -> ofFormula(formula, choice);
      case Price.Published _ -> Optional.empty();
    };
  }

  private static Optional<Bounds> ofTable(TokenTable table, Choice choice) {
    return bounds(
        table.rows().stream()
            .filter(row -> choice.anySize() || row.size().toString().equals(choice.size()))
            .filter(row -> choice.anyQuality() || row.quality().equals(choice.quality()))
            .mapToLong(TokenTable.Tokens::tokens));
  }

  private static Optional<Bounds> ofFormula(AxisFormula formula, Choice choice) {
    Collection<AxisFormula.Axis> axes = axes(formula, choice);
    if (choice.anySize()) {
      return bounds(axes.stream().flatMapToLong(axis -> extremes(axis, formula.sizes())));
    }
    return ImageSize.parse(choice.size())
        .filter(size -> formula.sizes().objection(size).isEmpty())
        .flatMap(size -> bounds(axes.stream().flatMapToLong(axis -> times(axis, size))));
  }

  private static Collection<AxisFormula.Axis> axes(AxisFormula formula, Choice choice) {
    if (choice.anyQuality()) {
      return formula.factors().values();
    }
    AxisFormula.Axis axis = formula.factors().get(choice.quality());
    return axis == null ? List.of() : List.of(axis);
  }

  private static LongStream times(AxisFormula.Axis axis, ImageSize size) {
    long tokens = formula(axis.factor(), size);
    return LongStream.of(tokens * axis.lowTimes(), tokens * axis.highTimes());
  }

  // The formula grows with the short factor and with the area, so the longest shape of the smallest
  // area and the square of the largest bound whatever the model may choose.
  private static LongStream extremes(AxisFormula.Axis axis, SizeRule.Arithmetic sizes) {
    long factor = axis.factor();
    long narrow = (2 * factor + sizes.aspect()) / (2L * sizes.aspect());
    return LongStream.of(
        axis.lowTimes() * tokens(factor, narrow, sizes.fewestPixels()),
        axis.highTimes() * tokens(factor, factor, sizes.mostPixels()));
  }

  private static Optional<Bounds> bounds(LongStream tokens) {
    LongSummaryStatistics summary = tokens.summaryStatistics();
    return summary.getCount() == 0
        ? Optional.empty()
        : Optional.of(new Bounds(summary.getMin(), summary.getMax()));
  }

  /// The formula of gpt-image-2 and later: the factor along the longer edge times its share along
  /// the shorter one (to the nearest integer, halves up), times an area term, rounded up.
  ///
  /// Recovered from the calculator of OpenAI's documentation; exact for every published and billed
  /// count known.
  ///
  /// @param factor the axis factor of the quality
  public static long formula(int factor, ImageSize size) {
    long longer = size.longer();
    long shortFactor = (2L * factor * size.shorter() + longer) / (2 * longer);
    return tokens(factor, shortFactor, size.pixels());
  }

  private static long tokens(long longFactor, long shortFactor, long pixels) {
    return Math.ceilDiv(longFactor * shortFactor * (AREA_OFFSET + pixels), AREA_SCALE);
  }
}
