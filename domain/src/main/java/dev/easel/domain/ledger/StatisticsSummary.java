package dev.easel.domain.ledger;

import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Nullable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/// Cuts kept sums into statistics.
final class StatisticsSummary {

  private final Rollups rollups;

  StatisticsSummary(Rollups rollups) {
    this.rollups = rollups;
  }

  Statistics statistics(Statistics.Coverage coverage) {
    return new Statistics(
        grouped(_ -> "").values().stream().findFirst().orElse(new Sum()).totals(),
        latency(_ -> true),
        models(),
        days(),
        shapes(),
        callers(),
        codes(),
        histogram(),
        coverage);
  }

  private List<Statistics.ModelLine> models() {
    return grouped(Rollups.DayKey::model).entrySet().stream()
        .map(line -> modelLine(line.getKey(), line.getValue()))
        .sorted(
            Comparator.comparingLong((Statistics.ModelLine line) -> -line.totals().requests())
                .thenComparing(Statistics.ModelLine::model))
        .toList();
  }

  private Statistics.ModelLine modelLine(String model, Sum sum) {
    return new Statistics.ModelLine(model, sum.totals(), latency(model::equals));
  }

  private List<Statistics.CallerLine> callers() {
    return grouped(Rollups.DayKey::caller).entrySet().stream()
        .map(line -> new Statistics.CallerLine(line.getKey(), line.getValue().totals()))
        .sorted(
            Comparator.comparingLong((Statistics.CallerLine line) -> -line.totals().requests())
                .thenComparing(Statistics.CallerLine::caller))
        .toList();
  }

  private List<Statistics.DayLine> days() {
    Map<LocalDate, Map<String, Money>> costs = new HashMap<>();
    rollups
        .days()
        .forEach((key, tally) ->
            costs
                .computeIfAbsent(key.day(), _ -> new HashMap<>())
                .merge(key.model(), tally.cost(), Money::plus));
    return new TreeMap<>(grouped(Rollups.DayKey::day))
        .entrySet().stream()
            .map(line ->
                new Statistics.DayLine(
                    line.getKey(),
                    line.getValue().totals(),
                    costs.getOrDefault(line.getKey(), Map.of())))
            .toList();
  }

  private <K> Map<K, Sum> grouped(Function<Rollups.DayKey, K> by) {
    Map<K, Sum> groups = new HashMap<>();
    rollups
        .days()
        .forEach((key, tally) ->
            groups.computeIfAbsent(by.apply(key), _ -> new Sum()).add(key.state(), tally));
    return groups;
  }

  private List<Statistics.ShapeLine> shapes() {
    return rollups.shapes().entrySet().stream()
        .map(line -> shapeLine(line.getKey(), line.getValue()))
        .sorted(
            Comparator.comparingLong((Statistics.ShapeLine line) -> -line.requests())
                .thenComparing(Statistics.ShapeLine::toString))
        .toList();
  }

  private static Statistics.ShapeLine shapeLine(Rollups.ShapeKey key, Tally tally) {
    return new Statistics.ShapeLine(
        key.model(), key.size(), key.quality(), tally.entries(), tally.cost());
  }

  private List<Statistics.CodeLine> codes() {
    return rollups.codes().entrySet().stream()
        .map(line -> new Statistics.CodeLine(line.getKey(), line.getValue()))
        .sorted(
            Comparator.comparingLong((Statistics.CodeLine line) -> -line.requests())
                .thenComparing(Statistics.CodeLine::code))
        .toList();
  }

  private List<Statistics.Bucket> histogram() {
    List<Statistics.Bucket> buckets = new ArrayList<>();
    merged(_ -> true)
        .forEach((bucket, count) ->
            buckets.add(
                new Statistics.Bucket(
                    LatencyBucket.start(bucket), LatencyBucket.start(bucket + 1), count)));
    return buckets;
  }

  private Statistics.Latency latency(Predicate<String> models) {
    NavigableMap<Integer, Long> merged = merged(models);
    return new Statistics.Latency(
        average(models),
        percentile(merged, 50),
        percentile(merged, 90),
        percentile(merged, 95),
        percentile(merged, 99));
  }

  private @Nullable Long average(Predicate<String> models) {
    Tally all =
        rollups.days().entrySet().stream()
            .filter(line -> models.test(line.getKey().model()))
            .filter(line -> line.getKey().state() != EntryState.RESERVED)
            .map(Map.Entry::getValue)
            .reduce(Tally.NONE, Tally::plus);
    return all.timed() == 0 ? null : Math.floorDiv(all.latencyMicros(), all.timed());
  }

  private NavigableMap<Integer, Long> merged(Predicate<String> models) {
    NavigableMap<Integer, Long> merged = new TreeMap<>();
    rollups
        .latencies()
        .forEach((key, buckets) -> {
          if (models.test(key.model())) {
            buckets.forEach((bucket, count) -> merged.merge(bucket, count, Long::sum));
          }
        });
    return merged;
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

  /// Sums by state.
  private static final class Sum {
    private final Map<EntryState, Tally> states = new HashMap<>();

    void add(EntryState state, Tally tally) {
      states.merge(state, tally, Tally::plus);
    }

    Statistics.Totals totals() {
      Tally all = states.values().stream().reduce(Tally.NONE, Tally::plus);
      long running = entries(EntryState.RESERVED);
      return new Statistics.Totals(
          all.entries() - running,
          entries(EntryState.SETTLED),
          entries(EntryState.RELEASED),
          entries(EntryState.UNKNOWN),
          running,
          all.cost(),
          all.atRisk(),
          all.unpriced());
    }

    private long entries(EntryState state) {
      return states.getOrDefault(state, Tally.NONE).entries();
    }
  }
}
