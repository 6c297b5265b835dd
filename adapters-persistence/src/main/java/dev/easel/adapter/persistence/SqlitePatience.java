package dev.easel.adapter.persistence;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.BusyHandler;

/// Looks again until patience ends: soon at first, and then often enough to slip into the short
/// pause that a long import makes between its batches. An interrupt does not end it: what was begun
/// must be written. For one connection.
final class SqlitePatience extends BusyHandler {

  private static final int SOON = 16;
  private static final Duration SHORT = Duration.ofNanos(200_000);
  private static final Duration LONG = Duration.ofMillis(2);

  private final Duration longest;
  private boolean none;
  private long since;

  SqlitePatience(Duration longest) {
    this.longest = longest;
  }

  /// Whether there is none, from now on.
  void none(boolean none) {
    this.none = none;
  }

  @Override
  protected int callback(int looks) {
    if (none) {
      return 0;
    }
    if (looks == 0) {
      since = System.nanoTime();
    }
    rest(looks < SOON ? SHORT : LONG);
    return System.nanoTime() - since < longest.toNanos() ? 1 : 0;
  }

  private static void rest(Duration length) {
    try (KeptInterrupt _ = KeptInterrupt.begin()) {
      LockSupport.parkNanos(length.toNanos());
    }
  }
}
