package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.Condition;
import dev.easel.domain.ledger.Cuts;
import dev.easel.domain.ledger.EntryState;
import dev.easel.domain.ledger.Query;
import dev.easel.domain.ledger.Statistics;
import dev.easel.domain.ledger.Tally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// Statistics: of everything from memory, of times, models and states from the sums by day, and of
/// all else from the entries themselves, the newest ones if there are very many.
final class SqliteStatistics {

  /// The most entries that are read for statistics.
  static final long MOST_READ = 200_000;

  private static final List<SqliteCut> BY_DAY =
      List.of(SqliteCut.DAY, SqliteCut.DAY_SHAPE, SqliteCut.DAY_CODE, SqliteCut.DAY_LATENCY);

  private final SqliteLabels labels;
  private final ZoneId zone;
  private final SqliteAllTime allTime;
  private final long mostRead;

  SqliteStatistics(SqliteLabels labels, ZoneId zone) {
    this(labels, zone, MOST_READ);
  }

  /// With another bound, for tests.
  SqliteStatistics(SqliteLabels labels, ZoneId zone, long mostRead) {
    this.labels = labels;
    this.zone = zone;
    this.allTime = new SqliteAllTime(labels);
    this.mostRead = mostRead;
  }

  /// The statistics of the entries that match.
  Statistics of(SqliteConnection connection, Query query) throws SQLException {
    if (query.everything()) {
      return allTime.statistics(connection);
    }
    labels.refresh(connection);
    Cuts cuts = new Cuts();
    if (!SqliteKept.canAnswer(query)) {
      return cuts.statistics(covered(addRead(connection, query, mostRead, cuts)));
    }
    SqliteDays days = SqliteDays.of(query, zone);
    addKept(connection, SqliteKept.of(query), days, cuts);
    long read = 0;
    for (Condition end : days.ends()) {
      read += addRead(connection, and(query, end), Math.max(0, mostRead - read), cuts);
    }
    return cuts.statistics(covered(read));
  }

  private Statistics.Coverage covered(long read) {
    return new Statistics.Coverage(Math.min(read, mostRead), read <= mostRead);
  }

  private static Query and(Query query, Condition condition) {
    List<Condition> conditions = new ArrayList<>(query.conditions());
    conditions.add(condition);
    return new Query(query.source(), conditions);
  }

  private void addKept(SqliteConnection connection, SqliteKept kept, SqliteDays days, Cuts cuts)
      throws SQLException {
    SqliteTallies tallies = new SqliteTallies(cuts, labels);
    for (SqliteCut cut : BY_DAY) {
      connection.each(
          cut.ofDays(),
          row -> addKept(cut, row, kept, tallies),
          days.first().toEpochDay(),
          days.last().toEpochDay());
    }
    for (SqliteFigures running : SqliteAllTime.running(connection, labels)) {
      if (days.cover(running.day()) && kept.holds(running.model(), running.state())) {
        running.addTo(cuts);
      }
    }
  }

  private void addKept(SqliteCut cut, ResultSet row, SqliteKept kept, SqliteTallies tallies)
      throws SQLException {
    EntryState state =
        cut == SqliteCut.DAY_LATENCY ? EntryState.SETTLED : SqliteState.of(row.getLong(3));
    Tally tally = SqliteTallies.tally(cut, row);
    if (kept.holds(labels.text(row.getLong(2)), state) && tally.entries() != 0) {
      tallies.add(cut, SqliteTallies.key(cut, row), tally);
    }
  }

  /// Adds the newest entries that match, and gives their number: one more than `most` when there
  /// are more.
  private long addRead(SqliteConnection connection, Query query, long most, Cuts cuts)
      throws SQLException {
    SqliteFilter select =
        SqlitePlan.of(connection, labels, query, null).select(SqliteFigures.COLUMNS);
    long[] read = {0};
    connection.eachOnce(
        select.sql(),
        row -> {
          if (++read[0] <= most) {
            SqliteFigures.read(row, labels).addTo(cuts);
          }
        },
        select.and(most + 1));
    return read[0];
  }
}
