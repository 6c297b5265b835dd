package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.chart.Amount;
import dev.easel.app.tui.chart.Measure;
import dev.easel.app.tui.chart.Meter;
import dev.easel.app.tui.chart.Sparkline;
import dev.easel.app.tui.dashboard.state.Books;
import dev.easel.app.tui.dashboard.state.Click;
import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.KeyPress;
import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.text.Cells;
import dev.easel.app.tui.text.Figures;
import dev.easel.domain.cost.BudgetPeriod;
import dev.easel.domain.cost.BudgetReport;
import dev.easel.domain.cost.Forecast;
import dev.easel.domain.cost.Standing;
import dev.easel.domain.ledger.Statistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// What was spent, how the budgets stand, and where the month is heading.
final class SpendTile {

  private static final int ROWS_WITH_HEADS = 7;
  private static final int LABEL = 6;
  private static final int SHORTEST_METER = 16;
  private static final int WORDS_OF_LINE = 20;
  private static final int MOST_DAYS = 60;

  private final Scene scene;
  private final Books.Sheet sheet;
  private final Spent spent;
  private final boolean line;

  /// @param line whether the days are drawn as a line, because nothing else shows them
  SpendTile(Scene scene, Books.Sheet sheet, boolean line) {
    this.scene = scene;
    this.sheet = sheet;
    this.spent = Spent.of(sheet.all(), scene.today());
    this.line = line;
  }

  void draw(Canvas canvas) {
    Canvas within = Tile.draw(canvas, "Spend", List.of("! budgets"), false);
    canvas.target(new Click.OnKey(new KeyPress("!")));
    Rows rows = new Rows();
    SpentRows figures = new SpentRows(spent);
    if (within.rows() >= ROWS_WITH_HEADS) {
      figures.add(rows);
      rows.gap(95);
    } else {
      rows.add(0, figures::brief);
    }
    budgets(rows);
    rows.gap(90);
    open(rows, sheet.all().totals());
    if (line) {
      rows.add(50, this::days);
    }
    forecast(rows, sheet.budget());
    rows.draw(within);
  }

  private void budgets(Rows rows) {
    List<BudgetReport.Line> limited =
        Stream.of(sheet.budget().month(), sheet.budget().day())
            .filter(Objects::nonNull)
            .filter(budget -> budget.limit() != null)
            .toList();
    if (limited.isEmpty()) {
      rows.add(60, row -> row.text(0, 0, "no budget; ! says how to set one", Role.MUTED));
    }
    for (BudgetReport.Line budget : limited) {
      Standing standing = budget.standing().orElseThrow();
      rows.add(2, row -> meter(row, label(budget), standing));
      rows.add(80, row -> left(row, budget, standing));
    }
  }

  private static String label(BudgetReport.Line budget) {
    return budget.period() == BudgetPeriod.MONTH ? "month" : "today";
  }

  private void meter(Canvas row, String label, Standing standing) {
    String whole = " of " + Measure.rounded(standing.limit().cap());
    String cap = row.columns() < LABEL + SHORTEST_METER + whole.length() ? "" : whole;
    int room = row.columns() - LABEL - Cells.width(cap);
    row.text(0, 0, label, Role.TEXT);
    Meter.budget(standing, scene.pen()).draw(row.part(row.area().rightOf(LABEL).left(room)));
    row.text(LABEL + room, 0, cap, Role.TEXT);
  }

  private void left(Canvas row, BudgetReport.Line budget, Standing standing) {
    new Phrase()
        .add(Measure.rounded(standing.left()), Role.MONEY)
        .add(" left", Role.TEXT)
        .add(", resets in " + scene.until(budget.resets()), Role.MUTED)
        .draw(row.part(row.area().rightOf(LABEL)));
  }

  private static void open(Rows rows, Statistics.Totals totals) {
    List<String> words = new ArrayList<>();
    if (totals.atRisk().nanos() != 0) {
      words.add("≤" + Measure.rounded(totals.atRisk()) + " at risk");
    }
    if (totals.unpriced() != 0) {
      words.add(Figures.count(totals.unpriced()) + " unpriced");
    }
    if (totals.unknown() != 0) {
      words.add(Figures.count(totals.unknown()) + " unknown");
    }
    Phrase phrase = new Phrase();
    words.forEach(word -> phrase.add((phrase.empty() ? "! " : ", ") + word, Role.WARNING));
    if (!phrase.empty()) {
      rows.add(1, phrase::draw);
    }
  }

  private void days(Canvas row) {
    int room = Math.clamp(row.columns() - WORDS_OF_LINE, 1, MOST_DAYS);
    List<Amount> days = spent.days(room);
    Sparkline drawn = new Sparkline(Measure.DOLLARS, days, Role.SERIES_1, scene.pen());
    int column = row.text(0, 0, "per day ", Role.TEXT);
    drawn.draw(row.part(row.area().rightOf(column).left(room)));
    row.text(column + room + 1, 0, drawn.notes(room).get(1), Role.MUTED);
  }

  private void forecast(Rows rows, BudgetReport report) {
    Forecast forecast = report.forecast();
    if (forecast != null) {
      rows.add(40, ForecastPhrase.of(report, forecast, scene.today())::draw);
    }
  }
}
