package dev.easel.app.tui.chart;

import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Role;

/// A bar that lies in one row.
final class Strip {

  private static final int EIGHTHS = 8;

  private Strip() {}

  /// Fills a row from a column on.
  ///
  /// @param eighths how many eighths of cells
  /// @return the column behind it
  static int draw(Canvas canvas, int column, int row, int eighths, Pen pen, Role role) {
    int next = column;
    for (int left = eighths; left > 0; left -= EIGHTHS) {
      canvas.text(next, row, pen.length(Math.min(EIGHTHS, left)), role);
      next++;
    }
    return next;
  }
}
