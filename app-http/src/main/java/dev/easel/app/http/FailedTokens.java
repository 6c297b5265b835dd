package dev.easel.app.http;

import java.time.Duration;

/// Slows down whoever guesses tokens: at most ten wrong ones in ten seconds, for all together.
final class FailedTokens {

  private static final int MOST = 10;
  private static final long WINDOW = Duration.ofSeconds(10).toNanos();

  private long start = System.nanoTime();
  private int failures;

  /// Counts a failure.
  ///
  /// @throws Refusal 429 when there have been too many
  synchronized void count() {
    long now = System.nanoTime();
    if (now - start > WINDOW) {
      start = now;
      failures = 0;
    }
    if (++failures > MOST) {
      throw Refusal.of(429, "too_many_tokens", "too many wrong tokens; wait ten seconds")
          .with("Retry-After", "10");
    }
  }
}
