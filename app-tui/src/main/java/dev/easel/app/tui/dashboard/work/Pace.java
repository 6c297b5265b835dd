package dev.easel.app.tui.dashboard.work;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/// Keeps work that repeats from taking more than a part of the time: after each run it rests as
/// long as that took ten times over, and of those who wait meanwhile only the last one runs.
final class Pace {

  private static final int RESTS = 9;
  private static final long LONGEST_REST = 10_000;

  private final ReentrantLock turn = new ReentrantLock();
  private final AtomicLong newest = new AtomicLong();
  private long restsUntil;

  /// Runs `work` when its turn comes, unless other work has come meanwhile.
  void run(Runnable work) {
    long number = newest.incrementAndGet();
    turn.lock();
    try {
      rest();
      if (number == newest.get()) {
        long start = millis();
        work.run();
        restsUntil = millis() + Math.min(LONGEST_REST, (millis() - start) * RESTS);
      }
    } finally {
      turn.unlock();
    }
  }

  private void rest() {
    try {
      Thread.sleep(Math.max(0, restsUntil - millis()));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static long millis() {
    return System.nanoTime() / 1_000_000;
  }
}
