package dev.easel.adapter.persistence;

import java.util.List;

/// Lets the log tell how many idempotency keys and facts it was given, and which, so that some that
/// are gone are missed. What was there before is taken as it is.
final class SqliteFourthStep {

  private static final String WITNESS =
      """
      CREATE TABLE witness (
        subject TEXT PRIMARY KEY,
        entries INTEGER NOT NULL,
        ids_high INTEGER NOT NULL,
        ids_low INTEGER NOT NULL,
        words INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID\
      """;

  private SqliteFourthStep() {}

  /// What makes the table.
  static List<String> statements() {
    return List.of(WITNESS);
  }
}
