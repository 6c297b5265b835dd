package dev.easel.domain.ledger;

import dev.easel.domain.cost.BudgetPeriod;
import dev.easel.domain.cost.Committed;
import dev.easel.domain.cost.Spending;
import dev.easel.domain.image.Nullable;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/// The sums that a log keeps so that statistics and budgets need no reading. Not safe for use by
/// several threads.
public final class Rollups {

  /// By day, model, state and caller (empty for the user).
  public record DayKey(LocalDate day, String model, EntryState state, String caller) {}

  /// By model, size and quality, empty where not said.
  public record ShapeKey(String model, String size, String quality) {

    // The JDK makes the methods of a record when they are first called, which takes a start tens of
    // milliseconds.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof ShapeKey key
          && key.model.equals(model)
          && key.size.equals(size)
          && key.quality.equals(quality);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * model.hashCode() + size.hashCode()) + quality.hashCode();
    }
  }

  /// By day and model.
  public record LatencyKey(LocalDate day, String model) {}

  private final Map<DayKey, Tally> days = new HashMap<>();
  private final Map<ShapeKey, Tally> shapes = new HashMap<>();
  private final Map<String, Long> codes = new HashMap<>();
  private final Map<LatencyKey, NavigableMap<Integer, Long>> latencies = new HashMap<>();

  /// Counts an entry.
  ///
  /// @param day of its timestamp in the log's zone
  public void add(Entry entry, LocalDate day) {
    count(entry, day, 1);
  }

  /// Counts an entry no more, which must be as it was when it was added.
  public void remove(Entry entry, LocalDate day) {
    count(entry, day, -1);
  }

  private void count(Entry entry, LocalDate day, int sign) {
    Tally tally = sign > 0 ? Tally.of(entry) : Tally.NONE.minus(Tally.of(entry));
    addDay(dayKey(entry, day), tally);
    if (!entry.finished()) {
      return;
    }
    addShape(shapeKey(entry), tally);
    if (entry.code() != null && entry.state() != EntryState.SETTLED) {
      addCode(entry.code(), sign);
    }
    if (entry.state() == EntryState.SETTLED && entry.latencyMicros() != null) {
      addLatency(new LatencyKey(day, entry.model()), LatencyBucket.of(entry.latencyMicros()), sign);
    }
  }

  /// The key under which an entry counts by day.
  public static DayKey dayKey(Entry entry, LocalDate day) {
    return new DayKey(
        day, entry.model(), entry.state(), Objects.requireNonNullElse(entry.caller(), ""));
  }

  /// The key under which a finished entry counts by shape.
  public static ShapeKey shapeKey(Entry entry) {
    return new ShapeKey(entry.model(), entry.size().orElse(""), entry.quality().orElse(""));
  }

  /// Adds a sum that was kept.
  public void addDay(DayKey key, Tally tally) {
    days.merge(key, tally, Rollups::sum);
  }

  /// Adds a sum that was kept.
  public void addShape(ShapeKey key, Tally tally) {
    shapes.merge(key, tally, Rollups::sum);
  }

  /// Adds a count that was kept.
  public void addCode(String code, long count) {
    codes.merge(code, count, Rollups::sum);
  }

  /// Adds a count that was kept.
  public void addLatency(LatencyKey key, int bucket, long count) {
    latencies.computeIfAbsent(key, _ -> new TreeMap<>()).merge(bucket, count, Rollups::sum);
  }

  static @Nullable Tally sum(Tally one, Tally other) {
    Tally sum = one.plus(other);
    return sum.entries() == 0 ? null : sum;
  }

  static @Nullable Long sum(Long one, Long other) {
    long sum = one + other;
    return sum == 0 ? null : sum;
  }

  /// The sums by day, model, state and caller.
  public Map<DayKey, Tally> days() {
    return Collections.unmodifiableMap(days);
  }

  /// The sums by model, size and quality.
  public Map<ShapeKey, Tally> shapes() {
    return Collections.unmodifiableMap(shapes);
  }

  /// The counts by code.
  public Map<String, Long> codes() {
    return Collections.unmodifiableMap(codes);
  }

  /// The counts by day, model and bucket.
  public Map<LatencyKey, NavigableMap<Integer, Long>> latencies() {
    return Collections.unmodifiableMap(latencies);
  }

  /// What is committed on a day and in its month, and on the day by each caller.
  public Spending spending(LocalDate day) {
    Committed today = Committed.NONE;
    Committed month = Committed.NONE;
    Map<String, Committed> callers = new HashMap<>();
    for (Map.Entry<DayKey, Tally> line : days.entrySet()) {
      DayKey key = line.getKey();
      Committed committed = line.getValue().committed(key.state());
      month = BudgetPeriod.MONTH.joins(key.day(), day) ? month.plus(committed) : month;
      if (key.day().equals(day)) {
        today = today.plus(committed);
        callers.merge(key.caller(), committed, Committed::plus);
      }
    }
    callers.remove("");
    return new Spending(today, month, callers);
  }

  /// The statistics of everything that is counted.
  public Statistics statistics(Statistics.Coverage coverage) {
    Cuts cuts = new Cuts();
    days.forEach((key, tally) -> {
      cuts.addDay(key.day(), key.model(), key.state(), tally);
      cuts.addCaller(key.caller(), key.state(), tally);
    });
    shapes.forEach(cuts::addShape);
    codes.forEach(cuts::addCode);
    latencies.forEach((key, buckets) ->
        buckets.forEach((bucket, count) -> cuts.addLatency(key.model(), bucket, count)));
    return cuts.statistics(coverage);
  }
}
