package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.chart.Amount;
import dev.easel.app.tui.chart.Measure;
import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.text.Cells;
import java.util.List;

/// What was spent today, in seven days, in thirty and ever, side by side.
final class SpentRows {

  private static final int WIDE = 46;
  private static final int WEEK = 7;
  private static final int MONTH = 30;

  private final Spent spent;

  SpentRows(Spent spent) {
    this.spent = spent;
  }

  private record Figure(String head, String brief, Amount amount, String trend) {}

  /// All that have room on one row: `today $3.42 7d $18.90 30d $61.07`.
  void brief(Canvas row) {
    int column = 0;
    for (Figure figure : figures()) {
      String name = (column == 0 ? "" : "  ") + figure.brief() + " ";
      String dollars = dollars(figure.amount());
      if (column + Cells.width(name + dollars) > row.columns()) {
        return;
      }
      column = row.text(column, 0, name, Role.TEXT);
      column = row.text(column, 0, dollars, role(figure.amount()));
    }
  }

  /// The names, below them the amounts, below them how they differ from the days before.
  void add(Rows rows) {
    rows.add(0, row -> each(row, Figure::head, Role.MUTED));
    rows.add(0, this::amounts);
    rows.add(70, row -> each(row, Figure::trend, Role.MUTED));
  }

  private void amounts(Canvas row) {
    List<Figure> figures = fitting(row);
    for (int number = 0; number < figures.size(); number++) {
      Amount amount = figures.get(number).amount();
      row.text(at(row, number), 0, dollars(amount), role(amount));
    }
  }

  private void each(Canvas row, java.util.function.Function<Figure, String> text, Role role) {
    List<Figure> figures = fitting(row);
    for (int number = 0; number < figures.size(); number++) {
      row.text(at(row, number), 0, text.apply(figures.get(number)), role);
    }
  }

  private List<Figure> fitting(Canvas row) {
    return row.columns() < WIDE ? figures().subList(0, 3) : figures();
  }

  private int at(Canvas row, int number) {
    return number * row.columns() / fitting(row).size();
  }

  private List<Figure> figures() {
    return List.of(
        new Figure("today", "today", spent.sum(1, 0), ""),
        new Figure("7 days", "7d", spent.sum(WEEK, 0), trend(WEEK)),
        new Figure("30 days", "30d", spent.sum(MONTH, 0), trend(MONTH)),
        new Figure("all time", "all", spent.ever(), ""));
  }

  // Against as many days before these.
  private String trend(int days) {
    long now = spent.sum(days, 0).known();
    long before = spent.sum(days, days).known();
    if (before == 0) {
      return "";
    }
    long percent = Math.round(100.0 * now / before) - 100;
    return (percent < 0 ? "▼ " : "▲ ") + Cells.aligned(Math.abs(percent) + " %", 4);
  }

  private static String dollars(Amount amount) {
    return amount.onlyUnknown() ? "?" : Measure.DOLLARS.figure(amount.known());
  }

  private static Role role(Amount amount) {
    return amount.onlyUnknown() ? Role.WARNING : Role.MONEY;
  }
}
