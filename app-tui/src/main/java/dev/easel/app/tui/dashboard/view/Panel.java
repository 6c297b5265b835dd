package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Cell;
import dev.easel.app.tui.screen.Ink;
import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.text.Cells;

/// A border with a title, and a remark at its right.
public final class Panel {

  private Panel() {}

  /// Draws a border around all of the canvas.
  ///
  /// @param remark stands at the right of the upper border; left out where there is no room
  /// @return what is within
  public static Canvas draw(Canvas canvas, String title, String remark, boolean active) {
    border(canvas, active ? Lines.HEAVY : Lines.LIGHT, active ? Role.ACTIVE_BORDER : Role.BORDER);
    int room = canvas.columns() - 4;
    String shown = Cells.shortened(title, Math.max(0, room));
    canvas.text(1, 0, " " + shown + " ", active ? Role.HEADING : Role.TEXT);
    int left = canvas.columns() - Cells.width(remark) - 4;
    if (!remark.isEmpty() && left > Cells.width(shown) + 3) {
      canvas.text(left + 1, 0, " " + remark + " ", Role.MUTED);
    }
    return canvas.part(canvas.area().within());
  }

  /// Draws a window over whatever is there: blank within, a heavy border around.
  public static Canvas window(Canvas canvas, String title, String remark) {
    canvas.fill(Cell.BLANK);
    return draw(canvas, title, remark, true);
  }

  private static void border(Canvas canvas, Lines lines, Role role) {
    int right = canvas.columns() - 1;
    int bottom = canvas.rows() - 1;
    for (int column = 1; column < right; column++) {
      put(canvas, column, 0, lines.across, role);
      put(canvas, column, bottom, lines.across, role);
    }
    for (int row = 1; row < bottom; row++) {
      put(canvas, 0, row, lines.down, role);
      put(canvas, right, row, lines.down, role);
    }
    put(canvas, 0, 0, lines.upperLeft, role);
    put(canvas, right, 0, lines.upperRight, role);
    put(canvas, 0, bottom, lines.lowerLeft, role);
    put(canvas, right, bottom, lines.lowerRight, role);
  }

  private static void put(Canvas canvas, int column, int row, String glyph, Role role) {
    canvas.put(column, row, new Cell(glyph, Ink.of(role)));
  }

  /// The glyphs of a border.
  private record Lines(
      String across,
      String down,
      String upperLeft,
      String upperRight,
      String lowerLeft,
      String lowerRight) {
    static final Lines LIGHT = new Lines("─", "│", "┌", "┐", "└", "┘");
    static final Lines HEAVY = new Lines("━", "┃", "┏", "┓", "┗", "┛");
  }
}
