package dev.easel.adapter.persistence;

import java.util.List;

/// Lets the sums know the newest changes later than all others: up to which change they know them
/// is written down. Until then they knew all. An older Easel that had the log open before would
/// have entries counted twice, and is kept from it.
final class SqliteSixthStep {

  private static final String SUMMED =
      "INSERT INTO meta (name, value) SELECT 'summed', ifnull(max(change), 0) FROM entry";
  private static final String GUARD =
      """
      CREATE TRIGGER sum_day_known BEFORE INSERT ON sum_day
      WHEN NEW.change > (SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'summed')
      BEGIN
        SELECT RAISE(ABORT, 'a newer Easel has opened this log; start this one anew');
      END\
      """;

  private SqliteSixthStep() {}

  /// What writes it down, in order.
  static List<String> statements() {
    return List.of(SUMMED, GUARD);
  }
}
