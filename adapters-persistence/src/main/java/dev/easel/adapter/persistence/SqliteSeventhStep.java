package dev.easel.adapter.persistence;

import java.util.ArrayList;
import java.util.List;

/// Lets the indexes by which entries are searched know the newest ones later than all others, as
/// text search does: they know an entry that is listed. Until then they knew all. What decides
/// about keys, budgets and what is in flight is known at once still.
final class SqliteSeventhStep {

  private static final String LISTED =
      "ALTER TABLE entry ADD COLUMN listed INTEGER NOT NULL DEFAULT 1";

  private static final List<String> EVERY =
      List.of("model", "provider", "size", "quality", "format");
  private static final List<String> WITH = List.of("caller", "code");
  private static final List<String> WITHOUT = List.of("cost", "latency");

  private SqliteSeventhStep() {}

  /// What makes the column and the indexes, in order.
  static List<String> statements() {
    List<String> statements = new ArrayList<>();
    statements.add(LISTED);
    EVERY.forEach(column -> statements.addAll(replaced(column, "")));
    WITH.forEach(column -> statements.addAll(replaced(column, " AND " + column + " IS NOT NULL")));
    WITHOUT.forEach(column -> statements.addAll(replaced(column, " AND " + column + " IS NULL")));
    return statements;
  }

  private static List<String> replaced(String column, String more) {
    return List.of(
        "DROP INDEX entry_" + column,
        "CREATE INDEX entry_%1$s ON entry (%1$s) WHERE listed = 1%2$s".formatted(column, more));
  }
}
