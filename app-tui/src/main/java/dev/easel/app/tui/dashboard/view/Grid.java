package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.text.Cells;
import dev.easel.app.tui.text.Figures;
import dev.easel.app.tui.text.ModelWord;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A small table: a name at the left of every row, figures at the right, each in a column as wide
/// as its widest. Columns that have no room are left out, the last ones first.
final class Grid {

  private static final int GAP = 2;

  private final List<String> heads;
  private final List<List<EntryColumn.Text>> rows = new ArrayList<>();
  private List<String> names = List.of();
  private List<Integer> widths = List.of();

  /// A table without rows.
  ///
  /// @param heads of the name, then of the figures
  Grid(String... heads) {
    this.heads = List.of(heads);
  }

  /// Adds a row: a name, and as many figures as there are heads for them.
  Grid add(String name, EntryColumn.Text... figures) {
    List<EntryColumn.Text> row = new ArrayList<>();
    row.add(new EntryColumn.Text(name, Role.TEXT));
    row.addAll(List.of(figures));
    rows.add(row);
    return this;
  }

  /// How many rows it would like to have, that of the heads included.
  int height() {
    return rows.size() + 1;
  }

  /// Draws as much as has room.
  void draw(Canvas canvas) {
    names = rows.stream().map(row -> row.getFirst().words()).toList();
    widths = IntStream.range(0, heads.size()).mapToObj(this::widest).toList();
    int columns = fitting(canvas.columns());
    int room = Math.max(0, canvas.columns() - figures(columns));
    boolean brief = ModelWord.tooLong(names, room);
    int name = Math.min(room, brief ? briefest() : widths.getFirst());
    head(canvas, columns, name);
    boolean all = height() <= canvas.rows();
    int shown = all ? rows.size() : Math.max(0, canvas.rows() - 2);
    for (int row = 0; row < shown; row++) {
      name(canvas, row + 1, brief, name);
      figures(canvas, row + 1, columns, name);
    }
    if (!all && canvas.rows() > 1) {
      String more = "and " + Figures.count(rows.size() - (long) shown) + " more";
      canvas.text(0, shown + 1, more, Role.MUTED);
    }
  }

  private int fitting(int room) {
    int columns = heads.size();
    while (columns > 1 && briefest() + figures(columns) > room) {
      columns--;
    }
    return columns;
  }

  private int briefest() {
    int widest =
        names.stream().mapToInt(name -> Cells.width(ModelWord.brief(name))).max().orElse(0);
    return Math.max(widest, Cells.width(heads.getFirst()));
  }

  private int figures(int columns) {
    int cells = 0;
    for (int column = 1; column < columns; column++) {
      cells += GAP + widths.get(column);
    }
    return cells;
  }

  private int widest(int column) {
    int widest = Cells.width(heads.get(column));
    for (List<EntryColumn.Text> row : rows) {
      widest = Math.max(widest, Cells.width(row.get(column).words()));
    }
    return widest;
  }

  private void head(Canvas canvas, int columns, int name) {
    canvas.text(0, 0, Cells.shortened(heads.getFirst(), name), Role.MUTED);
    int end = name;
    for (int column = 1; column < columns; column++) {
      end += GAP + widths.get(column);
      canvas.text(end - Cells.width(heads.get(column)), 0, heads.get(column), Role.MUTED);
    }
  }

  private void name(Canvas canvas, int row, boolean brief, int cells) {
    String name = names.get(row - 1);
    canvas.text(0, row, Cells.shortened(brief ? ModelWord.brief(name) : name, cells), Role.TEXT);
  }

  private void figures(Canvas canvas, int row, int columns, int name) {
    int end = name;
    for (int column = 1; column < columns; column++) {
      end += GAP + widths.get(column);
      EntryColumn.Text cell = rows.get(row - 1).get(column);
      canvas.text(end - Cells.width(cell.words()), row, cell.words(), cell.role());
    }
  }
}
