package dev.easel.app.tui.screen;

import java.util.ArrayList;
import java.util.List;

/// A rectangle of cells. It may be empty, but never has a negative side.
///
/// @param left the first column, from 0
/// @param top the first row, from 0
public record Area(int left, int top, int columns, int rows) {

  /// Takes a negative side for none.
  public Area {
    columns = Math.max(0, columns);
    rows = Math.max(0, rows);
  }

  /// Whether there is no cell in it.
  public boolean empty() {
    return columns == 0 || rows == 0;
  }

  /// What is left within a border of one cell.
  public Area within() {
    return new Area(left + 1, top + 1, columns - 2, rows - 2);
  }

  /// The first `count` rows, or as many as there are.
  public Area top(int count) {
    return new Area(left, top, columns, Math.min(Math.max(0, count), rows));
  }

  /// The last `count` rows, or as many as there are.
  public Area bottom(int count) {
    int kept = Math.min(Math.max(0, count), rows);
    return new Area(left, top + rows - kept, columns, kept);
  }

  /// All but the first `count` rows.
  public Area below(int count) {
    return bottom(rows - Math.max(0, count));
  }

  /// All but the last `count` rows.
  public Area above(int count) {
    return top(rows - Math.max(0, count));
  }

  /// The first `count` columns, or as many as there are.
  public Area left(int count) {
    return new Area(left, top, Math.min(Math.max(0, count), columns), rows);
  }

  /// All but the first `count` columns.
  public Area rightOf(int count) {
    int gone = Math.min(Math.max(0, count), columns);
    return new Area(left + gone, top, columns - gone, rows);
  }

  /// Side by side, `count` of the same width; the first ones take what is over.
  public List<Area> columns(int count) {
    List<Area> parts = new ArrayList<>(count);
    int from = left;
    for (int part = 0; part < count; part++) {
      int wide = columns / count + (part < columns % count ? 1 : 0);
      parts.add(new Area(from, top, wide, rows));
      from += wide;
    }
    return parts;
  }

  /// One below the other, `count` of the same height; the first ones take what is over.
  public List<Area> rows(int count) {
    List<Area> parts = new ArrayList<>(count);
    int from = top;
    for (int part = 0; part < count; part++) {
      int high = rows / count + (part < rows % count ? 1 : 0);
      parts.add(new Area(left, from, columns, high));
      from += high;
    }
    return parts;
  }

  /// In the middle of it, as large as asked for or as there is room.
  public Area centred(int wide, int high) {
    int fittingColumns = Math.min(wide, columns);
    int fittingRows = Math.min(high, rows);
    return new Area(
        left + (columns - fittingColumns) / 2,
        top + (rows - fittingRows) / 2,
        fittingColumns,
        fittingRows);
  }

  /// Whether the cell lies in it.
  public boolean contains(int column, int row) {
    return column >= left && column < left + columns && row >= top && row < top + rows;
  }
}
