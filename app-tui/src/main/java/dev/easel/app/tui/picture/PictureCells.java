package dev.easel.app.tui.picture;

import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Cell;
import java.util.Arrays;
import java.util.function.IntFunction;

/// A block of cells that shows a picture. Immutable.
public final class PictureCells {

  private final int columns;
  private final int rows;
  private final Cell[] cells;

  private PictureCells(int columns, int rows, Cell[] cells) {
    this.columns = columns;
    this.rows = rows;
    this.cells = cells;
  }

  /// Cells by their number, row by row from 0.
  static PictureCells of(int columns, int rows, IntFunction<Cell> cell) {
    Cell[] cells = new Cell[columns * rows];
    Arrays.setAll(cells, cell);
    return new PictureCells(columns, rows, cells);
  }

  /// How many columns it takes.
  public int columns() {
    return columns;
  }

  /// How many rows it takes.
  public int rows() {
    return rows;
  }

  /// Draws it in the middle of the canvas; where that is too small, the middle of it.
  public void draw(Canvas canvas) {
    int left = Math.floorDiv(canvas.columns() - columns, 2);
    int top = Math.floorDiv(canvas.rows() - rows, 2);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        canvas.put(left + column, top + row, cells[row * columns + column]);
      }
    }
  }
}
