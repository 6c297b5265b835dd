package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.dashboard.state.Range;
import dev.easel.app.tui.dashboard.state.State;
import dev.easel.app.tui.dashboard.state.Tab;

/// Goes from place to place.
final class Places {

  private Places() {}

  static Step on(State state, Tab tab) {
    return Step.to(state.with(state.place().on(tab)));
  }

  /// Goes some charts to the right, or to the left below zero.
  static Step showing(State state, int step) {
    return Step.to(state.with(state.place().showing(state.place().chart().next(step))));
  }

  /// Looks as far back as `range`; what is shown stays until the answers come.
  static Step over(State state, Range range) {
    return Reading.all(state.with(state.place().over(range)));
  }
}
