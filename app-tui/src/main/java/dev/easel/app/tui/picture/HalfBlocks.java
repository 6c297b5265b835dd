package dev.easel.app.tui.picture;

import dev.easel.app.tui.screen.Cell;
import dev.easel.app.tui.screen.Ink;
import dev.easel.domain.image.Raster;

/// Draws two pixels in each cell: the upper one as its foreground, the lower one as its background.
final class HalfBlocks {

  private static final String UPPER_HALF = "▀";

  private HalfBlocks() {}

  static PictureCells of(Raster raster) {
    int columns = raster.width();
    int rows = (raster.height() + 1) / 2;
    return PictureCells.of(columns, rows, at -> cell(raster, at % columns, at / columns * 2));
  }

  private static Cell cell(Raster raster, int x, int y) {
    int upper = raster.pixel(x, y);
    int lower = raster.pixel(x, Math.min(y + 1, raster.height() - 1));
    return new Cell(UPPER_HALF, new Ink.Exact(upper, lower));
  }
}
