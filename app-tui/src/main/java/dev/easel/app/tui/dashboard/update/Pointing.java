package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.dashboard.state.State;
import dev.easel.app.tui.dashboard.state.Tab;

/// What a click does.
final class Pointing {

  private static final int FIRST_TAB = 8;

  private Pointing() {}

  /// A click on a tab opens it.
  static Step clicked(State state, int column, int row) {
    if (row != 0 || state.layers().top().isPresent()) {
      return Step.to(state);
    }
    int left = FIRST_TAB;
    for (Tab tab : Tab.values()) {
      int right = left + tab.title().length() + 4;
      if (column >= left && column < right) {
        return Step.to(state.with(state.place().on(tab)));
      }
      left = right;
    }
    return Step.to(state);
  }
}
