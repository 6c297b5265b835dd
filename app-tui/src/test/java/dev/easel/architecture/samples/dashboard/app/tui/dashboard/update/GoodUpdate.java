package dev.easel.architecture.samples.dashboard.app.tui.dashboard.update;

import dev.easel.architecture.samples.dashboard.app.tui.dashboard.state.GoodState;

/// A pure function.
public final class GoodUpdate {

  private GoodUpdate() {}

  /// The same again.
  public static GoodState of(GoodState state) {
    return state;
  }
}
