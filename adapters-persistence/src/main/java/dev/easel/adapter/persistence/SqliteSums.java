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
import java.util.UUID;

/// What a transaction adds to the sums, collected so that each sum is written once. Reserved
/// entries are in no sum: there are few, and they change soon.
final class SqliteSums {

  private record Key(SqliteCut cut, List<Long> columns) {}

  private static final Tally ONE = new Tally(1, Tally.NONE.cost(), Tally.NONE.atRisk(), 0, 0, 0);

  /// A tally, and the halves of the ids in it, each taken together by exclusive or.
  private record Sum(Tally tally, long high, long low) {
    Sum plus(Sum other) {
      return new Sum(tally.plus(other.tally), high ^ other.high, low ^ other.low);
    }
  }

  private final Map<Key, Sum> pending = new HashMap<>();

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
    countDay(entry, row, tally);
    add(SqliteCut.CALLER, tally, row.model(), state, row.caller());
    add(SqliteCut.DAY_CALLER, tally, row.day(), row.model(), state, row.caller());
    add(SqliteCut.SHAPE, tally, row.model(), state, row.size(), row.quality());
    add(SqliteCut.DAY_SHAPE, tally, row.day(), row.model(), state, row.size(), row.quality());
    countFailure(entry, row, signed(ONE, sign));
    countLatency(entry, row, signed(ONE, sign));
  }

  private void countDay(Entry entry, SqliteRow row, Tally tally) {
    UUID id = entry.id().value();
    pending.merge(
        new Key(SqliteCut.DAY, List.of(row.day(), row.model(), row.state())),
        new Sum(tally, id.getMostSignificantBits(), id.getLeastSignificantBits()),
        Sum::plus);
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
    pending.merge(new Key(cut, List.of(columns)), new Sum(tally, 0, 0), Sum::plus);
  }

  /// Writes what was collected.
  ///
  /// @param change the number of the last change of this transaction
  void write(SqliteConnection connection, long change) throws SQLException {
    for (Map.Entry<Key, Sum> sum : pending.entrySet()) {
      List<Long> values = new ArrayList<>(sum.getKey().columns());
      Tally tally = sum.getValue().tally();
      values.addAll(
          List.of(
              tally.entries(),
              tally.cost().nanos(),
              tally.atRisk().nanos(),
              tally.unpriced(),
              tally.latencyMicros(),
              tally.timed()));
      if (sum.getKey().cut().tellsIds()) {
        values.add(sum.getValue().high());
        values.add(sum.getValue().low());
      }
      values.add(change);
      connection.update(sum.getKey().cut().upsert(), values.toArray());
    }
    pending.clear();
  }
}
