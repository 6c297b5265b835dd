package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.dashboard.state.Field;
import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Cell;
import dev.easel.app.tui.screen.Ground;
import dev.easel.app.tui.screen.Ink;
import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.text.Cells;
import dev.easel.app.tui.text.VisibleText;

/// A line of text that is being typed, with its cursor, scrolled so that the cursor is seen.
final class FieldView {

  private FieldView() {}

  static void draw(Canvas canvas, Field field) {
    String before = visible(field.text().substring(0, field.cursor()));
    String after = visible(field.text().substring(field.cursor()));
    String shown = before;
    while (Cells.width(shown) >= Math.max(1, canvas.columns())) {
      shown = shown.substring(Character.charCount(shown.codePointAt(0)));
    }
    int cursor = canvas.text(0, 0, shown, Role.INPUT);
    canvas.text(cursor, 0, after, Role.INPUT);
    Cell under = cursor < canvas.columns() ? canvas.cell(cursor, 0) : Cell.BLANK;
    canvas.put(cursor, 0, new Cell(under.glyph(), new Ink.Painted(Role.INPUT, Ground.CURSOR)));
  }

  // VisibleText strips, and here every space counts.
  private static String visible(String text) {
    String marked = VisibleText.line("." + text + ".");
    return marked.substring(1, marked.length() - 1);
  }
}
