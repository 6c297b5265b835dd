package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.Condition;
import dev.easel.domain.ledger.Cuts;
import dev.easel.domain.ledger.Query;
import dev.easel.domain.ledger.Statistics;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Map;

/// Statistics: of everything from memory, of times, models and states from the sums by day, and of
/// all else from the entries themselves, the newest ones if there are very many.
final class SqliteStatistics {

  /// The most entries that are read for statistics.
  static final long MOST_READ = 200_000;

  /// The sums by day, each with the one over all time that a span of days adds up to.
  private static final Map<SqliteCut, SqliteCut> BY_DAY =
      Map.of(
          SqliteCut.DAY_CALLER, SqliteCut.CALLER,
          SqliteCut.DAY_SHAPE, SqliteCut.SHAPE,
          SqliteCut.DAY_CODE, SqliteCut.CODE,
          SqliteCut.DAY_LATENCY, SqliteCut.LATENCY);

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
      read += addRead(connection, query.and(end), Math.max(0, mostRead - read), cuts);
    }
    return cuts.statistics(covered(read));
  }

  private Statistics.Coverage covered(long read) {
    return new Statistics.Coverage(Math.min(read, mostRead), read <= mostRead);
  }

  private void addKept(SqliteConnection connection, SqliteKept kept, SqliteDays days, Cuts cuts)
      throws SQLException {
    if (days.unbounded()) {
      allTime.addTo(cuts, kept, connection);
    } else {
      addDays(connection, kept, days, cuts);
    }
  }

  private void addDays(SqliteConnection connection, SqliteKept kept, SqliteDays days, Cuts cuts)
      throws SQLException {
    long first = days.first().toEpochDay();
    long last = days.last().toEpochDay();
    connection.each(
        SqliteCut.DAY.ofDays(),
        row -> add(SqliteSum.read(SqliteCut.DAY, row), kept, cuts),
        first,
        last);
    for (Map.Entry<SqliteCut, SqliteCut> cut : BY_DAY.entrySet()) {
      connection.each(
          cut.getKey().overDays(),
          row -> add(SqliteSum.read(cut.getValue(), row), kept, cuts),
          first,
          last);
    }
    for (SqliteFigures entry : SqliteFigures.inNoSum(connection, labels)) {
      if (days.cover(entry.day()) && entry.in(kept)) {
        entry.addTo(cuts);
      }
    }
  }

  private void add(SqliteSum sum, SqliteKept kept, Cuts cuts) {
    if (sum.tally().entries() != 0 && kept.holds(sum.model(labels), sum.state())) {
      sum.addTo(cuts, labels);
    }
  }

  /// Adds the newest entries that match, and gives their number: one more than `most` when there
  /// are more.
  private long addRead(SqliteConnection connection, Query query, long most, Cuts cuts)
      throws SQLException {
    long[] read = {0};
    for (SqlitePlan plan : SqlitePlan.all(connection, labels, query, null)) {
      SqliteFilter select = plan.select(SqliteFigures.COLUMNS);
      connection.eachOnce(
          select.sql(),
          row -> {
            if (++read[0] <= most) {
              SqliteFigures.read(row, labels).addTo(cuts);
            }
          },
          select.and(most + 1 - read[0]));
    }
    return read[0];
  }
}
