package dev.easel.architecture.samples.dashboard.app.tui.dashboard.update;

import dev.easel.architecture.samples.dashboard.app.tui.dashboard.state.GoodState;
import java.time.Instant;

/// A function that looks at the clock.
public final class BadClock {

  private BadClock() {}

  /// The state as it is now.
  public static GoodState of() {
    return new GoodState(Instant.now());
  }
}
