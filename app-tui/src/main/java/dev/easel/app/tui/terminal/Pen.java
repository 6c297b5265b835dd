package dev.easel.app.tui.terminal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.easel.app.tui.text.Cells;
import java.io.IOException;

/// Writes glyphs one behind the other. Terminals differ in how many cells they give to an emoji or
/// an accent, so behind every glyph that is not surely one cell wide the place is named again, and
/// under one that should be two wide both are blanked before; then nothing drifts.
final class Pen {

  private final Bytes bytes;
  private int column;
  private int row;
  private boolean astray;

  Pen(Bytes bytes) {
    this.bytes = bytes;
  }

  /// Where the bytes go.
  @FunctionalInterface
  interface Bytes {
    void write(byte... bytes) throws IOException;
  }

  void move(int toColumn, int toRow) throws IOException {
    column = toColumn;
    row = toRow;
    astray = false;
    bytes.write(("\u001b[" + (row + 1) + ";" + (column + 1) + "H").getBytes(US_ASCII));
  }

  void draw(String glyph) throws IOException {
    if (astray) {
      move(column, row);
    }
    if (surelyOneCell(glyph)) {
      bytes.write(glyph.getBytes(UTF_8));
      column++;
    } else {
      drawDoubtful(glyph, Cells.width(glyph));
    }
  }

  private void drawDoubtful(String glyph, int columns) throws IOException {
    if (columns > 1) {
      bytes.write(" ".repeat(columns).getBytes(US_ASCII));
      move(column, row);
    }
    bytes.write(glyph.getBytes(UTF_8));
    column += columns;
    astray = true;
  }

  // Latin, boxes, blocks and the shapes behind them, braille.
  private static boolean surelyOneCell(String glyph) {
    char first = glyph.charAt(0);
    return glyph.length() == 1
        && (first < 0x300 || (first >= 0x2500 && first < 0x25b0) || (first >> 8) == 0x28);
  }
}
