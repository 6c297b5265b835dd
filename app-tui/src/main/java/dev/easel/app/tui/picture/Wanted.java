package dev.easel.app.tui.picture;

/// A picture as somebody wants to see it.
///
/// @param sha256 its name in the picture store
/// @param columns of the cells that it may take
/// @param rows of the cells that it may take
public record Wanted(String sha256, int columns, int rows, Scale scale) {

  /// Takes less than one column or row for one.
  public Wanted {
    columns = Math.max(1, columns);
    rows = Math.max(1, rows);
  }

  /// How large its pixels are shown.
  public sealed interface Scale {

    /// All of it, as large as there is room.
    record Fit() implements Scale {}

    /// One pixel a column and two a row.
    ///
    /// @param left of the part that is seen, in pixels from 0; what lies outside is taken for the
    ///   nearest that does not
    /// @param top of the part that is seen, likewise
    record Full(int left, int top) implements Scale {}
  }

  /// All of a picture, as large as there is room.
  public static Wanted fit(String sha256, int columns, int rows) {
    return new Wanted(sha256, columns, rows, new Scale.Fit());
  }
}
