package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.Entry;
import java.sql.SQLException;
import java.time.Instant;

/// By how many milliseconds the moments in ids are after the timestamps of their entries, at least
/// and at most: 0 where the clock never fell. With it, a span of time is a span of ids, and so of
/// places. Moments before 1970 count as 1970, since no id has such a moment.
final class SqliteLead {

  private long least;
  private long most;
  private boolean widened;

  private SqliteLead(long least, long most) {
    this.least = least;
    this.most = most;
  }

  /// The bounds as they stand in the log.
  static SqliteLead read(SqliteConnection connection) throws SQLException {
    return new SqliteLead(
        SqliteMeta.LEAST_LEAD.number(connection), SqliteMeta.MOST_LEAD.number(connection));
  }

  /// Takes a new entry in.
  void widen(Entry entry) {
    long lead = entry.id().moment().toEpochMilli() - millis(entry.timestamp());
    if (lead < least || lead > most) {
      least = Math.min(least, lead);
      most = Math.max(most, lead);
      widened = true;
    }
  }

  private static long millis(Instant timestamp) {
    return Math.max(0, timestamp.toEpochMilli());
  }

  /// Writes the bounds, if they are wider than they were.
  void write(SqliteConnection connection) throws SQLException {
    if (widened) {
      SqliteMeta.LEAST_LEAD.put(connection, Long.toString(least));
      SqliteMeta.MOST_LEAD.put(connection, Long.toString(most));
      widened = false;
    }
  }

  /// The first moment, in milliseconds after 1970, that the id of an entry of this time or later
  /// can have.
  long first(long micros) {
    return Math.max(0, Math.floorDiv(Math.max(0, micros), 1_000) + least);
  }

  /// The last moment, in milliseconds after 1970, that the id of an entry of this time or earlier
  /// can have.
  long last(long micros) {
    return Math.floorDiv(Math.max(0, micros), 1_000) + most;
  }
}
