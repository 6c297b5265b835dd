package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.chart.Measure;
import dev.easel.app.tui.dashboard.state.Books;
import dev.easel.app.tui.dashboard.state.State;
import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.screen.Size;
import dev.easel.app.tui.text.Figures;
import dev.easel.app.tui.text.Wrapping;
import dev.easel.domain.cost.BudgetReport;
import dev.easel.domain.cost.Forecast;
import dev.easel.domain.cost.Limit;
import dev.easel.domain.cost.Money;
import dev.easel.domain.cost.Standing;
import dev.easel.domain.ledger.Statistics;
import java.util.ArrayList;
import java.util.List;

/// The sheet of budgets: how each stands, where the month is heading and by which rule, and what is
/// in no sum.
public final class BudgetRows {

  private static final int WIDEST = 100;
  private static final int BORDERS = 2;
  private static final int SIDES = 4;
  private static final int FURNITURE = 3;

  private final List<BudgetRow> rows = new ArrayList<>();
  private final int cells;

  private BudgetRows(int cells) {
    this.cells = cells;
  }

  /// The rows of it, as wide as there is room.
  public static List<BudgetRow> of(State state) {
    BudgetRows sheet = new BudgetRows(cells(state.world().size()));
    Books.Sheet read = state.books().sheet();
    if (read == null) {
      sheet.say("The log is being read.", Role.MUTED);
    } else {
      sheet.add(read);
    }
    return List.copyOf(sheet.rows);
  }

  /// How wide its window is, the border included.
  public static int columns(Size screen) {
    return Math.min(WIDEST, screen.columns() - BORDERS);
  }

  /// How wide a row is.
  public static int cells(Size screen) {
    return columns(screen) - SIDES;
  }

  /// The index of the first row that is shown when the last is, too.
  static int most(State state) {
    int room = state.world().size().rows() - FURNITURE - BORDERS;
    return Math.max(0, of(state).size() - room);
  }

  private void add(Books.Sheet sheet) {
    BudgetReport report = sheet.budget();
    if (report.day() != null) {
      line(report.day());
    }
    if (report.month() != null) {
      line(report.month());
    }
    if (!report.callers().isEmpty()) {
      rows.add(new BudgetRow.Words("callers, today", Role.HEADING));
      report.callers().forEach(this::line);
    }
    rows.add(new BudgetRow.Legend());
    forecast(report);
    open(sheet.all().totals());
  }

  private void line(BudgetReport.Line line) {
    Limit limit = line.limit();
    if (limit == null) {
      rows.add(new BudgetRow.Unlimited(line));
    } else {
      Standing standing = new Standing(limit, line.committed());
      rows.add(new BudgetRow.Full(line, standing));
      rows.add(new BudgetRow.Left(line, standing));
    }
    if (line.caller() == null || line.committed().total().nanos() > 0) {
      rows.add(new BudgetRow.Parts(line.committed()));
    }
    if (limit != null && !limit.raised().equals(Money.ZERO)) {
      rows.add(new BudgetRow.Raised(limit));
    }
    gap();
  }

  private void forecast(BudgetReport report) {
    Forecast forecast = report.forecast();
    if (forecast != null) {
      gap();
      rows.add(new BudgetRow.Outlook(report, forecast));
      say(forecast.rule() + ".", Role.MUTED);
    }
  }

  private void open(Statistics.Totals totals) {
    if (totals.unknown() > 0) {
      gap();
      say(
          "! %s may have been charged, ≤%s with what is running. Settle one with $ in a list."
              .formatted(
                  Figures.counted(totals.unknown(), "unknown request", "unknown requests"),
                  Measure.rounded(totals.atRisk())),
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
    rows.add(new BudgetRow.Words("", Role.TEXT));
  }

  private void say(String sentence, Role role) {
    Wrapping.lines(sentence, cells).forEach(line -> rows.add(new BudgetRow.Words(line, role)));
  }
}
