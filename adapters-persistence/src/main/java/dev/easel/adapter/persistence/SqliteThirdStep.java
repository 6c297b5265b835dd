package dev.easel.adapter.persistence;

import java.util.List;

/// Lets the sums by day tell which entries they are of, so that one that is gone can be named.
final class SqliteThirdStep {

  private SqliteThirdStep() {}

  /// What changes the tables, in order.
  static List<String> statements() {
    return List.of(
        "ALTER TABLE sum_day ADD COLUMN ids_high INTEGER",
        "ALTER TABLE sum_day ADD COLUMN ids_low INTEGER");
  }
}
