package dev.easel.adapter.persistence;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Makes a log what an older Easel would have left.
final class OlderSqliteLog {

  // What each version has that the one before has not, the newest first.
  private static final List<List<String>> UNDONE =
      List.of(
          unlisted(),
          List.of("DROP TRIGGER sum_day_known", "DELETE FROM meta WHERE name = 'summed'"),
          List.of("DELETE FROM meta WHERE name = 'indexed'"),
          List.of("DROP TABLE witness"),
          List.of(
              "ALTER TABLE sum_day DROP COLUMN ids_high",
              "ALTER TABLE sum_day DROP COLUMN ids_low"),
          List.of("DROP TABLE fact"));

  private static final int NEWEST = UNDONE.size() + 1;

  private OlderSqliteLog() {}

  // The indexes of the first version in the place of those that were made since.
  private static List<String> unlisted() {
    List<String> drops =
        SqliteSeventhStep.statements().stream().filter(one -> one.startsWith("DROP ")).toList();
    List<String> statements = new ArrayList<>(drops);
    statements.add("ALTER TABLE entry DROP COLUMN listed");
    for (String drop : drops) {
      String made = drop.replace("DROP ", "CREATE ") + " ";
      SqliteFirstStep.statements().stream()
          .filter(one -> one.startsWith(made))
          .forEach(statements::add);
    }
    return statements;
  }

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
