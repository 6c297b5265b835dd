package dev.easel.app.tui.chart;

import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Role;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// Dates below columns: the newest one always, and before it as many as have room, equally far from
/// each other.
final class DateAxis {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d", Locale.ENGLISH);
  private static final int LABEL = 6;
  private static final int APART = LABEL + 2;
  private static final int[] STEPS = {1, 2, 3, 5, 7, 14, 28};

  private final List<LocalDate> dates;
  private final IntUnaryOperator start;

  /// @param start the cell with which the column of a number begins
  DateAxis(List<LocalDate> dates, IntUnaryOperator start) {
    this.dates = dates;
    this.start = start;
  }

  /// Draws ticks on the first row and dates on the second.
  void draw(Canvas canvas) {
    int step = step();
    int free = canvas.columns();
    for (int number = dates.size() - 1; number >= 0; number -= step) {
      int column = start.applyAsInt(number);
      String date = DAY.format(dates.get(number));
      int from = Math.min(column, canvas.columns() - date.length());
      if (from >= 0 && from + date.length() <= free) {
        canvas.text(column, 0, "┴", Role.MUTED);
        canvas.text(from, 1, date, Role.MUTED);
        free = from - 1;
      }
    }
  }

  private int step() {
    return IntStream.of(STEPS)
        .filter(step -> start.applyAsInt(step) >= APART)
        .findFirst()
        .orElse(STEPS[STEPS.length - 1]);
  }
}
