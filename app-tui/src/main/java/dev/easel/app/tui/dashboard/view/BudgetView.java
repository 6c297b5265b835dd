package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.chart.Meter;
import dev.easel.app.tui.dashboard.state.Books;
import dev.easel.app.tui.dashboard.state.Layer;
import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.text.Figures;
import dev.easel.app.tui.text.Wrapping;
import dev.easel.domain.cost.BudgetReport;
import dev.easel.domain.cost.Forecast;
import dev.easel.domain.ledger.Statistics;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The sheet of budgets: how each stands, where the month is heading and by which rule, and what is
/// in no sum.
final class BudgetView {

  private static final int WIDEST = 100;
  private static final int BORDERS = 2;
  private static final int SIDES = 4;

  private final List<Consumer<Canvas>> lines = new ArrayList<>();
  private final Scene scene;
  private final int columns;

  private BudgetView(Scene scene, int columns) {
    this.scene = scene;
    this.columns = columns;
  }

  static void draw(Canvas canvas, Layer.BudgetSheet layer, Scene scene) {
    int wide = Math.min(WIDEST, canvas.columns() - 2);
    BudgetView view = new BudgetView(scene, wide - SIDES);
    Books.Sheet sheet = scene.state().books().sheet();
    if (sheet == null) {
      view.say("The log is being read.", Role.MUTED);
    } else {
      view.sheet(sheet);
    }
    view.draw(canvas.part(canvas.area().centred(wide, view.lines.size() + BORDERS)), layer.first());
  }

  private void draw(Canvas canvas, int from) {
    Canvas border = Panel.window(canvas, "Budgets", "days of " + scene.zone().getId());
    Canvas within = border.part(border.area().rightOf(1).left(columns));
    int first = Math.clamp(from, 0, Math.max(0, lines.size() - within.rows()));
    for (int row = 0; row < within.rows() && first + row < lines.size(); row++) {
      lines.get(first + row).accept(within.part(within.area().below(row).top(1)));
    }
    more(canvas, first, lines.size() - first - within.rows());
  }

  private static void more(Canvas canvas, int above, int below) {
    if (above > 0 || below > 0) {
      Canvas foot = canvas.part(canvas.area().bottom(1).rightOf(1));
      String up = above > 0 ? " ↑ k " : "";
      String down = below > 0 ? " ↓ j " + Figures.counted(below, "more line", "more lines") : "";
      foot.text(0, 0, up + down + " ", Role.MUTED);
    }
  }

  private void sheet(Books.Sheet sheet) {
    BudgetReport report = sheet.budget();
    BudgetLines budgets = new BudgetLines(scene, columns);
    if (report.day() != null) {
      lines.addAll(budgets.of(report.day()));
    }
    if (report.month() != null) {
      lines.addAll(budgets.of(report.month()));
    }
    callers(report, budgets);
    lines.add(row -> Meter.key(row, scene.pen()));
    forecast(report);
    open(sheet.all().totals());
  }

  private void callers(BudgetReport report, BudgetLines budgets) {
    if (report.callers().isEmpty()) {
      return;
    }
    lines.add(row -> row.text(0, 0, "callers, today", Role.HEADING));
    report.callers().forEach(line -> lines.addAll(budgets.of(line)));
  }

  private void forecast(BudgetReport report) {
    Forecast forecast = report.forecast();
    if (forecast == null) {
      return;
    }
    gap();
    Phrase phrase = ForecastPhrase.of(report, forecast, scene.today());
    lines.add(phrase::draw);
    say(forecast.rule() + ".", Role.MUTED);
  }

  private void open(Statistics.Totals totals) {
    if (totals.unknown() > 0) {
      gap();
      say(
          "! %s may have been charged, ≤%s with what is running. Settle one with $ in a list."
              .formatted(
                  Figures.counted(totals.unknown(), "unknown request", "unknown requests"),
                  SpendTile.rounded(totals.atRisk())),
          Role.WARNING);
    }
    if (totals.unpriced() > 0) {
      say(
          "? %s no known cost and %s in no sum."
              .formatted(
                  Figures.counted(totals.unpriced(), "request has", "requests have"),
                  totals.unpriced() == 1 ? "is" : "are"),
          Role.WARNING);
    }
  }

  private void gap() {
    lines.add(_ -> {});
  }

  private void say(String sentence, Role role) {
    for (String line : Wrapping.lines(sentence, columns)) {
      lines.add(row -> row.text(0, 0, line, role));
    }
  }
}
