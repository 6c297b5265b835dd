package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.chart.Measure;
import dev.easel.app.tui.chart.Meter;
import dev.easel.app.tui.dashboard.update.BudgetRow;
import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.text.Cells;
import dev.easel.app.tui.text.Figures;
import dev.easel.app.tui.text.VisibleText;
import dev.easel.domain.cost.BudgetLevel;
import dev.easel.domain.cost.BudgetPeriod;
import dev.easel.domain.cost.BudgetReport;
import dev.easel.domain.cost.Committed;
import dev.easel.domain.cost.Limit;
import dev.easel.domain.cost.Standing;

/// How a row of the sheet of budgets looks.
final class BudgetLines {

  private static final int LABEL = 12;
  private static final int NAME = 11;

  private final Scene scene;
  private final int columns;

  BudgetLines(Scene scene, int columns) {
    this.scene = scene;
    this.columns = columns;
  }

  void draw(Canvas row, BudgetRow content) {
    switch (content) {
      case BudgetRow.Unlimited(var line) -> unlimited(row, line);
      case BudgetRow.Full(var line, var standing) -> meter(row, name(line), standing);
      case BudgetRow.Left(var line, var standing) -> left(row, line, standing);
      case BudgetRow.Parts(var committed) -> parts(committed).draw(indented(row));
      case BudgetRow.Raised(var limit) -> raised(limit).draw(indented(row));
      case BudgetRow.Legend() -> Meter.key(row, scene.pen());
      case BudgetRow.Outlook(var report, var forecast) ->
          ForecastPhrase.of(report, forecast, scene.today()).draw(row);
      case BudgetRow.Words(String text, var role) -> row.text(0, 0, text, role);
    }
  }

  private static String name(BudgetReport.Line line) {
    if (line.caller() != null) {
      return Cells.shortened(VisibleText.line(line.caller()), NAME);
    }
    return line.period() == BudgetPeriod.DAY ? "today" : "this month";
  }

  private static Canvas indented(Canvas row) {
    return row.part(row.area().rightOf(LABEL));
  }

  private static void unlimited(Canvas row, BudgetReport.Line line) {
    row.text(0, 0, name(line), Role.HEADING);
    new Phrase()
        .add("no limit", Role.MUTED)
        .add("; budget." + adjective(line) + "-usd sets one", Role.MUTED)
        .draw(indented(row));
  }

  private static String adjective(BudgetReport.Line line) {
    return line.period().adjective();
  }

  private void meter(Canvas row, String name, Standing standing) {
    row.text(0, 0, name, Role.HEADING);
    String cap = " of " + Measure.rounded(standing.limit().cap()) + word(standing.level());
    int room = columns - LABEL - Cells.width(cap);
    Meter.budget(standing, scene.pen()).draw(row.part(row.area().rightOf(LABEL).left(room)));
    row.text(LABEL + room, 0, cap, Meter.role(standing.level()));
  }

  private static String word(BudgetLevel level) {
    return switch (level) {
      case OK -> "";
      case NEAR_80, NEAR_95 -> " ! near";
      case REACHED -> " ! reached";
    };
  }

  private void left(Canvas row, BudgetReport.Line line, Standing standing) {
    new Phrase()
        .add(Measure.rounded(standing.left()), Role.MONEY)
        .add(" left, ", Role.TEXT)
        .add(Measure.rounded(line.committed().total()), Role.MONEY)
        .add(" committed", Role.TEXT)
        .add(", resets in " + scene.until(line.resets()), Role.MUTED)
        .draw(indented(row));
  }

  private static Phrase parts(Committed committed) {
    Phrase phrase = new Phrase().add(Measure.rounded(committed.settled()) + " settled", Role.TEXT);
    if (committed.reserved().nanos() > 0) {
      phrase.add(", ≤" + Measure.rounded(committed.reserved()) + " running", Role.RUNNING);
    }
    if (committed.atRisk().nanos() > 0) {
      phrase.add(", ≤" + Measure.rounded(committed.atRisk()) + " at risk", Role.WARNING);
    }
    if (committed.unpriced() > 0) {
      phrase.add(", " + Figures.count(committed.unpriced()) + " unpriced", Role.WARNING);
    }
    return phrase;
  }

  private static Phrase raised(Limit limit) {
    String words =
        "raised by %s above %s until it resets"
            .formatted(Measure.rounded(limit.raised()), Measure.rounded(limit.base()));
    return new Phrase().add(words, Role.TEXT);
  }
}
