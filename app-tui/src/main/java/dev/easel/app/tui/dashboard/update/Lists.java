package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.dashboard.state.Listing;
import dev.easel.app.tui.dashboard.state.State;
import java.util.function.UnaryOperator;

/// Changes the list of requests in the state.
final class Lists {

  private Lists() {}

  static State with(State state, Listing listing) {
    return state.with(state.requests().with(listing));
  }

  static State change(State state, UnaryOperator<Listing> change) {
    return with(state, change.apply(state.requests().listing()));
  }
}
