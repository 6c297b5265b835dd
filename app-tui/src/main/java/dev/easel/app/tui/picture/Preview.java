package dev.easel.app.tui.picture;

/// What a face can show of a picture.
public sealed interface Preview {

  /// The picture.
  ///
  /// @param width how many pixels wide it is at the scale that is shown, parts not seen included
  /// @param height how many pixels high, likewise
  record Drawn(PictureCells cells, int width, int height) implements Preview {}

  /// It was here and has been removed on purpose.
  record Pruned() implements Preview {}

  /// There is no such picture file.
  record Missing() implements Preview {}

  /// Its file cannot be drawn: it is SVG, damaged, too large, or cannot be read.
  record Undrawable() implements Preview {}
}
