package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.dashboard.state.Click;
import dev.easel.app.tui.dashboard.state.Listing;
import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Cell;
import dev.easel.app.tui.screen.Ground;
import dev.easel.app.tui.screen.Ink;
import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.text.Cells;
import dev.easel.domain.ledger.Entry;
import java.util.List;

/// Entries one below the other, under the names of their columns.
final class EntryRows {

  private EntryRows() {}

  static void draw(Canvas canvas, Scene scene, Listing listing) {
    List<EntryColumn> columns = EntryColumn.fitting(listing.entries(), canvas.columns() - 3);
    names(canvas, columns);
    Canvas rows = canvas.part(canvas.area().below(2));
    int first = first(listing, rows.rows());
    for (int row = 0; row < rows.rows() && first + row < listing.entries().size(); row++) {
      row(rows.part(rows.area().below(row).top(1)), scene, listing, first + row, columns);
    }
    end(rows, listing, listing.entries().size() - first);
  }

  // The chosen row stays in the middle where that can be.
  private static int first(Listing listing, int rows) {
    int below = listing.next() == null ? 2 : 0; // for the words that it ends there
    int last = Math.max(0, listing.entries().size() + below - rows);
    return Math.clamp(listing.chosen() - rows / 2, 0, last);
  }

  private static void names(Canvas canvas, List<EntryColumn> columns) {
    int column = 3;
    for (EntryColumn one : columns) {
      canvas.text(column, 0, one.heading(canvas.columns() - column), Role.MUTED);
      column += one.width() + 1;
    }
    for (int across = 0; across < canvas.columns(); across++) {
      canvas.put(across, 1, new Cell("─", Ink.of(Role.BORDER)));
    }
  }

  private static void row(
      Canvas canvas, Scene scene, Listing listing, int index, List<EntryColumn> columns) {
    Entry entry = listing.entries().get(index);
    int column = 3;
    for (EntryColumn one : columns) {
      EntryColumn.Text text = one.text(entry, scene);
      int room = Math.min(one.width(), canvas.columns() - column);
      canvas.text(column, 0, one.fitted(text.words(), room), text.role());
      column += one.width() + 1;
    }
    if (listing.marked().contains(entry.id())) {
      canvas.text(2, 0, "●", Role.WARNING);
    } else if (entry.star()) {
      canvas.text(2, 0, "★", Role.WARNING);
    }
    if (index == listing.chosen()) {
      canvas.text(1, 0, "▶", Role.KEY);
      canvas.ground(Ground.CHOSEN);
    }
    canvas.target(new Click.OnRow(index));
  }

  private static void end(Canvas rows, Listing listing, int row) {
    if (listing.next() == null && row + 1 < rows.rows()) {
      String clear = listing.filter().isEmpty() ? "" : " Esc clears the filter.";
      rows.text(
          3, row + 1, Cells.shortened("end of list." + clear, rows.columns() - 4), Role.MUTED);
    }
  }
}
