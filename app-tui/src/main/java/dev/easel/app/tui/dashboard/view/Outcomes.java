package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.dashboard.state.Books;
import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.text.Cells;
import dev.easel.app.tui.text.Figures;
import dev.easel.domain.ledger.Statistics;
import java.util.List;
import java.util.Optional;

/// How requests ended, today and in the range: a row each under the names of the columns.
final class Outcomes {

  private static final int LABEL = 6;
  private static final int FEWEST_ROWS = 3;
  private static final int WIDEST = 10;
  private static final List<String> HEADS = List.of("requests", "✓", "✗ failed", "? unknown");

  private Outcomes() {}

  /// Draws them at the foot of the canvas, one row away from what is above; nothing where there is
  /// no room.
  static void draw(Canvas canvas, Scene scene, Books.Sheet sheet) {
    Optional<Statistics.Totals> today =
        sheet.all().days().stream()
            .filter(line -> line.day().equals(scene.today()))
            .map(Statistics.DayLine::totals)
            .findFirst();
    if (canvas.rows() < FEWEST_ROWS) {
      return;
    }
    Canvas foot = canvas.part(canvas.area().bottom(FEWEST_ROWS));
    heads(foot);
    today.ifPresentOrElse(
        totals -> row(foot, 1, "today", totals),
        () -> foot.text(0, 1, "today  no request yet", Role.MUTED));
    row(foot, 2, sheet.range().word(), sheet.ranged().totals());
  }

  private static int wide(Canvas canvas) {
    return Math.min(WIDEST, (canvas.columns() - LABEL) / HEADS.size());
  }

  private static void heads(Canvas canvas) {
    for (int column = 0; column < HEADS.size(); column++) {
      String head = HEADS.get(column);
      String brief = wide(canvas) > Cells.width(head) ? head : head.substring(0, 1);
      right(canvas, 0, column, column == 0 && brief.length() == 1 ? "n" : brief, Role.MUTED);
    }
  }

  private static void row(Canvas canvas, int row, String label, Statistics.Totals totals) {
    canvas.text(0, row, label, Role.TEXT);
    right(canvas, row, 0, Figures.count(totals.requests()), Role.TEXT);
    right(canvas, row, 1, Figures.count(totals.successful()), Role.GOOD);
    right(canvas, row, 2, Figures.count(totals.failed()), role(totals.failed(), Role.BAD));
    right(canvas, row, 3, Figures.count(totals.unknown()), role(totals.unknown(), Role.WARNING));
  }

  private static Role role(long count, Role otherwise) {
    return count == 0 ? Role.MUTED : otherwise;
  }

  private static void right(Canvas canvas, int row, int column, String text, Role role) {
    int end = LABEL + (column + 1) * wide(canvas);
    canvas.text(end - Cells.width(text), row, text, role);
  }
}
