package dev.easel.app.tui.chart;

import dev.easel.app.tui.screen.Area;
import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.text.Cells;
import java.util.List;

/// Draws columns on one canvas: the numbers on the left, the columns, the zero line, the dates.
final class ColumnPlot {

  private static final int FEWEST_COLUMNS = 8;
  private static final int ROWS_WITH_LINE = 3;
  private static final int ROWS_WITH_DATES = 4;
  private static final int WIDEST = 14;
  private static final int WIDE = 8;
  private static final int WITH_GAP = 3;

  private final Columns chart;
  private final List<Columns.Day> days;
  private final Scale scale;
  private final Canvas canvas;
  private final Canvas plot;
  private final int margin;

  ColumnPlot(Columns chart, List<Columns.Day> days, Scale scale, Canvas canvas) {
    this.chart = chart;
    this.days = days;
    this.scale = scale;
    this.canvas = canvas;
    int room = room(canvas.columns(), chart.measure(), chart.days());
    this.margin = canvas.columns() - room;
    this.plot = canvas.part(new Area(margin, 0, room, canvas.rows() - foot(canvas.rows())));
  }

  /// How many columns are left beside the numbers.
  static int room(int columns, Measure measure, List<Columns.Day> days) {
    // Days that share a column reach higher.
    int share = daysPerColumn(days.size(), columns - FEWEST_COLUMNS);
    long highest = (long) Math.min(Long.MAX_VALUE, (double) Columns.highest(days) * share);
    int numbers = margin(measure, measure.scale(highest));
    return columns < numbers + FEWEST_COLUMNS ? columns : columns - numbers;
  }

  /// How many days have to share a column.
  static int daysPerColumn(int days, int room) {
    return Math.max(1, Math.ceilDiv(days, Math.max(1, room)));
  }

  private static int margin(Measure measure, Scale scale) {
    int widest =
        Math.max(
            Cells.width(measure.tick(scale.max(), scale)),
            Cells.width(measure.tick(scale.max() / 2, scale)));
    return widest + 2;
  }

  private static int foot(int rows) {
    return rows >= ROWS_WITH_DATES ? 2 : rows >= ROWS_WITH_LINE ? 1 : 0;
  }

  // An even number of rows, so that the half of the maximum has a row's edge of its own.
  private int height() {
    return plot.rows() > 2 ? plot.rows() / 2 * 2 : plot.rows();
  }

  void draw() {
    for (int number = 0; number < days.size(); number++) {
      column(number);
    }
    if (margin > 0) {
      numbers();
    }
    if (canvas.rows() >= ROWS_WITH_LINE) {
      zeroLine();
    }
  }

  private void column(int number) {
    Columns.Day day = days.get(number);
    Stack stack = new Stack(day.parts(), scale, height());
    int rows = stack.rows();
    for (int row = 0; row < rows; row++) {
      int series = stack.series(row);
      String glyph = chart.pen().top(stack.eighths(row), series);
      across(number, plot.rows() - 1 - row, glyph, Role.series(series));
    }
    if (day.unknown() > 0) {
      int above = Math.max(0, plot.rows() - 1 - rows);
      plot.text(start(number), above, "?", Role.WARNING);
    }
  }

  private void across(int number, int row, String glyph, Role role) {
    for (int column = start(number); column < start(number + 1) - gap(); column++) {
      plot.text(column, row, glyph, role);
    }
  }

  // What does not divide evenly makes some columns one cell wider, so that all room is used.
  private int start(int number) {
    int used = Math.min(plot.columns(), days.size() * WIDEST);
    return number * used / Math.max(1, days.size());
  }

  private int gap() {
    int narrowest = plot.columns() / Math.max(1, days.size());
    return narrowest >= WIDE ? 2 : narrowest >= WITH_GAP ? 1 : 0;
  }

  private void numbers() {
    for (int row = 0; row < plot.rows(); row++) {
      canvas.text(margin - 1, row, "│", Role.MUTED);
    }
    int top = plot.rows() - height();
    number(top, scale.max());
    if (height() >= 4 && chart.measure().whole(scale.max())) {
      number(top + height() / 2, scale.max() / 2);
    }
  }

  private void number(int row, long value) {
    String text = chart.measure().tick(value, scale);
    int next = Flush.right(canvas, 0, row, text, margin - 1, Role.TEXT);
    canvas.text(next, row, "┤", Role.MUTED);
  }

  private void zeroLine() {
    int row = plot.rows();
    canvas.text(margin, row, "─".repeat(plot.columns()), Role.MUTED);
    if (margin > 0) {
      int next = Flush.right(canvas, 0, row, "0", margin - 1, Role.TEXT);
      canvas.text(next, row, "┼", Role.MUTED);
    }
    if (canvas.rows() >= ROWS_WITH_DATES) {
      Canvas foot = canvas.part(new Area(margin, row, plot.columns(), 2));
      new DateAxis(days.stream().map(Columns.Day::date).toList(), this::start).draw(foot);
    }
  }
}
