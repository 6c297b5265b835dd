package dev.easel.adapter.persistence;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/// What a log knows of itself.
enum SqliteMeta {
  /// The zone whose days it counts.
  ZONE,
  /// Eight digits that no other log is likely to have.
  IDENTITY,
  /// The last id that it issued.
  ISSUED,
  /// The least number of milliseconds that the moment in an id is after its entry's timestamp.
  LEAST_LEAD,
  /// The most number of milliseconds that the moment in an id is after its entry's timestamp.
  MOST_LEAD,
  /// The highest place that text search knows; all are known where an older Easel wrote.
  INDEXED,
  /// The last change that the sums know; all are known where an older Easel wrote.
  SUMMED;

  /// The value, unless it has none yet.
  Optional<String> get(SqliteConnection connection) throws SQLException {
    return connection.first(
        "SELECT value FROM meta WHERE name = ?", row -> row.getString(1), word());
  }

  /// The value as a number, 0 when it has none yet.
  long number(SqliteConnection connection) throws SQLException {
    return get(connection).map(Long::parseLong).orElse(0L);
  }

  /// Sets the value.
  void put(SqliteConnection connection, String value) throws SQLException {
    connection.update(
        "INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value ="
            + " excluded.value",
        word(),
        value);
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
