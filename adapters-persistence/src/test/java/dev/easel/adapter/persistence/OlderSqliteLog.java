package dev.easel.adapter.persistence;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/// Makes a log what an older Easel would have left.
final class OlderSqliteLog {

  // What each version has that the one before has not, the newest first.
  private static final List<List<String>> UNDONE =
      List.of(
          List.of("DROP TRIGGER sum_day_known", "DELETE FROM meta WHERE name = 'summed'"),
          List.of("DELETE FROM meta WHERE name = 'indexed'"),
          List.of("DROP TABLE witness"),
          List.of(
              "ALTER TABLE sum_day DROP COLUMN ids_high",
              "ALTER TABLE sum_day DROP COLUMN ids_low"),
          List.of("DROP TABLE fact"));

  private static final int NEWEST = UNDONE.size() + 1;

  private OlderSqliteLog() {}

  /// Takes the closed log at `path` back to a version.
  static void make(Path path, int version) throws SQLException {
    try (SqliteConnection connection = new SqliteFile(path).write()) {
      for (List<String> step : UNDONE.subList(0, NEWEST - version)) {
        for (String statement : step) {
          connection.update(statement);
        }
      }
      connection.update("PRAGMA user_version = " + version);
    }
  }
}
