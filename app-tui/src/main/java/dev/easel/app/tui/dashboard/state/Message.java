package dev.easel.app.tui.dashboard.state;

import java.time.Duration;
import java.time.Instant;

/// Something that the user was told.
public record Message(Instant at, Severity severity, String text) {

  /// How much it matters.
  public enum Severity {
    /// It worked.
    SUCCESS(Duration.ofSeconds(4)),
    /// It needs a look.
    WARNING(Duration.ofSeconds(6)),
    /// It went wrong; stays until a key is pressed.
    ERROR(Duration.ofDays(1));

    private final Duration shown;

    Severity(Duration shown) {
      this.shown = shown;
    }
  }

  /// Whether it is still to be seen.
  public boolean visible(Instant now) {
    return now.isBefore(at.plus(severity.shown));
  }

  /// When it goes by itself.
  public Instant ends() {
    return at.plus(severity.shown);
  }
}
