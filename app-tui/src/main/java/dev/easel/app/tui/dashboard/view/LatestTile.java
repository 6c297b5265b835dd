package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.dashboard.state.Books;
import dev.easel.app.tui.dashboard.state.Click;
import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Ground;
import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.text.Cells;
import dev.easel.app.tui.text.Figures;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.Statistics;
import java.util.ArrayList;
import java.util.List;

/// The newest requests of the range, one of which is chosen.
final class LatestTile {

  private static final int MARGIN = 2;
  private static final int ROWS_WITH_HEADS = 8;

  private final Scene scene;
  private final Books.Sheet sheet;

  LatestTile(Scene scene, Books.Sheet sheet) {
    this.scene = scene;
    this.sheet = sheet;
  }

  void draw(Canvas canvas) {
    Canvas within = Panel.draw(canvas, "Last requests", String.join(", ", counted()), true);
    if (sheet.latest().isEmpty()) {
      String sentence = "no request in the last " + sheet.range().word() + "; t looks further back";
      within.text(1, 0, Cells.shortened(sentence, within.columns() - 2), Role.MUTED);
      return;
    }
    List<EntryColumn> columns = EntryColumn.fitting(sheet.latest(), within.columns() - MARGIN - 1);
    boolean heads = within.rows() >= ROWS_WITH_HEADS;
    if (heads) {
      heads(within, columns);
    }
    rows(within.part(within.area().below(heads ? 1 : 0)), columns);
  }

  private List<String> counted() {
    Statistics.Totals totals = sheet.ranged().totals();
    List<String> words = new ArrayList<>();
    words.add(Figures.count(totals.requests() + totals.running()) + " in " + sheet.range().word());
    if (totals.failed() > 0) {
      words.add(Figures.count(totals.failed()) + " failed");
    }
    if (totals.unknown() > 0) {
      words.add(Figures.count(totals.unknown()) + " unknown");
    }
    return words;
  }

  private static void heads(Canvas canvas, List<EntryColumn> columns) {
    int column = MARGIN;
    for (EntryColumn one : columns) {
      canvas.text(column, 0, one.heading(canvas.columns() - column), Role.MUTED);
      column += one.width() + 1;
    }
  }

  private void rows(Canvas canvas, List<EntryColumn> columns) {
    List<Entry> latest = sheet.latest();
    int chosen = Math.clamp(scene.state().place().row(), 0, latest.size() - 1);
    int first = Math.clamp(chosen - canvas.rows() + 1L, 0, latest.size());
    for (int row = 0; row < canvas.rows() && first + row < latest.size(); row++) {
      Canvas line = canvas.part(canvas.area().below(row).top(1));
      row(line, latest.get(first + row), columns, first + row == chosen);
      line.target(new Click.OnRow(first + row));
    }
  }

  private void row(Canvas canvas, Entry entry, List<EntryColumn> columns, boolean chosen) {
    int column = MARGIN;
    for (EntryColumn one : columns) {
      EntryColumn.Text text = one.text(entry, scene);
      int room = Math.min(one.width(), canvas.columns() - column - 1);
      canvas.text(column, 0, one.fitted(text.words(), room), text.role());
      column += one.width() + 1;
    }
    if (entry.star()) {
      canvas.text(1, 0, "★", Role.WARNING);
    }
    if (chosen) {
      canvas.text(0, 0, "▶", Role.KEY);
      canvas.ground(Ground.CHOSEN);
    }
  }
}
