package dev.easel.domain.ledger;

/// The buckets of the latency histogram: each is 2 % wider than the one before, so that a
/// percentile read from them is within 1 % of the exact one.
public final class LatencyBucket {

  private static final double PER_E_FOLD = 50;
  private static final double MICROS_PER_MILLI = 1_000;
  private static final double WIDTH = StrictMath.exp(1 / PER_E_FOLD);
  // The harmonic mean is as far from both ends in proportion, a hair less than 1 %.
  private static final double MIDDLE = 2 * WIDTH / (1 + WIDTH);

  private LatencyBucket() {}

  /// The number of the bucket of a latency in microseconds; below zero for less than a millisecond.
  public static int of(long micros) {
    return (int) Math.floor(StrictMath.log(Math.max(1, micros) / MICROS_PER_MILLI) * PER_E_FOLD);
  }

  /// The latency in the middle of a bucket, in microseconds.
  public static long middle(int bucket) {
    return Math.round(StrictMath.exp(bucket / PER_E_FOLD) * MIDDLE * MICROS_PER_MILLI);
  }

  /// The latency with which a bucket begins, in microseconds.
  public static long start(int bucket) {
    return Math.round(StrictMath.exp(bucket / PER_E_FOLD) * MICROS_PER_MILLI);
  }
}
