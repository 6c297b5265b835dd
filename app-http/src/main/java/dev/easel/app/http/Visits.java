package dev.easel.app.http;

import java.time.Duration;

/// Counts the requests that are being answered, so that a stop can wait for their answers. The
/// JDK's server counts them too, but for ever those whose client left early. Safe for use by
/// several threads.
final class Visits {

  private int count;

  synchronized void begin() {
    count++;
  }

  synchronized void end() {
    count--;
    notifyAll();
  }

  /// Waits until nobody is being answered, at most so long.
  synchronized void await(Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    try {
      for (long left = longest.toMillis(); count > 0 && left > 0; left = millisUntil(end)) {
        wait(left);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static long millisUntil(long nanos) {
    return Duration.ofNanos(nanos - System.nanoTime()).toMillis();
  }
}
