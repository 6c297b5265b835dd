package dev.easel.app.tui.picture;

import dev.easel.app.tui.screen.Cell;
import dev.easel.app.tui.screen.Ink;
import dev.easel.app.tui.screen.Role;
import dev.easel.domain.image.Raster;
import java.util.List;

/// Draws a character for each two pixels, from a ramp on which each fills more of its cell than the
/// one before. The darkest and the brightest pixel of the picture take the ends of the ramp, so
/// that a picture without contrast is not a grey block.
final class Characters {

  private static final List<Cell> RAMP =
      " .:-=+*#%@"
          .chars()
          .mapToObj(each -> new Cell(Character.toString(each), Ink.of(Role.TEXT)))
          .toList();

  // Less is noise, which the ramp would blow up.
  private static final int LEAST_RANGE = 48;

  private final Raster raster;
  private final int darkest;
  private final int range;
  private final boolean onLight;

  private Characters(Raster raster, boolean onLight) {
    this.raster = raster;
    this.onLight = onLight;
    int least = 255;
    int most = 0;
    for (int y = 0; y < raster.height(); y++) {
      for (int x = 0; x < raster.width(); x++) {
        int light = light(raster.pixel(x, y));
        least = Math.min(least, light);
        most = Math.max(most, light);
      }
    }
    this.range = Math.max(LEAST_RANGE, most - least);
    this.darkest = Math.clamp(least, 0, 255 - range);
  }

  /// @param onLight whether the terminal's background is brighter than its characters
  static PictureCells of(Raster raster, boolean onLight) {
    Characters drawing = new Characters(raster, onLight);
    int columns = raster.width();
    int rows = (raster.height() + 1) / 2;
    return PictureCells.of(columns, rows, at -> drawing.cell(at % columns, at / columns * 2));
  }

  private Cell cell(int x, int y) {
    int lower = Math.min(y + 1, raster.height() - 1);
    int light = (light(raster.pixel(x, y)) + light(raster.pixel(x, lower))) / 2 - darkest;
    int step = Math.min(RAMP.size() - 1, light * RAMP.size() / range);
    return RAMP.get(onLight ? RAMP.size() - 1 - step : step);
  }

  // Luma of ITU-R BT.601: how bright a colour looks, 0 to 255.
  private static int light(int rgb) {
    return ((rgb >> 16) * 299 + ((rgb >> 8) & 0xff) * 587 + (rgb & 0xff) * 114) / 1_000;
  }
}
