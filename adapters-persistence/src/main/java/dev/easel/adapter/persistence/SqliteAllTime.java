package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Cuts;
import dev.easel.domain.ledger.Statistics;
import dev.easel.domain.ledger.Tally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The statistics of everything, kept in memory: only the sums that changed since the last look are
/// read. Safe for use by several threads.
final class SqliteAllTime {

  private static final List<SqliteCut> READ =
      List.of(
          SqliteCut.ALL_DAY,
          SqliteCut.ALL_CALLER,
          SqliteCut.ALL_SHAPE,
          SqliteCut.ALL_CODE,
          SqliteCut.ALL_LATENCY);

  private static final String RUNNING =
      "SELECT entry.place, %s FROM entry INDEXED BY entry_state WHERE state = 0 AND state <> 1"
          .formatted(SqliteFigures.COLUMNS);

  private record Key(SqliteCut cut, List<Long> columns) {}

  private final SqliteLabels labels;
  private final Map<Key, Tally> sums = new HashMap<>();
  private final Cuts cuts = new Cuts();
  private final SqliteTallies tallies;
  private long seen = -1;
  private Statistics statistics = cuts.statistics(Statistics.Coverage.KEPT);

  SqliteAllTime(SqliteLabels labels) {
    this.labels = labels;
    this.tallies = new SqliteTallies(cuts, labels);
  }

  /// The statistics as they are in the transaction of `connection`, or a little later.
  synchronized Statistics statistics(SqliteConnection connection) throws SQLException {
    long change = connection.number("SELECT max(change) FROM entry");
    if (change > seen) {
      labels.refresh(connection);
      for (SqliteCut cut : READ) {
        connection.each(cut.changed(), row -> take(cut, row), seen);
      }
      statistics = withRunning(running(connection, labels));
      seen = change;
    }
    return statistics;
  }

  private void take(SqliteCut cut, ResultSet row) throws SQLException {
    Key key = new Key(cut, SqliteTallies.key(cut, row));
    Tally now = SqliteTallies.tally(cut, row);
    @Nullable Tally before = now.entries() == 0 ? sums.remove(key) : sums.put(key, now);
    if (before != null || now.entries() != 0) {
      tallies.add(cut, key.columns(), before == null ? now : now.minus(before));
    }
  }

  private Statistics withRunning(List<SqliteFigures> running) {
    running.forEach(entry -> entry.addTo(cuts));
    Statistics all = cuts.statistics(Statistics.Coverage.KEPT);
    running.forEach(entry -> entry.removeRunningFrom(cuts));
    return all;
  }

  /// The entries that are under way.
  static List<SqliteFigures> running(SqliteConnection connection, SqliteLabels labels)
      throws SQLException {
    return connection.list(RUNNING, row -> SqliteFigures.read(row, labels));
  }
}
