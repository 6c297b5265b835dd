package dev.easel.benchmark;

import java.io.IOException;

/// Warms up what is measured: a JVM compiles what it has seen often, and whoever has just begun is
/// several times as slow as whoever keeps on.
public final class Warming {

  private static final int MOST_ROUNDS = 24;
  private static final int PATIENCE = 4;

  /// Whatever gains less than this is warm.
  private static final double GAIN = 1.03;

  /// A round of some work.
  @FunctionalInterface
  public interface Work {
    /// Does it for a while.
    ///
    /// @return how much of it was done in a second
    double perSecond() throws IOException, InterruptedException;
  }

  private Warming() {}

  /// Works until four rounds on end bring no more than the best before them, or for two dozen
  /// rounds: it is after the rate has stopped to rise that the compiler leaves the slowest alone.
  public static void up(Work work) throws IOException, InterruptedException {
    double best = 0;
    int idle = 0;
    for (int round = 0; round < MOST_ROUNDS && idle < PATIENCE; round++) {
      double rate = work.perSecond();
      idle = rate < best * GAIN ? idle + 1 : 0;
      best = Math.max(best, rate);
    }
  }
}
