package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.chart.Amount;
import dev.easel.app.tui.text.Cells;
import dev.easel.app.tui.text.ModelWord;
import dev.easel.app.tui.text.VisibleText;
import dev.easel.domain.ledger.Statistics;
import java.util.function.Function;

/// What sizes and qualities of a model are called, so that they stand below each other, and what
/// they cost.
final class Shapes {

  private static final int LONGEST_MODEL = 14;
  private static final int LONGEST_SIZE = 9;

  private final Statistics statistics;
  private final int models;
  private final int sizes;

  Shapes(Statistics statistics) {
    this.statistics = statistics;
    this.models = Math.min(LONGEST_MODEL, widest(Shapes::model));
    this.sizes = Math.min(LONGEST_SIZE, widest(Shapes::size));
  }

  private int widest(Function<Statistics.ShapeLine, String> part) {
    return statistics.shapes().stream()
        .mapToInt(line -> Cells.width(part.apply(line)))
        .max()
        .orElse(0);
  }

  private static String model(Statistics.ShapeLine line) {
    return ModelWord.brief(line.model());
  }

  private static String size(Statistics.ShapeLine line) {
    return VisibleText.line(line.size());
  }

  /// `2.6-sunburst 1024x1024 high`.
  String name(Statistics.ShapeLine line) {
    return (cell(model(line), models) + cell(size(line), sizes) + VisibleText.line(line.quality()))
        .stripTrailing();
  }

  private static String cell(String text, int cells) {
    return Cells.padded(Cells.shortened(text, cells), cells + 1);
  }

  /// What it cost. That a cost is unknown is counted by model alone, so nothing spent on a model
  /// that has unknown costs is taken for unknown.
  Amount cost(Statistics.ShapeLine line) {
    if (line.cost().nanos() > 0) {
      return Amount.of(line.cost().nanos());
    }
    long unpriced =
        statistics.models().stream()
            .filter(model -> model.model().equals(line.model()))
            .mapToLong(model -> model.totals().unpriced())
            .sum();
    return new Amount(0, Math.min(unpriced, line.requests()));
  }
}
