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

/// What the entries under one key of a cut add up to.
///
/// @param cut one of those over all time
/// @param key labels, states and days by number
record SqliteSum(SqliteCut cut, List<Long> key, Tally tally) {

  /// Reads a row that has the columns of `cut`, which is one of those over all time.
  static SqliteSum read(SqliteCut cut, ResultSet row) throws SQLException {
    int width = cut.width();
    List<Long> key = new ArrayList<>(width);
    for (int column = 1; column <= width; column++) {
      key.add(row.getLong(column));
    }
    return new SqliteSum(cut, List.copyOf(key), tally(row, width + 1));
  }

  private static Tally tally(ResultSet row, int first) throws SQLException {
    return new Tally(
        row.getLong(first),
        new Money(row.getLong(first + 1)),
        new Money(row.getLong(first + 2)),
        row.getLong(first + 3),
        row.getLong(first + 4),
        row.getLong(first + 5));
  }

  /// The same key with another sum.
  SqliteSum with(Tally other) {
    return new SqliteSum(cut, key, other);
  }

  /// The model of its entries.
  String model(SqliteLabels labels) {
    return labels.text(key.get(cut == SqliteCut.DAY ? 1 : 0));
  }

  /// The state of its entries.
  EntryState state() {
    return switch (cut) {
      case LATENCY, DAY_LATENCY -> EntryState.SETTLED;
      case DAY -> SqliteState.of(key.get(2));
      case CALLER, SHAPE, CODE, DAY_CALLER, DAY_SHAPE, DAY_CODE -> SqliteState.of(key.get(1));
    };
  }

  /// Adds it to the cut of statistics that it belongs to.
  void addTo(Cuts cuts, SqliteLabels labels) {
    String model = model(labels);
    switch (cut) {
      case DAY -> cuts.addDay(LocalDate.ofEpochDay(key.getFirst()), model, state(), tally);
      case CALLER, DAY_CALLER -> cuts.addCaller(labels.text(key.get(2)), state(), tally);
      case SHAPE, DAY_SHAPE ->
          cuts.addShape(
              new Rollups.ShapeKey(model, labels.text(key.get(2)), labels.text(key.get(3))), tally);
      case CODE, DAY_CODE -> cuts.addCode(labels.text(key.get(2)), tally.entries());
      case LATENCY, DAY_LATENCY ->
          cuts.addLatency(model, Math.toIntExact(key.get(1)), tally.entries());
    }
  }
}
