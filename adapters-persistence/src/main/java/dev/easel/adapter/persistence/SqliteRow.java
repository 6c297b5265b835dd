package dev.easel.adapter.persistence;

import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Condition.Measure;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryState;
import dev.easel.domain.ledger.Tally;
import java.sql.ResultSet;
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

  /// Reads a row of all columns.
  static SqliteRow read(ResultSet row) throws SQLException {
    return new SqliteRow(
        row.getLong("time"),
        row.getLong("day"),
        row.getLong("state"),
        row.getLong("model"),
        row.getLong("provider"),
        number(row, "size"),
        number(row, "quality"),
        number(row, "format"),
        number(row, "caller"),
        number(row, "code"),
        number(row, "cost"),
        number(row, "at_risk"),
        number(row, "latency"),
        row.getLong("star"),
        row.getLong("tags"));
  }

  /// The number in a column, if there is one.
  static @Nullable Long number(ResultSet row, String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? null : (Long) number;
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

  /// Whether it is the row of an entry that has ended.
  boolean ended() {
    return state != SqliteState.number(EntryState.RESERVED);
  }

  /// What the entry adds to a sum.
  Tally tally() {
    return SqliteFigures.tally(cost, atRisk, latency);
  }

  private static long orNone(@Nullable Long label) {
    return label == null ? SqliteLabels.NONE : label;
  }
}
