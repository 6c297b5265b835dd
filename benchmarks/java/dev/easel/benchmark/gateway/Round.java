package dev.easel.benchmark.gateway;

import dev.easel.benchmark.Median;
import dev.easel.benchmark.Times;
import java.util.List;
import java.util.Locale;

/// What one round of a load came to.
///
/// @param perSecond how many were done in a second
/// @param median of the durations, in milliseconds
/// @param slow 99th percentile of the durations, in milliseconds
public record Round(double perSecond, double median, double slow) {

  private static final double NANOS = 1e9;

  static Round of(Times times, long nanos) {
    return new Round(times.count() * NANOS / nanos, times.millis(0.5), times.millis(0.99));
  }

  /// The medians of several rounds, each figure for itself.
  static Round median(List<Round> rounds) {
    return new Round(
        Median.of(rounds.stream().map(Round::perSecond).toList()),
        Median.of(rounds.stream().map(Round::median).toList()),
        Median.of(rounds.stream().map(Round::slow).toList()));
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%,.0f/s, p50 %.2f ms, p99 %.2f ms", perSecond, median, slow);
  }
}
