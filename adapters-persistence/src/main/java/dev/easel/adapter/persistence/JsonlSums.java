package dev.easel.adapter.persistence;

import dev.easel.adapter.persistence.JsonlDaySums.Kind;
import dev.easel.domain.cost.BudgetPeriod;
import dev.easel.domain.cost.Committed;
import dev.easel.domain.cost.Spending;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Cuts;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryState;
import dev.easel.domain.ledger.LatencyBucket;
import dev.easel.domain.ledger.Query;
import dev.easel.domain.ledger.Rollups;
import dev.easel.domain.ledger.Statistics;
import dev.easel.domain.ledger.Tally;
import java.time.LocalDate;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/// What the entries of a log add up to, day by day, and in the cuts that statistics of everything
/// show. Not safe for use by several threads.
final class JsonlSums {

  private final NavigableMap<LocalDate, JsonlDaySums> days = new TreeMap<>();
  private final Cuts everything = new Cuts();
  private @Nullable Statistics statistics;

  /// Counts an entry.
  void add(Entry entry, LocalDate day) {
    count(entry, day, Tally.of(entry), 1);
  }

  /// Counts an entry no more, which must be as it was when it was added.
  void remove(Entry entry, LocalDate day) {
    count(entry, day, Tally.NONE.minus(Tally.of(entry)), -1);
  }

  private void count(Entry entry, LocalDate day, Tally tally, int sign) {
    add(day, Kind.of(entry), tally);
    if (entry.state() == EntryState.SETTLED && entry.latencyMicros() != null) {
      addLatency(day, entry.model(), LatencyBucket.of(entry.latencyMicros()), sign);
    }
  }

  private void add(LocalDate day, Kind kind, Tally tally) {
    of(day).add(kind, tally);
    add(changing(), day, kind, tally);
  }

  private void addLatency(LocalDate day, String model, int bucket, long count) {
    of(day).addLatency(model, bucket, count);
    changing().addLatency(model, bucket, count);
  }

  /// Takes the sums of a day that were kept; [#changing] has them already.
  void keep(LocalDate day, JsonlDaySums sums) {
    days.put(day, sums);
  }

  /// What statistics of everything show, for whoever changes it.
  Cuts changing() {
    statistics = null;
    return everything;
  }

  private JsonlDaySums of(LocalDate day) {
    return days.computeIfAbsent(day, _ -> new JsonlDaySums());
  }

  private static void add(Cuts cuts, LocalDate day, Kind kind, Tally tally) {
    cuts.addDay(day, kind.model(), kind.state(), tally);
    cuts.addCaller(kind.caller(), kind.state(), tally);
    if (kind.state() != EntryState.RESERVED) {
      cuts.addShape(new Rollups.ShapeKey(kind.model(), kind.size(), kind.quality()), tally);
    }
    if (kind.code() != null) {
      cuts.addCode(kind.code(), tally.entries());
    }
  }

  /// The sums by day.
  NavigableMap<LocalDate, JsonlDaySums> days() {
    return Collections.unmodifiableNavigableMap(days);
  }

  /// The statistics of everything.
  Statistics statistics() {
    Statistics known = statistics;
    if (known == null) {
      known = everything.statistics(Statistics.Coverage.KEPT);
      statistics = known;
    }
    return known;
  }

  /// The statistics of each day that has entries.
  SortedMap<LocalDate, Statistics> statisticsByDay() {
    SqliteKept all = SqliteKept.of(Query.EVERYTHING);
    SortedMap<LocalDate, Statistics> statistics = new TreeMap<>();
    days.forEach((day, sums) -> {
      if (!sums.tallies().isEmpty()) {
        Cuts cuts = new Cuts();
        addTo(cuts, day, sums, all);
        statistics.put(day, cuts.statistics(Statistics.Coverage.KEPT));
      }
    });
    return statistics;
  }

  /// Adds the sums of whole days to `cuts`, as far as models and states are asked for.
  void addTo(Cuts cuts, SqliteDays asked, SqliteKept kept) {
    days.forEach((day, sums) -> {
      if (asked.cover(day)) {
        addTo(cuts, day, sums, kept);
      }
    });
  }

  private static void addTo(Cuts cuts, LocalDate day, JsonlDaySums sums, SqliteKept kept) {
    sums.tallies()
        .forEach((kind, tally) -> {
          if (kept.holds(kind.model(), kind.state())) {
            add(cuts, day, kind, tally);
          }
        });
    sums.latencies()
        .forEach((model, histogram) -> {
          if (kept.holds(model, EntryState.SETTLED)) {
            histogram.each((bucket, count) -> cuts.addLatency(model, bucket, count));
          }
        });
  }

  /// Adds an entry to `cuts`.
  static void addTo(Cuts cuts, Entry entry, LocalDate day) {
    add(cuts, day, Kind.of(entry), Tally.of(entry));
    if (entry.state() == EntryState.SETTLED && entry.latencyMicros() != null) {
      cuts.addLatency(entry.model(), LatencyBucket.of(entry.latencyMicros()), 1);
    }
  }

  /// Whether there is an entry of one of these days.
  boolean hold(LocalDate first, LocalDate last) {
    return !first.isAfter(last)
        && days.subMap(first, true, last, true).values().stream()
            .anyMatch(sums -> !sums.tallies().isEmpty());
  }

  /// What is committed on a day and in its month, and on the day by each caller.
  Spending spending(LocalDate day) {
    JsonlDaySums today = days.getOrDefault(day, new JsonlDaySums());
    Committed month = Committed.NONE;
    BudgetPeriod period = BudgetPeriod.MONTH;
    for (JsonlDaySums one : days.subMap(period.first(day), true, period.last(day), true).values()) {
      month = month.plus(one.committed());
    }
    return new Spending(today.committed(), month, today.callers());
  }
}
