package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Condition;
import dev.easel.domain.ledger.Condition.Measure;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.Query;
import java.sql.SQLException;

/// A span of places.
///
/// @param from the lowest
/// @param to the first that is above it
record SqliteSpan(long from, long to) {

  /// All places.
  static final SqliteSpan EVERYTHING = new SqliteSpan(0, Long.MAX_VALUE);

  /// A span in which all entries lie that match `query` and whose ids are lower than `before`.
  static SqliteSpan of(SqliteConnection connection, Query query, @Nullable EntryId before)
      throws SQLException {
    SqliteSpan span =
        before == null ? EVERYTHING : EVERYTHING.until(connection, SqliteIds.bytes(before));
    SqliteLead lead = SqliteLead.read(connection);
    for (Condition condition : query.conditions()) {
      if (condition instanceof Condition.Within within && within.measure() == Measure.TIME) {
        span = span.narrowed(connection, within, lead);
      }
    }
    return span;
  }

  private SqliteSpan narrowed(SqliteConnection connection, Condition.Within time, SqliteLead lead)
      throws SQLException {
    Long low = time.low();
    Long high = time.high();
    SqliteSpan later = low == null ? this : since(connection, SqliteIds.floor(lead.first(low)));
    return high == null ? later : later.until(connection, SqliteIds.floor(lead.last(high) + 1));
  }

  private SqliteSpan since(SqliteConnection connection, byte[] id) throws SQLException {
    return new SqliteSpan(Math.max(from, placeAtOrAbove(connection, id)), to);
  }

  private SqliteSpan until(SqliteConnection connection, byte[] id) throws SQLException {
    return new SqliteSpan(from, Math.min(to, placeAtOrAbove(connection, id)));
  }

  private static long placeAtOrAbove(SqliteConnection connection, byte[] id) throws SQLException {
    return connection
        .first(
            "SELECT place FROM entry WHERE id >= ? ORDER BY id LIMIT 1", row -> row.getLong(1), id)
        .orElse(Long.MAX_VALUE);
  }

  /// That a column lies in the span.
  SqliteFilter filter(String column) {
    return from == EVERYTHING.from && to == EVERYTHING.to
        ? SqliteFilter.ALWAYS
        : SqliteFilter.of("%s BETWEEN ? AND ?".formatted(column), from, to - 1);
  }
}
