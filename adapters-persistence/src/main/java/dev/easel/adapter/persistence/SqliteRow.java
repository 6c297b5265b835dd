package dev.easel.adapter.persistence;

import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Condition.Measure;
import dev.easel.domain.ledger.Entry;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/// The columns of an entry; labels by number, null where the entry says none.
record SqliteRow(
    long time,
    long day,
    long state,
    long model,
    long provider,
    @Nullable Long sizeOrNull,
    @Nullable Long qualityOrNull,
    @Nullable Long format,
    @Nullable Long callerOrNull,
    @Nullable Long codeOrNull,
    @Nullable Long cost,
    @Nullable Long atRisk,
    @Nullable Long latency,
    long star,
    long tags) {

  /// The row of `entry`.
  static SqliteRow of(Entry entry, ZoneId zone, Numbering numbering) throws SQLException {
    return new SqliteRow(
        Measure.micros(entry.timestamp()),
        LocalDate.ofInstant(entry.timestamp(), zone).toEpochDay(),
        SqliteState.number(entry.state()),
        numbering.number(entry.model()),
        numbering.number(entry.provider()),
        number(entry.size(), numbering),
        number(entry.quality(), numbering),
        number(entry.format(), numbering),
        number(Optional.ofNullable(entry.caller()), numbering),
        number(Optional.ofNullable(entry.code()), numbering),
        entry.cost().known().map(Money::nanos).orElse(null),
        Optional.ofNullable(entry.atRisk()).map(Money::nanos).orElse(null),
        entry.latencyMicros(),
        entry.star() ? 1 : 0,
        entry.tags().size());
  }

  private static @Nullable Long number(Optional<String> text, Numbering numbering)
      throws SQLException {
    return text.isEmpty() ? null : (Long) numbering.number(text.get());
  }

  /// Gives labels their numbers.
  @FunctionalInterface
  interface Numbering {
    long number(String text) throws SQLException;
  }

  /// The size's label, 0 for none.
  long size() {
    return orNone(sizeOrNull);
  }

  /// The quality's label, 0 for none.
  long quality() {
    return orNone(qualityOrNull);
  }

  /// The caller's label, 0 for none.
  long caller() {
    return orNone(callerOrNull);
  }

  /// The code's label, 0 for none.
  long code() {
    return orNone(codeOrNull);
  }

  private static long orNone(@Nullable Long label) {
    return label == null ? SqliteLabels.NONE : label;
  }
}
