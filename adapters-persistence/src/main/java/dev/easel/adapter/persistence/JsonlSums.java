package dev.easel.adapter.persistence;

import dev.easel.adapter.persistence.JsonlDaySums.Kind;
import dev.easel.domain.cost.Budget;
import dev.easel.domain.cost.Money;
import dev.easel.domain.ledger.Cuts;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryState;
import dev.easel.domain.ledger.LatencyBucket;
import dev.easel.domain.ledger.Query;
import dev.easel.domain.ledger.Rollups;
import dev.easel.domain.ledger.Statistics;
import dev.easel.domain.ledger.Tally;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/// What the entries of a log add up to, day by day, and in the cuts that statistics of everything
/// show. Not safe for use by several threads.
final class JsonlSums {

  private final NavigableMap<LocalDate, JsonlDaySums> days = new TreeMap<>();
  private final Cuts everything = new Cuts();

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

  /// Adds to a sum.
  void add(LocalDate day, Kind kind, Tally tally) {
    of(day).add(kind, tally);
    add(everything, day, kind, tally);
  }

  /// Adds to a bucket of latencies.
  void addLatency(LocalDate day, String model, int bucket, long count) {
    of(day).addLatency(model, bucket, count);
    everything.addLatency(model, bucket, count);
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
    return everything.statistics(Statistics.Coverage.KEPT);
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

  /// What is committed on `today` and in its month: settled, reserved and at risk.
  Budget.Committed committed(LocalDate today) {
    LocalDate first = today.withDayOfMonth(1);
    LocalDate last = first.plusMonths(1).minusDays(1);
    return new Budget.Committed(
        committed(days.subMap(today, true, today, true).values()),
        committed(days.subMap(first, true, last, true).values()));
  }

  // Sums of tallies stay in the range of money.
  private static Money committed(Collection<JsonlDaySums> sums) {
    Tally all = Tally.NONE;
    for (JsonlDaySums day : sums) {
      all = all.plus(day.total());
    }
    return all.plus(new Tally(0, all.atRisk(), Money.ZERO, 0, 0, 0)).cost();
  }
}
