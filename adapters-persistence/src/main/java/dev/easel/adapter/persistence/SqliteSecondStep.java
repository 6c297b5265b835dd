package dev.easel.adapter.persistence;

import java.util.List;

/// What came second: facts, in the order in which they were declared, as JSON.
final class SqliteSecondStep {

  private static final String FACTS =
      """
      CREATE TABLE fact (
        number INTEGER PRIMARY KEY,
        text TEXT NOT NULL
      ) STRICT\
      """;

  private SqliteSecondStep() {}

  /// What makes the table.
  static List<String> statements() {
    return List.of(FACTS);
  }
}
