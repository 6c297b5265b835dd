package dev.easel.adapter.persistence;

import java.sql.SQLException;

/// The newest entries that have ended and are in no sum yet, see [SqliteSums]: there are few.
/// Whoever asks the sums asks for these, too.
final class SqliteUnsummed {

  /// Which rows they are; more conditions may follow.
  static final String ROWS =
      """
      entry INDEXED BY entry_change
      WHERE entry.change > (SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'summed')
        AND entry.state <> 0\
      """;

  private static final String ENDED =
      """
      SELECT (SELECT ifnull(sum(entries), 0) FROM sum_day) + (SELECT count(*) FROM %s)\
      """
          .formatted(ROWS);

  private SqliteUnsummed() {}

  /// How many entries have ended, those in the sums among them.
  static long allEnded(SqliteConnection connection) throws SQLException {
    return connection.number(ENDED);
  }
}
