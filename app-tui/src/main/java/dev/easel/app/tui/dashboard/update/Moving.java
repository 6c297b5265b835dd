package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.dashboard.state.Books;
import dev.easel.app.tui.dashboard.state.Layer;
import dev.easel.app.tui.dashboard.state.Listing;
import dev.easel.app.tui.dashboard.state.State;

/// Goes up and down in whatever has rows.
final class Moving {

  private static final int NEAR = 50;
  private static final int FURNITURE = 8;

  private Moving() {}

  /// Goes some rows down, or up below zero.
  static Step by(State state, int rows) {
    return state
        .layers()
        .top()
        .map(layer -> Step.to(layered(state, layer, rows)))
        .orElseGet(() -> onTab(state, rows));
  }

  /// Goes some half pages down, or up below zero.
  static Step halfPages(State state, int count) {
    if (Details.onGallery(state)) {
      return Gallery.pages(state, count);
    }
    return by(state, count * Math.max(1, (state.world().size().rows() - FURNITURE) / 2));
  }

  /// Goes to the first row, or the last that was read.
  static Step end(State state, boolean last) {
    int far = last ? Integer.MAX_VALUE / 2 : Integer.MIN_VALUE / 2;
    return Details.onGallery(state) ? Gallery.by(state, far) : by(state, far);
  }

  private static State layered(State state, Layer layer, int rows) {
    return switch (layer) {
      case Layer.Line _, Layer.Form _, Layer.Offer _ -> state;
      case Layer.Detail detail -> Details.scrolled(state, detail, rows);
      case Layer.Picture picture -> Details.vertically(state, picture, rows);
      case Layer.Help help -> Helping.moved(state, help, rows);
      case Layer.Menu menu ->
          state.with(
              state
                  .layers()
                  .topped(
                      menu.choosing(
                          Math.abs(rows) > menu.choices().size()
                              ? edge(menu, rows)
                              : menu.chosen() + rows)));
      case Layer.BudgetSheet(int first) -> sheet(state, first, rows);
      case Layer.MessageList(int first) ->
          state.with(
              state
                  .layers()
                  .topped(
                      new Layer.MessageList(
                          Math.clamp(
                              (long) first + rows,
                              0,
                              Math.max(0, state.messages().recent().size() - 1)))));
    };
  }

  // On a larger screen there may be less to scroll than before.
  private static State sheet(State state, int first, int rows) {
    int most = BudgetRows.most(state);
    int moved = Math.clamp((long) Math.min(first, most) + rows, 0, most);
    return state.with(state.layers().topped(new Layer.BudgetSheet(moved)));
  }

  private static int edge(Layer.Menu menu, int rows) {
    return rows < 0 ? 0 : menu.choices().size() - 1;
  }

  private static Step onTab(State state, int rows) {
    return switch (state.place().tab()) {
      case OVERVIEW -> Step.to(state.with(state.place().at(latest(state, rows))));
      case REQUESTS -> listed(state, rows);
      case GALLERY -> Gallery.rows(state, rows);
      case STATS -> Step.to(state);
    };
  }

  private static int latest(State state, int rows) {
    Books.Sheet sheet = state.books().sheet();
    if (!OverviewLayout.listed(state)) {
      return state.place().row();
    }
    int most = sheet == null ? 0 : Math.max(0, sheet.latest().size() - 1);
    return Math.clamp((long) state.place().row() + rows, 0, most);
  }

  private static Step listed(State state, int rows) {
    Listing listing = state.requests().listing();
    int most = Math.max(0, listing.entries().size() - 1);
    int index = Math.clamp((long) listing.chosen() + rows, 0, most);
    State moved = Lists.with(state, listing.choosing(index));
    return index + NEAR >= listing.entries().size() ? Reading.more(moved) : Step.to(moved);
  }
}
