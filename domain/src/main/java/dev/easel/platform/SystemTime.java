package dev.easel.platform;

import dev.easel.domain.image.Watch;
import dev.easel.domain.usecase.Time;
import java.time.Duration;
import java.time.Instant;

/// The system's clocks.
final class SystemTime implements Time {

  private static final Duration LOOK = Duration.ofMillis(50);

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public boolean pause(Duration wait, Watch watch) {
    long end = System.nanoTime() + wait.toNanos();
    while (!watch.cancelled()) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return true;
      }
      if (!slept(Math.min(left, LOOK.toNanos()))) {
        return false;
      }
    }
    return false;
  }

  private static boolean slept(long nanos) {
    try {
      Thread.sleep(Duration.ofNanos(nanos));
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
