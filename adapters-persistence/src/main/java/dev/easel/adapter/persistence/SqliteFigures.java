package dev.easel.adapter.persistence;

import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Cuts;
import dev.easel.domain.ledger.EntryState;
import dev.easel.domain.ledger.LatencyBucket;
import dev.easel.domain.ledger.Rollups;
import dev.easel.domain.ledger.Tally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/// What statistics need of one entry, read from its columns.
record SqliteFigures(
    LocalDate day,
    EntryState state,
    String model,
    String caller,
    String size,
    String quality,
    @Nullable String code,
    @Nullable Long cost,
    @Nullable Long atRisk,
    @Nullable Long latency) {

  /// The columns that [#read] reads after a first one.
  static final String COLUMNS =
      "entry.day, entry.state, entry.model, entry.caller, entry.size, entry.quality, entry.code,"
          + " entry.cost, entry.at_risk, entry.latency";

  private static final String IN_NO_SUM =
      """
      SELECT entry.place, %s FROM entry INDEXED BY entry_state WHERE state = 0 AND state <> 1
      UNION ALL SELECT entry.place, %s FROM %s\
      """
          .formatted(COLUMNS, COLUMNS, SqliteUnsummed.ROWS);

  /// The entries that are in no sum: those under way, and the newest that have ended.
  static List<SqliteFigures> inNoSum(SqliteConnection connection, SqliteLabels labels)
      throws SQLException {
    return connection.list(IN_NO_SUM, row -> read(row, labels));
  }

  /// Reads a row whose labels have been read.
  static SqliteFigures read(ResultSet row, SqliteLabels labels) throws SQLException {
    Long code = number(row, 8);
    return new SqliteFigures(
        LocalDate.ofEpochDay(row.getLong(2)),
        SqliteState.of(row.getLong(3)),
        labels.text(row.getLong(4)),
        labels.text(row.getLong(5)),
        labels.text(row.getLong(6)),
        labels.text(row.getLong(7)),
        code == null ? null : labels.text(code),
        number(row, 9),
        number(row, 10),
        number(row, 11));
  }

  private static @Nullable Long number(ResultSet row, int column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? null : (Long) number;
  }

  /// Whether the entry's model and state are among some.
  boolean in(SqliteKept kept) {
    return kept.holds(model, state);
  }

  /// Counts the entry.
  void addTo(Cuts cuts) {
    count(cuts, tally(cost, atRisk, latency), 1);
  }

  /// Counts the entry no more.
  void removeFrom(Cuts cuts) {
    count(cuts, Tally.NONE.minus(tally(cost, atRisk, latency)), -1);
  }

  private void count(Cuts cuts, Tally tally, int entries) {
    cuts.addDay(day, model, state, tally);
    cuts.addCaller(caller, state, tally);
    if (state == EntryState.RESERVED) {
      return;
    }
    cuts.addShape(new Rollups.ShapeKey(model, size, quality), tally);
    if (code != null && state != EntryState.SETTLED) {
      cuts.addCode(code, entries);
    }
    if (latency != null && state == EntryState.SETTLED) {
      cuts.addLatency(model, LatencyBucket.of(latency), entries);
    }
  }

  /// What an entry with these figures adds to a sum.
  static Tally tally(@Nullable Long cost, @Nullable Long atRisk, @Nullable Long latency) {
    return new Tally(
        1,
        new Money(orNothing(cost)),
        new Money(orNothing(atRisk)),
        cost == null && atRisk == null ? 1 : 0,
        orNothing(latency),
        latency == null ? 0 : 1);
  }

  private static long orNothing(@Nullable Long number) {
    return number == null ? 0 : number;
  }
}
