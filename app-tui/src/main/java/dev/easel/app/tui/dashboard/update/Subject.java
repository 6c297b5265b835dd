package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.dashboard.state.Books;
import dev.easel.app.tui.dashboard.state.Layer;
import dev.easel.app.tui.dashboard.state.Pane;
import dev.easel.app.tui.dashboard.state.State;
import dev.easel.domain.ledger.Entry;
import java.util.List;
import java.util.Optional;

/// The entry that a key acts on.
public final class Subject {

  private Subject() {}

  /// The chosen entry of what lies on top, or of the tab.
  public static Optional<Entry> of(State state) {
    return opened(state).or(() -> onTab(state));
  }

  private static Optional<Entry> opened(State state) {
    return state
        .layers()
        .highest(Layer.Picture.class)
        .map(Layer.Picture::entry)
        .or(() -> state.layers().highest(Layer.Detail.class).map(Layer.Detail::entry));
  }

  private static Optional<Entry> onTab(State state) {
    return switch (state.place().tab()) {
      case OVERVIEW -> overview(state);
      case REQUESTS -> state.requests().listing().current();
      case GALLERY -> Gallery.of(state.requests()).current();
      case STATS -> Optional.empty();
    };
  }

  /// The marked entries, or the chosen one when none is marked.
  public static List<Entry> all(State state) {
    List<Entry> marked = state.requests().listing().picked();
    return switch (state.place().tab()) {
      case REQUESTS, GALLERY ->
          opened(state).isPresent() || marked.isEmpty() ? of(state).stream().toList() : marked;
      case OVERVIEW, STATS -> of(state).stream().toList();
    };
  }

  /// Why there is nothing to act on.
  public static Optional<String> missing(State state) {
    return of(state).isPresent() ? Optional.empty() : Optional.of("no request is chosen");
  }

  private static Optional<Entry> overview(State state) {
    boolean picture = state.place().alone() && state.place().pane() == Pane.PICTURE;
    if (picture) {
      return OverviewLayout.pictured(state);
    }
    return OverviewLayout.listed(state) ? latest(state) : Optional.empty();
  }

  private static Optional<Entry> latest(State state) {
    Books.Sheet sheet = state.books().sheet();
    int row = state.place().row();
    return sheet == null || row >= sheet.latest().size()
        ? Optional.empty()
        : Optional.of(sheet.latest().get(row));
  }
}
