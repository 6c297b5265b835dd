package dev.easel.app.tui.screen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Cells to draw on, as a whole or a part of a larger one. What would lie outside is left out, so
/// that a view need not know whether it has room. Not safe for use by several threads.
public final class Canvas {

  private final Size whole;
  private final Cell[] cells;
  private final List<Frame.Placement> placements;
  private final List<Frame.Spot> spots;
  private final Area area;

  private Canvas(
      Size whole,
      Cell[] cells,
      List<Frame.Placement> placements,
      List<Frame.Spot> spots,
      Area area) {
    this.whole = whole;
    this.cells = cells;
    this.placements = placements;
    this.spots = spots;
    this.area = area;
  }

  /// Blank cells.
  public static Canvas of(Size size) {
    Cell[] cells = new Cell[size.columns() * size.rows()];
    Arrays.fill(cells, Cell.BLANK);
    return new Canvas(size, cells, new ArrayList<>(), new ArrayList<>(), size.area());
  }

  /// How many columns there are, possibly none.
  public int columns() {
    return area.columns();
  }

  /// How many rows there are, possibly none.
  public int rows() {
    return area.rows();
  }

  /// All of it, in its own coordinates.
  public Area area() {
    return new Area(0, 0, area.columns(), area.rows());
  }

  /// A part of it, to draw on with coordinates of its own.
  public Canvas part(Area part) {
    int left = Math.clamp(part.left(), 0, area.columns());
    int top = Math.clamp(part.top(), 0, area.rows());
    int right = Math.clamp((long) part.left() + part.columns(), left, area.columns());
    int bottom = Math.clamp((long) part.top() + part.rows(), top, area.rows());
    Area clipped = new Area(area.left() + left, area.top() + top, right - left, bottom - top);
    return new Canvas(whole, cells, placements, spots, clipped);
  }

  /// Writes text on one line, of which nothing can move the cursor or turn the reading direction.
  ///
  /// @return the column behind it
  public int text(int column, int row, String text, Role role) {
    return text(column, row, text, Ink.of(role));
  }

  /// Writes text with any ink.
  ///
  /// @return the column behind it
  public int text(int column, int row, String text, Ink ink) {
    int next = column;
    for (Clusters.Cluster cluster : Clusters.of(text)) {
      if (next + cluster.columns() > area.columns()) {
        break;
      }
      put(next, row, new Cell(cluster.text(), ink));
      if (cluster.columns() == 2) {
        put(next + 1, row, new Cell("", ink));
      }
      next += cluster.columns();
    }
    return next;
  }

  /// Puts one cell.
  public void put(int column, int row, Cell cell) {
    if (area().contains(column, row)) {
      cells[(area.top() + row) * whole.columns() + area.left() + column] = cell;
    }
  }

  /// The cell in a column and a row of it.
  public Cell cell(int column, int row) {
    return cells[(area.top() + row) * whole.columns() + area.left() + column];
  }

  /// Puts the same cell everywhere, over pictures too; clicks mean nothing there any more.
  public void fill(Cell cell) {
    for (int row = 0; row < rows(); row++) {
      for (int column = 0; column < columns(); column++) {
        put(column, row, cell);
      }
    }
    uncover();
  }

  /// Lays a ground under what is there already.
  public void ground(Ground ground) {
    for (int row = 0; row < rows(); row++) {
      for (int column = 0; column < columns(); column++) {
        put(column, row, cell(column, row).on(ground));
      }
    }
  }

  /// Makes everything that is there muted, as what lies behind a window: clicks mean nothing there
  /// any more.
  public void mute() {
    for (int row = 0; row < rows(); row++) {
      for (int column = 0; column < columns(); column++) {
        put(column, row, new Cell(cell(column, row).glyph(), Ink.of(Role.MUTED)));
      }
    }
    uncover();
  }

  private void uncover() {
    placements.removeIf(placed -> overlaps(placed.area()));
    spots.removeIf(spot -> overlaps(spot.area()));
  }

  private boolean overlaps(Area other) {
    return other.left() < area.left() + area.columns()
        && area.left() < other.left() + other.columns()
        && other.top() < area.top() + area.rows()
        && area.top() < other.top() + other.rows();
  }

  /// Asks the terminal to draw a picture over all of it, and blanks its cells.
  public void place(String sha256) {
    fill(Cell.BLANK);
    placements.add(new Frame.Placement(sha256, area));
  }

  /// Says what a click on any of its cells means, unless something else is said of them later.
  public void target(Target target) {
    if (!area.empty()) {
      spots.add(new Frame.Spot(target, area));
    }
  }

  /// What has been drawn, on the whole canvas of which this may be a part.
  public Frame frame() {
    return new Frame(whole, cells, placements, spots);
  }
}
