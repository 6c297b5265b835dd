package dev.easel.app.tui.picture;

import dev.easel.app.tui.screen.Theme;
import dev.easel.domain.image.Raster;

/// What stands for pixels in cells. In each of them a cell is one pixel wide and two high, as it is
/// about twice as high as wide.
public enum Style {
  /// Two pixels a cell, one above the other, each in its colour.
  HALF_BLOCKS,
  /// One character a cell, which fills the more of it the brighter the picture is.
  CHARACTERS,
  /// One character a cell, which fills the more of it the darker the picture is.
  CHARACTERS_ON_LIGHT;

  /// What suits a terminal with this theme.
  public static Style of(Theme theme) {
    return switch (theme.depth()) {
      case INDEXED, TRUE -> theme.ascii() ? characters(theme) : HALF_BLOCKS;
      case NONE, SIXTEEN -> characters(theme);
    };
  }

  private static Style characters(Theme theme) {
    return theme.name() == Theme.Name.LIGHT ? CHARACTERS_ON_LIGHT : CHARACTERS;
  }

  /// Cells for pixels; of an odd number of rows the last one is shown twice as high.
  PictureCells cells(Raster raster) {
    return switch (this) {
      case HALF_BLOCKS -> HalfBlocks.of(raster);
      case CHARACTERS -> Characters.of(raster, /* onLight= */ false);
      case CHARACTERS_ON_LIGHT -> Characters.of(raster, /* onLight= */ true);
    };
  }
}
