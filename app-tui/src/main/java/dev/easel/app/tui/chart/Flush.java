package dev.easel.app.tui.chart;

import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.text.Cells;

/// Writes text that stands on the right of a column, as figures do.
final class Flush {

  private Flush() {}

  /// Writes it so that it ends where the column does.
  ///
  /// @param from where the column begins
  /// @param cells how many it has
  /// @return where the next column begins
  static int right(Canvas canvas, int from, int row, String text, int cells, Role role) {
    canvas.text(from + Math.max(0, cells - Cells.width(text)), row, text, role);
    return from + cells;
  }
}
