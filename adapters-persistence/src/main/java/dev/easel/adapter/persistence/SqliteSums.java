package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryState;
import dev.easel.domain.ledger.LatencyBucket;
import dev.easel.domain.ledger.Tally;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a transaction adds to the sums, collected so that each sum is written once. Reserved
/// entries are in no sum: there are few, and they change soon.
final class SqliteSums {

  private record Key(SqliteCut cut, List<Long> columns) {}

  private static final Tally ONE = new Tally(1, Tally.NONE.cost(), Tally.NONE.atRisk(), 0, 0, 0);

  private final Map<Key, Tally> pending = new HashMap<>();

  /// Counts an entry, unless it is reserved.
  void add(Entry entry, SqliteRow row) {
    count(entry, row, 1);
  }

  /// Counts an entry no more, which must be as it was when it was added.
  void remove(Entry entry, SqliteRow row) {
    count(entry, row, -1);
  }

  private void count(Entry entry, SqliteRow row, int sign) {
    if (!entry.finished()) {
      return;
    }
    Tally tally = signed(Tally.of(entry), sign);
    long state = row.state();
    add(SqliteCut.DAY, tally, row.day(), row.model(), state);
    add(SqliteCut.CALLER, tally, row.model(), state, row.caller());
    add(SqliteCut.DAY_CALLER, tally, row.day(), row.model(), state, row.caller());
    add(SqliteCut.SHAPE, tally, row.model(), state, row.size(), row.quality());
    add(SqliteCut.DAY_SHAPE, tally, row.day(), row.model(), state, row.size(), row.quality());
    countFailure(entry, row, signed(ONE, sign));
    countLatency(entry, row, signed(ONE, sign));
  }

  private void countFailure(Entry entry, SqliteRow row, Tally one) {
    if (entry.code() != null && entry.state() != EntryState.SETTLED) {
      add(SqliteCut.CODE, one, row.model(), row.state(), row.code());
      add(SqliteCut.DAY_CODE, one, row.day(), row.model(), row.state(), row.code());
    }
  }

  private void countLatency(Entry entry, SqliteRow row, Tally one) {
    if (entry.latencyMicros() != null && entry.state() == EntryState.SETTLED) {
      long bucket = LatencyBucket.of(entry.latencyMicros());
      add(SqliteCut.LATENCY, one, row.model(), bucket);
      add(SqliteCut.DAY_LATENCY, one, row.day(), row.model(), bucket);
    }
  }

  private static Tally signed(Tally tally, int sign) {
    return sign > 0 ? tally : Tally.NONE.minus(tally);
  }

  private void add(SqliteCut cut, Tally tally, Long... columns) {
    pending.merge(new Key(cut, List.of(columns)), tally, Tally::plus);
  }

  /// Writes what was collected.
  ///
  /// @param change the number of the last change of this transaction
  void write(SqliteConnection connection, long change) throws SQLException {
    for (Map.Entry<Key, Tally> sum : pending.entrySet()) {
      List<Long> values = new ArrayList<>(sum.getKey().columns());
      Tally tally = sum.getValue();
      values.addAll(
          List.of(
              tally.entries(),
              tally.cost().nanos(),
              tally.atRisk().nanos(),
              tally.unpriced(),
              tally.latencyMicros(),
              tally.timed(),
              change));
      connection.update(sum.getKey().cut().upsert(), values.toArray());
    }
    pending.clear();
  }
}
