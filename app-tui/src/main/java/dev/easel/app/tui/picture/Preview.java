package dev.easel.app.tui.picture;

import dev.easel.domain.image.Raster;

/// What a face can show of a picture.
public sealed interface Preview {

  /// The picture, or the part of it that was wanted.
  ///
  /// @param seen its pixels
  /// @param width how many pixels wide it is at the scale that is shown, parts not seen included
  /// @param height how many pixels high, likewise
  record Drawn(Raster seen, int width, int height) implements Preview {

    /// The cells that show it.
    public PictureCells cells(Style style) {
      return style.cells(seen);
    }
  }

  /// It was here and has been removed on purpose.
  record Pruned() implements Preview {}

  /// There is no such picture file.
  record Missing() implements Preview {}

  /// Its file cannot be drawn: it is SVG, damaged, too large, or cannot be read.
  record Undrawable() implements Preview {}
}
