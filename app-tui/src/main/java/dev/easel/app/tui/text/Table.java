package dev.easel.app.tui.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// Rows in columns that are as wide as their widest cell.
public final class Table {

  private static final String GAP = "  ";

  private final List<String> heads;
  private final List<Boolean> numeric;
  private final List<Integer> least;
  private final List<List<Cell>> rows = new ArrayList<>();

  /// A cell: visible text, and how it is painted once it has its width.
  ///
  /// @param paint leaves the width as it is
  public record Cell(String text, UnaryOperator<String> paint) {

    /// A cell that is not painted.
    public static Cell of(String text) {
      return new Cell(text, UnaryOperator.identity());
    }
  }

  /// A table without rows.
  ///
  /// @param heads of the columns; one that begins with `>` stands on the right, for numbers
  public Table(List<String> heads) {
    this(heads, Collections.nCopies(heads.size(), 0));
  }

  /// The same, of columns that are never narrower.
  ///
  /// @param least the cells of each column
  public Table(List<String> heads, List<Integer> least) {
    this.least = List.copyOf(least);
    this.heads = heads.stream().map(head -> head.replaceFirst("^>", "")).toList();
    this.numeric = heads.stream().map(head -> head.startsWith(">")).toList();
  }

  /// Adds a row with as many cells as there are columns.
  public void add(List<Cell> row) {
    rows.add(List.copyOf(row));
  }

  /// Whether it has no rows.
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /// The lines of the table, its heads first.
  public List<String> lines(Palette palette) {
    int[] widths = IntStream.range(0, heads.size()).map(this::width).toArray();
    List<String> lines = new ArrayList<>();
    List<Cell> top = heads.stream().map(head -> new Cell(head, palette::faint)).toList();
    lines.add(line(top, widths));
    rows.forEach(row -> lines.add(line(row, widths)));
    return lines;
  }

  private int width(int column) {
    int widest = Math.max(least.get(column), Cells.width(heads.get(column)));
    for (List<Cell> row : rows) {
      widest = Math.max(widest, Cells.width(row.get(column).text()));
    }
    return widest;
  }

  private String line(List<Cell> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      Cell cell = cells.get(column);
      boolean last = column == cells.size() - 1;
      String placed = placed(cell, numeric.get(column), widths[column], last);
      line.append(column == 0 ? "" : GAP).append(cell.paint().apply(placed));
    }
    return line.toString().stripTrailing();
  }

  private static String placed(Cell cell, boolean right, int width, boolean last) {
    if (right) {
      return Cells.aligned(cell.text(), width);
    }
    return last ? cell.text() : Cells.padded(cell.text(), width);
  }
}
