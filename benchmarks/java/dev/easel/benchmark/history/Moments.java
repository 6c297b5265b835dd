package dev.easel.benchmark.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/// When requests are made in two years: by day more than by night, on working days more than at
/// weekends, and in the end three times as many as in the beginning. Safe for use by several
/// threads.
final class Moments {

  private static final Instant END = Instant.parse("2026-11-01T00:00:00Z");
  private static final int HOURS = 730 * 24;
  private static final Instant BEGIN = END.minus(Duration.ofHours(HOURS));
  private static final int[] BY_HOUR = {
    3, 2, 1, 1, 1, 2, 4, 8, 14, 20, 23, 22, 18, 20, 24, 23, 21, 18, 15, 14, 13, 11, 8, 5
  };
  private static final double NANOS_IN_AN_HOUR = 3.6e12;

  private final double[] until = new double[HOURS];

  /// The moments of two years.
  Moments() {
    double sum = 0;
    for (int hour = 0; hour < HOURS; hour++) {
      sum += weight(hour);
      until[hour] = sum;
    }
  }

  private static double weight(int hour) {
    int day = hour / 24;
    double week = day % 7 < 2 ? 0.4 : 1;
    return BY_HOUR[hour % 24] * week * (1 + 2.0 * hour / HOURS);
  }

  /// The moment before which this share of the requests was made; later for a greater share.
  ///
  /// @param share from 0 to below 1
  Instant at(double share) {
    double wanted = share * until[HOURS - 1];
    int found = Arrays.binarySearch(until, wanted);
    int hour = found >= 0 ? found + 1 : -found - 1;
    double within = (wanted - (hour == 0 ? 0 : until[hour - 1])) / weight(hour);
    return BEGIN.plus(Duration.ofHours(hour)).plusNanos((long) (within * NANOS_IN_AN_HOUR));
  }
}
