package dev.easel.adapter.persistence;

import dev.easel.domain.cost.Money;
import dev.easel.domain.ledger.Cuts;
import dev.easel.domain.ledger.EntryState;
import dev.easel.domain.ledger.Rollups;
import dev.easel.domain.ledger.Tally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Puts rows of the sums into the cuts of statistics.
final class SqliteTallies {

  private final Cuts cuts;
  private final SqliteLabels labels;

  SqliteTallies(Cuts cuts, SqliteLabels labels) {
    this.cuts = cuts;
    this.labels = labels;
  }

  /// The key of a row of a cut's table.
  static List<Long> key(SqliteCut cut, ResultSet row) throws SQLException {
    List<Long> key = new ArrayList<>(cut.width());
    for (int column = 1; column <= cut.width(); column++) {
      key.add(row.getLong(column));
    }
    return key;
  }

  /// The sums of a row of a cut's table.
  static Tally tally(SqliteCut cut, ResultSet row) throws SQLException {
    int first = cut.width() + 1;
    return new Tally(
        row.getLong(first),
        new Money(row.getLong(first + 1)),
        new Money(row.getLong(first + 2)),
        row.getLong(first + 3),
        row.getLong(first + 4),
        row.getLong(first + 5));
  }

  /// Adds a sum to the cut that it belongs to.
  void add(SqliteCut cut, List<Long> key, Tally tally) {
    switch (cut) {
      case DAY -> {
        addDay(key, tally);
        cuts.addCaller(text(key.get(3)), state(key.get(2)), tally);
      }
      case ALL_DAY -> addDay(key, tally);
      case ALL_CALLER -> cuts.addCaller(text(key.get(0)), state(key.get(1)), tally);
      case DAY_SHAPE -> addShape(key.get(1), key.get(3), key.get(4), tally);
      case ALL_SHAPE -> addShape(key.get(0), key.get(1), key.get(2), tally);
      case DAY_CODE -> cuts.addCode(text(key.get(3)), tally.entries());
      case ALL_CODE -> cuts.addCode(text(key.get(0)), tally.entries());
      case DAY_LATENCY -> addLatency(key.get(1), key.get(2), tally);
      case ALL_LATENCY -> addLatency(key.get(0), key.get(1), tally);
    }
  }

  private void addDay(List<Long> key, Tally tally) {
    cuts.addDay(LocalDate.ofEpochDay(key.get(0)), text(key.get(1)), state(key.get(2)), tally);
  }

  private void addShape(long model, long size, long quality, Tally tally) {
    cuts.addShape(new Rollups.ShapeKey(text(model), text(size), text(quality)), tally);
  }

  private void addLatency(long model, long bucket, Tally tally) {
    cuts.addLatency(text(model), Math.toIntExact(bucket), tally.entries());
  }

  private String text(long label) {
    return labels.text(label);
  }

  private static EntryState state(long number) {
    return SqliteState.of(number);
  }
}
