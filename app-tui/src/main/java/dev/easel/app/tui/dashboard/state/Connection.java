package dev.easel.app.tui.dashboard.state;

import java.time.Instant;

/// How the provider was last found.
public sealed interface Connection {

  /// Nobody has called it yet.
  record Untried() implements Connection {}

  /// It answered.
  record Online(Instant since) implements Connection {}

  /// It could not be reached.
  ///
  /// @param reason a few words
  /// @param next when it is tried again
  record Offline(Instant since, String reason, Instant next) implements Connection {}
}
