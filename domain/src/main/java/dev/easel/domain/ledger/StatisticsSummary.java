package dev.easel.domain.ledger;

import dev.easel.domain.image.Nullable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// Cuts kept sums into statistics.
final class StatisticsSummary {

  private static final NavigableMap<Integer, Long> NO_BUCKETS =
      java.util.Collections.emptyNavigableMap();

  private final Cuts cuts;

  StatisticsSummary(Cuts cuts) {
    this.cuts = cuts;
  }

  Statistics statistics(Statistics.Coverage coverage) {
    Map<EntryState, Tally> all = together(cuts.models().values());
    NavigableMap<Integer, Long> histogram = merged(cuts.latencies().values());
    return new Statistics(
        totals(all),
        latency(all, histogram),
        models(),
        days(),
        shapes(),
        callers(),
        codes(),
        buckets(histogram),
        coverage);
  }

  private static Map<EntryState, Tally> together(Collection<Map<EntryState, Tally>> sums) {
    Map<EntryState, Tally> all = new EnumMap<>(EntryState.class);
    sums.forEach(states -> states.forEach((state, tally) -> all.merge(state, tally, Tally::plus)));
    return all;
  }

  private static NavigableMap<Integer, Long> merged(
      Collection<NavigableMap<Integer, Long>> histograms) {
    NavigableMap<Integer, Long> merged = new TreeMap<>();
    histograms.forEach(
        buckets -> buckets.forEach((bucket, count) -> merged.merge(bucket, count, Long::sum)));
    return merged;
  }

  private List<Statistics.ModelLine> models() {
    return cuts.models().entrySet().stream()
        .map(line -> modelLine(line.getKey(), line.getValue()))
        .sorted(mostFirst(line -> line.totals().requests(), Statistics.ModelLine::model))
        .toList();
  }

  private Statistics.ModelLine modelLine(String model, Map<EntryState, Tally> states) {
    return new Statistics.ModelLine(
        model, totals(states), latency(states, cuts.latencies().getOrDefault(model, NO_BUCKETS)));
  }

  private List<Statistics.CallerLine> callers() {
    return cuts.callers().entrySet().stream()
        .map(line -> new Statistics.CallerLine(line.getKey(), totals(line.getValue())))
        .sorted(mostFirst(line -> line.totals().requests(), Statistics.CallerLine::caller))
        .toList();
  }

  private List<Statistics.DayLine> days() {
    return cuts.days().entrySet().stream()
        .map(line ->
            new Statistics.DayLine(
                line.getKey(), totals(line.getValue()), cuts.costs(line.getKey())))
        .toList();
  }

  private List<Statistics.ShapeLine> shapes() {
    return cuts.shapes().entrySet().stream()
        .map(line -> shapeLine(line.getKey(), line.getValue()))
        .sorted(mostFirst(Statistics.ShapeLine::requests, Statistics.ShapeLine::toString))
        .toList();
  }

  private static Statistics.ShapeLine shapeLine(Rollups.ShapeKey key, Tally tally) {
    return new Statistics.ShapeLine(
        key.model(), key.size(), key.quality(), tally.entries(), tally.cost());
  }

  private List<Statistics.CodeLine> codes() {
    return cuts.codes().entrySet().stream()
        .map(line -> new Statistics.CodeLine(line.getKey(), line.getValue()))
        .sorted(mostFirst(Statistics.CodeLine::requests, Statistics.CodeLine::code))
        .toList();
  }

  private static <T> Comparator<T> mostFirst(ToLongFunction<T> count, Function<T, String> name) {
    return (one, other) -> {
      int more = Long.compare(count.applyAsLong(other), count.applyAsLong(one));
      return more == 0 ? name.apply(one).compareTo(name.apply(other)) : more;
    };
  }

  private static List<Statistics.Bucket> buckets(NavigableMap<Integer, Long> histogram) {
    List<Statistics.Bucket> buckets = new ArrayList<>();
    histogram.forEach((bucket, count) ->
        buckets.add(
            new Statistics.Bucket(
                LatencyBucket.start(bucket), LatencyBucket.start(bucket + 1), count)));
    return buckets;
  }

  private static Statistics.Totals totals(Map<EntryState, Tally> states) {
    Tally all = states.values().stream().reduce(Tally.NONE, Tally::plus);
    long running = entries(states, EntryState.RESERVED);
    return new Statistics.Totals(
        all.entries() - running,
        entries(states, EntryState.SETTLED),
        entries(states, EntryState.RELEASED),
        entries(states, EntryState.UNKNOWN),
        running,
        all.cost(),
        all.atRisk(),
        all.unpriced());
  }

  private static long entries(Map<EntryState, Tally> states, EntryState state) {
    return states.getOrDefault(state, Tally.NONE).entries();
  }

  private static Statistics.Latency latency(
      Map<EntryState, Tally> states, NavigableMap<Integer, Long> histogram) {
    return new Statistics.Latency(
        average(states),
        percentile(histogram, 50),
        percentile(histogram, 90),
        percentile(histogram, 95),
        percentile(histogram, 99));
  }

  private static @Nullable Long average(Map<EntryState, Tally> states) {
    Tally finished =
        states.entrySet().stream()
            .filter(line -> line.getKey() != EntryState.RESERVED)
            .map(Map.Entry::getValue)
            .reduce(Tally.NONE, Tally::plus);
    return finished.timed() == 0 ? null : Math.floorDiv(finished.latencyMicros(), finished.timed());
  }

  private static @Nullable Long percentile(NavigableMap<Integer, Long> buckets, int percent) {
    long all = buckets.values().stream().mapToLong(Long::longValue).sum();
    long rank = Math.ceilDiv(all * percent, 100L);
    for (Map.Entry<Integer, Long> bucket : buckets.entrySet()) {
      rank -= bucket.getValue();
      if (rank <= 0) {
        return LatencyBucket.middle(bucket.getKey());
      }
    }
    return null;
  }
}
