package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.EntryState;
import dev.easel.domain.ledger.LatencyBucket;
import dev.easel.domain.ledger.Tally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The sums over entries that have ended. They know all changes up to one of them: an entry whose
/// last change is later is in no sum, and waits until there have been many, since one commit with
/// the sums of many costs little more than one with those of one. Meanwhile, [SqliteUnsummed] has
/// it. Reserved entries are in no sum: there are few, and they change soon.
///
/// Within transactions that hold the write lock, as long as nobody else writes.
final class SqliteSums {

  private static final String MISSED =
      "SELECT * FROM entry INDEXED BY entry_change WHERE change BETWEEN ? AND ? AND state <> 0";

  private record Key(SqliteCut cut, List<Long> columns) {}

  private static final Tally ONE = new Tally(1, Tally.NONE.cost(), Tally.NONE.atRisk(), 0, 0, 0);

  /// A tally, and the halves of the ids in it, each taken together by exclusive or.
  private record Sum(Tally tally, long high, long low) {
    Sum plus(Sum other) {
      return new Sum(tally.plus(other.tally), high ^ other.high, low ^ other.low);
    }
  }

  private final SqliteConnection connection;
  private final Map<Key, Sum> pending = new HashMap<>();
  private final int mostBehind;
  private final long missed;
  private long summed;
  private boolean altered;

  /// @param summed the last change that they know
  /// @param change the number of the log's last change
  /// @param mostBehind so many changes are let wait, while more come
  SqliteSums(SqliteConnection connection, long summed, long change, int mostBehind) {
    this.connection = connection;
    this.mostBehind = mostBehind;
    this.missed = change;
    this.summed = summed;
  }

  /// The last change that the sums know.
  ///
  /// @param change the log's last, which those of an older Easel know
  static long known(SqliteConnection connection, long change) throws SQLException {
    return SqliteMeta.SUMMED.get(connection).map(Long::parseLong).orElse(change);
  }

  /// An entry that is new, or was reserved until now, is like this.
  void add(EntryId id, SqliteRow row) {
    count(id, row, 1);
  }

  /// An entry whose row was `before` is about to change.
  ///
  /// @param change the number of the last change
  void remove(EntryId id, SqliteRow before, long change) throws SQLException {
    if (before.ended()) {
      catchUp(change, 0);
      count(id, before, -1);
      altered = true;
    }
  }

  private void count(EntryId id, SqliteRow row, int sign) {
    if (!row.ended()) {
      return;
    }
    Tally tally = signed(row.tally(), sign);
    long state = row.state();
    countDay(id, row, tally);
    add(SqliteCut.CALLER, tally, row.model(), state, row.caller());
    add(SqliteCut.DAY_CALLER, tally, row.day(), row.model(), state, row.caller());
    add(SqliteCut.SHAPE, tally, row.model(), state, row.size(), row.quality());
    add(SqliteCut.DAY_SHAPE, tally, row.day(), row.model(), state, row.size(), row.quality());
    boolean settled = SqliteState.of(state) == EntryState.SETTLED;
    if (settled) {
      countLatency(row, signed(ONE, sign));
    } else {
      countFailure(row, signed(ONE, sign));
    }
  }

  private void countDay(EntryId id, SqliteRow row, Tally tally) {
    UUID value = id.value();
    pending.merge(
        new Key(SqliteCut.DAY, List.of(row.day(), row.model(), row.state())),
        new Sum(tally, value.getMostSignificantBits(), value.getLeastSignificantBits()),
        Sum::plus);
  }

  private void countFailure(SqliteRow row, Tally one) {
    if (row.codeOrNull() != null) {
      add(SqliteCut.CODE, one, row.model(), row.state(), row.code());
      add(SqliteCut.DAY_CODE, one, row.day(), row.model(), row.state(), row.code());
    }
  }

  private void countLatency(SqliteRow row, Tally one) {
    if (row.latency() != null) {
      long bucket = LatencyBucket.of(row.latency());
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

  /// Whether there are changes that they do not know.
  ///
  /// @param change the number of the last change
  boolean areBehind(long change) {
    return change > summed;
  }

  /// Lets them know all changes, unless those that wait are few.
  ///
  /// @param change the number of the last change
  void balance(long change) throws SQLException {
    catchUp(change, mostBehind);
  }

  /// Lets them know all changes, unless at most so many wait, none of them of an entry in the sums.
  ///
  /// @param change the number of the last change
  void catchUp(long change, int most) throws SQLException {
    if (altered || change - summed > most) {
      connection.each(MISSED, this::addMissed, summed + 1, missed);
      SqliteMeta.SUMMED.put(connection, Long.toString(change)); // before, as their guard demands
      write(change);
      summed = change;
      altered = false;
    }
  }

  // What these books did not write, and have not changed since.
  private void addMissed(ResultSet row) throws SQLException {
    add(SqliteIds.of(row.getBytes("id")), SqliteRow.read(row));
  }

  private void write(long change) throws SQLException {
    for (Map.Entry<Key, Sum> sum : pending.entrySet()) {
      write(sum.getKey(), sum.getValue(), change);
    }
    pending.clear();
  }

  private void write(Key key, Sum sum, long change) throws SQLException {
    List<Long> values = new ArrayList<>(key.columns());
    Tally tally = sum.tally();
    values.addAll(
        List.of(
            tally.entries(),
            tally.cost().nanos(),
            tally.atRisk().nanos(),
            tally.unpriced(),
            tally.latencyMicros(),
            tally.timed()));
    if (key.cut().tellsIds()) {
      values.add(sum.high());
      values.add(sum.low());
    }
    values.add(change);
    connection.update(key.cut().upsert(), values.toArray());
  }
}
