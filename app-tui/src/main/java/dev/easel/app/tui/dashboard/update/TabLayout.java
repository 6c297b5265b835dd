package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.dashboard.state.State;
import dev.easel.app.tui.screen.Area;

/// What a tab has of a screen: all between the tabs, with a warning below them if there is one, and
/// the last two lines.
final class TabLayout {

  private static final int FURNITURE = 3;

  private TabLayout() {}

  /// All of it, in coordinates of its own.
  static Area body(State state) {
    int warning = Warning.of(state).isPresent() ? 1 : 0;
    return state.world().size().area().top(state.world().size().rows() - FURNITURE - warning);
  }
}
