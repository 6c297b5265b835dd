package dev.easel.app.tui.dashboard.view;

import java.time.Duration;
import java.util.Locale;

/// Writes how long something takes as a stopwatch does.
final class Clock {

  private static final long MINUTE = 60;
  private static final long HOUR = 3_600;

  private Clock() {}

  /// `0:07`, `2:05`, `1:20:00`.
  static String of(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    return seconds < HOUR
        ? String.format(Locale.ROOT, "%d:%02d", seconds / MINUTE, seconds % MINUTE)
        : String.format(
            Locale.ROOT, "%d:%02d:%02d", seconds / HOUR, seconds % HOUR / MINUTE, seconds % MINUTE);
  }
}
