package dev.easel.app.tui.dashboard.state;

import java.time.Duration;
import java.time.Instant;

/// How the provider was last found.
public sealed interface Connection {

  /// Nobody has called it yet.
  record Untried() implements Connection {}

  /// It answered.
  record Online() implements Connection {}

  /// It could not be reached.
  ///
  /// @param reason a few words
  /// @param next when it is tried again
  record Offline(String reason, Instant next) implements Connection {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// Not reached at `now`, and to be tried again after a while.
    public static Offline at(Instant now, String reason) {
      return new Offline(reason, now.plus(PATIENCE));
    }
  }
}
