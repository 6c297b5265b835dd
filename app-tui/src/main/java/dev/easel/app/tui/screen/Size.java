package dev.easel.app.tui.screen;

/// How large a screen is, in cells; at least one by one.
public record Size(int columns, int rows) {

  /// Takes less than one for one.
  public Size {
    columns = Math.max(1, columns);
    rows = Math.max(1, rows);
  }

  /// Whether a screen of the other size has room on this.
  public boolean holds(Size other) {
    return columns >= other.columns && rows >= other.rows;
  }

  /// All of it.
  public Area area() {
    return new Area(0, 0, columns, rows);
  }

  @Override
  public String toString() {
    return columns + "x" + rows;
  }
}
