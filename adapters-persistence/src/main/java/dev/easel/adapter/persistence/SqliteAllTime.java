package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Cuts;
import dev.easel.domain.ledger.Statistics;
import dev.easel.domain.ledger.Tally;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The sums over all time, kept in memory: only those that changed since the last look are read,
/// and the entries that are in none. Safe for use by several threads.
final class SqliteAllTime {

  private static final List<SqliteCut> READ =
      List.of(SqliteCut.DAY, SqliteCut.CALLER, SqliteCut.SHAPE, SqliteCut.CODE, SqliteCut.LATENCY);

  private record Key(SqliteCut cut, List<Long> columns) {}

  private final SqliteLabels labels;
  private final Map<Key, SqliteSum> sums = new HashMap<>();
  private final Cuts cuts = new Cuts();
  private List<SqliteFigures> inNoSum = List.of();
  private long seen = -1;
  private long summed = -1;
  private Statistics statistics = cuts.statistics(Statistics.Coverage.KEPT);

  SqliteAllTime(SqliteLabels labels) {
    this.labels = labels;
  }

  /// The statistics of everything, as they are in the transaction of `connection` or a little
  /// later.
  synchronized Statistics statistics(SqliteConnection connection) throws SQLException {
    refresh(connection);
    return statistics;
  }

  /// Adds what the entries of some models and states add up to.
  synchronized void addTo(Cuts other, SqliteKept kept, SqliteConnection connection)
      throws SQLException {
    refresh(connection);
    for (SqliteSum sum : sums.values()) {
      if (kept.holds(sum.model(labels), sum.state())) {
        sum.addTo(other, labels);
      }
    }
    inNoSum.stream().filter(entry -> entry.in(kept)).forEach(entry -> entry.addTo(other));
  }

  private void refresh(SqliteConnection connection) throws SQLException {
    long change = connection.number("SELECT max(change) FROM entry");
    if (change > seen) {
      labels.refresh(connection);
      for (SqliteCut cut : READ) {
        connection.each(cut.changed(), row -> take(SqliteSum.read(cut, row)), summed);
      }
      summed = SqliteSums.known(connection, change);
      inNoSum = SqliteFigures.inNoSum(connection, labels);
      statistics = together();
      seen = change;
    }
  }

  private void take(SqliteSum sum) {
    Key key = new Key(sum.cut(), sum.key());
    boolean empty = sum.tally().entries() == 0;
    @Nullable SqliteSum before = empty ? sums.remove(key) : sums.put(key, sum);
    if (before != null || !empty) {
      Tally counted = before == null ? Tally.NONE : before.tally();
      sum.with(sum.tally().minus(counted)).addTo(cuts, labels);
    }
  }

  private Statistics together() {
    inNoSum.forEach(entry -> entry.addTo(cuts));
    Statistics all = cuts.statistics(Statistics.Coverage.KEPT);
    inNoSum.forEach(entry -> entry.removeFrom(cuts));
    return all;
  }
}
