package dev.easel.adapter.persistence;

import java.time.Duration;
import java.util.function.IntSupplier;

/// How often a busy writer begins a transaction. Most of what a transaction costs does not depend
/// on how much is written in it, so where many write at once each waits a little for the others.
/// Where few do, nobody waits. For one thread, but for [#isCalm].
final class SqliteRhythm {

  /// So many at once are many.
  private static final int MANY = 4;

  /// The first look at who is there comes after this part of a beat, each later one after twice as
  /// long.
  private static final int PARTS = 16;

  /// How fast those who do not come any more are forgotten.
  private static final double MEMORY = 0.75;

  private final long beat;
  private long began;
  private volatile double most;

  /// @param beat from one beginning to the next, at most, while not all are there who lately wrote
  ///   at once
  SqliteRhythm(Duration beat) {
    this.beat = beat.toNanos();
    this.began = System.nanoTime() - this.beat;
  }

  /// Waits for others, if it is worth it.
  ///
  /// @param there how many there are
  void await(IntSupplier there) throws InterruptedException {
    long look = beat / PARTS;
    long rest = rest();
    while (most >= MANY && rest > 0 && there.getAsInt() < most) {
      Thread.sleep(Duration.ofNanos(Math.min(look, rest)));
      look *= 2;
      rest = rest();
    }
    began = System.nanoTime();
    most = Math.max(there.getAsInt(), most * MEMORY);
  }

  /// Whether few write at once lately.
  boolean isCalm() {
    return most < MANY;
  }

  private long rest() {
    return began + beat - System.nanoTime();
  }
}
