package dev.easel.domain.ledger;

import dev.easel.domain.cost.Money;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Sums of entries in just the cuts that [Statistics] shows: far fewer than [Rollups], and never
/// the entries. A log that keeps them up to date, a changed sum at a time, has its statistics at
/// any moment. Not safe for use by several threads.
public final class Cuts {

  private final Map<LocalDate, Map<EntryState, Tally>> days = new TreeMap<>();
  private final Map<LocalDate, Map<String, Tally>> dayModels = new HashMap<>();
  private final Map<String, Map<EntryState, Tally>> models = new HashMap<>();
  private final Map<String, Map<EntryState, Tally>> callers = new HashMap<>();
  private final Map<Rollups.ShapeKey, Tally> shapes = new HashMap<>();
  private final Map<String, Long> codes = new HashMap<>();
  private final Map<String, NavigableMap<Integer, Long>> latencies = new HashMap<>();

  /// Adds what the entries of a model in a state add up to on a day; entries may be less than zero.
  public void addDay(LocalDate day, String model, EntryState state, Tally tally) {
    merge(days, day, states(), state, tally);
    merge(dayModels, day, new HashMap<>(), model, tally);
    merge(models, model, states(), state, tally);
  }

  /// Adds what the entries of a caller (empty for the user) in a state add up to.
  public void addCaller(String caller, EntryState state, Tally tally) {
    merge(callers, caller, states(), state, tally);
  }

  /// Adds what the finished entries of a shape add up to.
  public void addShape(Rollups.ShapeKey key, Tally tally) {
    shapes.merge(key, tally, Rollups::sum);
  }

  /// Adds so many failures with a code.
  public void addCode(String code, long count) {
    codes.merge(code, count, Rollups::sum);
  }

  /// Adds so many settled entries of a model to a bucket of the latency histogram.
  public void addLatency(String model, int bucket, long count) {
    NavigableMap<Integer, Long> buckets = latencies.computeIfAbsent(model, _ -> new TreeMap<>());
    buckets.merge(bucket, count, Rollups::sum);
  }

  private static Map<EntryState, Tally> states() {
    return new EnumMap<>(EntryState.class);
  }

  private static <K, L> void merge(
      Map<K, Map<L, Tally>> cut, K key, Map<L, Tally> fresh, L detail, Tally tally) {
    Map<L, Tally> sums = cut.computeIfAbsent(key, _ -> fresh);
    sums.merge(detail, tally, Rollups::sum);
    if (sums.isEmpty()) {
      cut.remove(key);
    }
  }

  Map<LocalDate, Map<EntryState, Tally>> days() {
    return days;
  }

  Map<String, Money> costs(LocalDate day) {
    Map<String, Money> costs = new HashMap<>();
    dayModels.getOrDefault(day, Map.of()).forEach((model, tally) -> costs.put(model, tally.cost()));
    return costs;
  }

  Map<String, Map<EntryState, Tally>> models() {
    return models;
  }

  Map<String, Map<EntryState, Tally>> callers() {
    return callers;
  }

  Map<Rollups.ShapeKey, Tally> shapes() {
    return shapes;
  }

  Map<String, Long> codes() {
    return codes;
  }

  Map<String, NavigableMap<Integer, Long>> latencies() {
    return latencies;
  }

  /// The statistics of everything that was added.
  public Statistics statistics(Statistics.Coverage coverage) {
    return new StatisticsSummary(this).statistics(coverage);
  }
}
