package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Condition;
import dev.easel.domain.ledger.Condition.Measure;
import dev.easel.domain.ledger.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// A span of time cut into whole days and what is left at its two ends.
///
/// @param first the first whole day
/// @param last the last whole day; before the first when there is none
/// @param ends what is left, the newest first
record SqliteDays(LocalDate first, LocalDate last, List<Condition> ends) {

  /// The time that `query` asks for, in days of `zone`.
  static SqliteDays of(Query query, ZoneId zone) {
    Long low = null;
    Long high = null;
    for (Condition condition : query.conditions()) {
      if (condition instanceof Condition.Within time && SqliteKept.isTime(time)) {
        low = low == null || (time.low() != null && time.low() > low) ? time.low() : low;
        high = high == null || (time.high() != null && time.high() < high) ? time.high() : high;
      }
    }
    return of(low, high, zone);
  }

  private static SqliteDays of(@Nullable Long low, @Nullable Long high, ZoneId zone) {
    LocalDate first = low == null ? LocalDate.MIN : firstWhole(low, zone);
    LocalDate last = high == null ? LocalDate.MAX : lastWhole(high, zone);
    if (first.isAfter(last)) {
      return new SqliteDays(first, last, List.of(within(low, high)));
    }
    List<Condition> ends = new ArrayList<>();
    if (high != null && high >= end(last, zone)) {
      ends.add(within(end(last, zone), high));
    }
    if (low != null && low < start(first, zone)) {
      ends.add(within(low, start(first, zone) - 1));
    }
    return new SqliteDays(first, last, ends);
  }

  private static Condition within(@Nullable Long low, @Nullable Long high) {
    return new Condition.Within(Measure.TIME, low, high);
  }

  /// Whether all days are whole.
  boolean unbounded() {
    return first.equals(LocalDate.MIN) && last.equals(LocalDate.MAX);
  }

  /// Whether a day is one of the whole days.
  boolean cover(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  private static LocalDate firstWhole(long low, ZoneId zone) {
    LocalDate day = day(low, zone);
    return low <= start(day, zone) ? day : day.plusDays(1);
  }

  private static LocalDate lastWhole(long high, ZoneId zone) {
    LocalDate day = day(high, zone);
    return high >= end(day, zone) - 1 ? day : day.minusDays(1);
  }

  private static LocalDate day(long micros, ZoneId zone) {
    return LocalDate.ofInstant(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), zone);
  }

  private static long start(LocalDate day, ZoneId zone) {
    return Measure.micros(day.atStartOfDay(zone).toInstant());
  }

  private static long end(LocalDate day, ZoneId zone) {
    return start(day.plusDays(1), zone);
  }
}
