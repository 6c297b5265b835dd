package dev.easel.adapter.persistence;

import java.util.List;

/// Lets text search know the newest entries later than all others: up to which place it knows them
/// is written down. Until then it knew all.
final class SqliteFifthStep {

  private static final String INDEXED =
      "INSERT INTO meta (name, value) SELECT 'indexed', ifnull(max(place), -1) FROM entry";

  private SqliteFifthStep() {}

  /// What writes it down.
  static List<String> statements() {
    return List.of(INDEXED);
  }
}
