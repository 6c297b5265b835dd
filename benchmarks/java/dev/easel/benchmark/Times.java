package dev.easel.benchmark;

import java.util.Arrays;
import java.util.Locale;

/// Durations of one kind of call. For use by one thread; each thread of a load collects its own.
public final class Times {

  private static final double NANOS_IN_A_MILLI = 1e6;

  private long[] nanos = new long[1024];
  private int count;

  /// Adds one.
  public void add(long duration) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * count);
    }
    nanos[count++] = duration;
  }

  /// Adds all of another collection.
  public void addAll(Times others) {
    for (int index = 0; index < others.count; index++) {
      add(others.nanos[index]);
    }
  }

  /// How many there are.
  public int count() {
    return count;
  }

  /// The duration in milliseconds below which this share lies, by nearest rank.
  ///
  /// @param share above 0, at most 1
  /// @throws IllegalStateException when there is none
  public double millis(double share) {
    if (count == 0) {
      throw new IllegalStateException("nothing was timed");
    }
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return sorted[Math.max(0, (int) Math.ceil(share * count) - 1)] / NANOS_IN_A_MILLI;
  }

  /// Median and 99th percentile in words.
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "p50 %.2f ms, p99 %.2f ms", millis(0.5), millis(0.99));
  }
}
