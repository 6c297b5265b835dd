package dev.easel.app.tui.terminal;

import dev.easel.app.tui.screen.Area;
import java.nio.ByteBuffer;

/// How large a picture is, in pixels.
record PixelBox(int width, int height) {

  // A terminal does not tell the size of its cells; most are about twice as high as wide.
  private static final int CELL_WIDTH = 10;
  private static final int CELL_HEIGHT = 20;
  private static final int PLACE_OF_THE_SIZE = 16;

  /// The pixels of an area of cells.
  static PixelBox of(Area area) {
    return new PixelBox(area.columns() * CELL_WIDTH, area.rows() * CELL_HEIGHT);
  }

  /// The size that stands in the first chunk of a PNG file, as its specification demands (11.2.1).
  static PixelBox of(byte[] png) {
    ByteBuffer header = ByteBuffer.wrap(png);
    return new PixelBox(
        Math.max(1, header.getInt(PLACE_OF_THE_SIZE)),
        Math.max(1, header.getInt(PLACE_OF_THE_SIZE + 4)));
  }

  /// The cells in the middle of an area that the picture fills at its own proportions.
  Area fittedInto(Area area) {
    PixelBox room = of(area);
    double scale = Math.min((double) room.width / width, (double) room.height / height);
    return area.centred(cells(width * scale / CELL_WIDTH), cells(height * scale / CELL_HEIGHT));
  }

  private static int cells(double exact) {
    return Math.max(1, Math.toIntExact(Math.round(exact)));
  }
}
