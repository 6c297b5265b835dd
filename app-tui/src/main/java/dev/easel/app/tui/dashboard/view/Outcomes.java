package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.dashboard.state.Books;
import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.text.Cells;
import dev.easel.app.tui.text.Figures;
import dev.easel.domain.ledger.Statistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/// How requests ended, today and in the range: a row each under the names of the columns.
///
/// @param canvas three rows
/// @param rows of today, if there was a request, and of the range
/// @param columns those for which there is room
record Outcomes(Canvas canvas, List<Statistics.Totals> rows, List<Column> columns) {

  private static final int LABEL = 6;
  private static final int FEWEST_ROWS = 3;
  private static final int WIDEST = 10;

  /// How many ended in one way.
  ///
  /// @param brief its name where there is little room
  private record Column(
      String name, String brief, ToLongFunction<Statistics.Totals> count, Role role) {

    String figure(Statistics.Totals totals) {
      return Figures.count(count.applyAsLong(totals));
    }

    int wide(List<Statistics.Totals> rows) {
      return rows.stream().mapToInt(totals -> Cells.width(figure(totals))).max().orElse(0) + 1;
    }
  }

  private static final Column SUCCESSFUL =
      new Column("✓", "✓", Statistics.Totals::successful, Role.GOOD);
  private static final List<Column> ALL =
      List.of(
          new Column("requests", "n", Statistics.Totals::requests, Role.TEXT),
          SUCCESSFUL,
          new Column("✗ failed", "✗", Statistics.Totals::failed, Role.BAD),
          new Column("? unknown", "?", Statistics.Totals::unknown, Role.WARNING));

  /// Draws them at the foot of the canvas, one row away from what is above; nothing where there is
  /// no room.
  static void draw(Canvas canvas, Scene scene, Books.Sheet sheet) {
    if (canvas.rows() < FEWEST_ROWS) {
      return;
    }
    Optional<Statistics.Totals> today =
        sheet.all().days().stream()
            .filter(line -> line.day().equals(scene.today()))
            .map(Statistics.DayLine::totals)
            .findFirst();
    Statistics.Totals range = sheet.ranged().totals();
    List<Statistics.Totals> rows = Stream.concat(today.stream(), Stream.of(range)).toList();
    Canvas foot = canvas.part(canvas.area().bottom(FEWEST_ROWS));
    Outcomes outcomes = new Outcomes(foot, rows, fitting(rows, foot.columns() - LABEL));
    outcomes.heads();
    today.ifPresentOrElse(
        totals -> outcomes.row(1, "today", totals),
        () -> foot.text(0, 1, "today  no request yet", Role.MUTED));
    outcomes.row(2, sheet.range().word(), range);
  }

  // How many went well can be told from the others.
  private static List<Column> fitting(List<Statistics.Totals> rows, int room) {
    List<Column> columns = new ArrayList<>(ALL);
    if (columns.stream().mapToInt(column -> column.wide(rows)).sum() > room) {
      columns.remove(SUCCESSFUL);
    }
    return columns;
  }

  private int even() {
    return Math.min(WIDEST, (canvas.columns() - LABEL) / columns.size());
  }

  // All alike where every figure has room for itself.
  private int wide(Column column) {
    boolean alike = columns.stream().allMatch(one -> one.wide(rows) <= even());
    return alike ? even() : column.wide(rows);
  }

  private void heads() {
    int end = LABEL;
    for (Column column : columns) {
      end += wide(column);
      boolean room = wide(column) > Cells.width(column.name());
      right(end, 0, room ? column.name() : column.brief(), Role.MUTED);
    }
  }

  private void row(int row, String label, Statistics.Totals totals) {
    canvas.text(0, row, label, Role.TEXT);
    int end = LABEL;
    for (Column column : columns) {
      end += wide(column);
      boolean some = column.count().applyAsLong(totals) != 0;
      right(end, row, column.figure(totals), some ? column.role() : Role.MUTED);
    }
  }

  private void right(int end, int row, String text, Role role) {
    canvas.text(end - Cells.width(text), row, text, role);
  }
}
