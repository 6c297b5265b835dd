package dev.easel.app.tui.terminal;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.screen.Screen;
import dev.easel.app.tui.screen.Cell;
import dev.easel.app.tui.screen.Frame;
import dev.easel.app.tui.screen.Theme;
import dev.easel.app.tui.text.Cells;
import dev.easel.domain.image.Nullable;
import java.util.HashMap;
import java.util.Map;

/// Puts a frame's cells on Lanterna's screen, those of a row only when the row is another one than
/// before.
final class Painter {

  private static final int MOST_GLYPHS = 1 << 15;

  private final Screen screen;
  private final Map<Cell, TextCharacter> narrow = new HashMap<>();
  private Theme theme;
  private @Nullable Frame last;

  Painter(Screen screen, Theme theme) {
    this.screen = screen;
    this.theme = theme;
  }

  void theme(Theme other) {
    theme = other;
    narrow.clear();
    forget();
  }

  void forget() {
    last = null;
  }

  void paint(Frame frame) {
    if (narrow.size() > MOST_GLYPHS) {
      narrow.clear();
    }
    TerminalSize size = screen.getTerminalSize();
    for (int row = 0; row < size.getRows(); row++) {
      if (!asBefore(frame, row)) {
        paint(frame, row, size.getColumns());
      }
    }
    last = frame;
  }

  private boolean asBefore(Frame frame, int row) {
    Frame before = last;
    if (before == null || !before.size().equals(frame.size()) || row >= frame.size().rows()) {
      return false;
    }
    for (int column = 0; column < frame.size().columns(); column++) {
      if (!frame.cell(column, row).equals(before.cell(column, row))) {
        return false;
      }
    }
    return true;
  }

  private void paint(Frame frame, int row, int columns) {
    int column = 0;
    while (column < columns) {
      TextCharacter glyph = glyph(frame, column, row);
      screen.setCharacter(column, row, glyph);
      column += glyph.isDoubleWidth() ? 2 : 1;
    }
  }

  private TextCharacter glyph(Frame frame, int column, int row) {
    Cell cell = cell(frame, column, row);
    TextCharacter known = narrow.get(cell);
    return known == null ? made(frame, column, row, cell) : known;
  }

  private TextCharacter made(Frame frame, int column, int row, Cell cell) {
    String drawn = theme.drawn(cell.glyph());
    if (Cells.width(drawn) < 2) {
      return narrow.computeIfAbsent(
          cell, _ -> Glyph.of(drawn.isEmpty() ? " " : drawn, false, theme.style(cell.ink())));
    }
    boolean room = cell(frame, column + 1, row).glyph().isEmpty();
    return Glyph.of(room ? drawn : " ", room, theme.style(cell.ink()));
  }

  private static Cell cell(Frame frame, int column, int row) {
    boolean inside = column < frame.size().columns() && row < frame.size().rows();
    return inside ? frame.cell(column, row) : Cell.BLANK;
  }
}
