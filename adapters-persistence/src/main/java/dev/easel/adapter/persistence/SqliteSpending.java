package dev.easel.adapter.persistence;

import dev.easel.domain.cost.BudgetPeriod;
import dev.easel.domain.cost.Committed;
import dev.easel.domain.cost.Limit;
import dev.easel.domain.cost.Limits;
import dev.easel.domain.cost.Money;
import dev.easel.domain.cost.Spending;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What is committed, from the sums of what has ended, from what has ended and is in no sum yet,
/// and from what runs.
final class SqliteSpending {

  private static final String COSTS = SqliteCut.sum("cost") + ", " + SqliteCut.sum("at_risk");
  private static final String OF_SUMS = COSTS + ", sum(unpriced)";
  private static final String OF_ENTRIES = COSTS + ", sum(cost IS NULL AND at_risk IS NULL)";

  private static final String ENDED =
      """
      SELECT %s FROM sum_day WHERE day BETWEEN ? AND ?
      """
          .formatted(OF_SUMS);
  private static final String UNSUMMED =
      """
      SELECT %s FROM %s AND day BETWEEN ? AND ?
      """
          .formatted(OF_ENTRIES, SqliteUnsummed.ROWS);
  private static final String RUNNING =
      """
      SELECT %s, sum(at_risk IS NULL) FROM entry INDEXED BY entry_state
      WHERE state = 0 AND state <> 1 AND day BETWEEN ? AND ?
      """
          .formatted(SqliteCut.sum("at_risk"));
  private static final String ENDED_OF_CALLERS =
      """
      SELECT %s, label.text
      FROM sum_day_caller JOIN label ON label.number = sum_day_caller.caller
      WHERE day = ? AND caller <> 0 GROUP BY caller
      """
          .formatted(OF_SUMS);
  private static final String UNSUMMED_OF_CALLERS =
      """
      SELECT %s,
        (SELECT text FROM label WHERE number = caller)
      FROM %s AND day = ? AND caller <> 0 GROUP BY caller
      """
          .formatted(OF_ENTRIES, SqliteUnsummed.ROWS);
  private static final String RUNNING_OF_CALLERS =
      """
      SELECT %s, sum(at_risk IS NULL), label.text
      FROM entry INDEXED BY entry_state JOIN label ON label.number = entry.caller
      WHERE state = 0 AND state <> 1 AND day = ? GROUP BY caller
      """
          .formatted(SqliteCut.sum("at_risk"));

  private static final String ENDED_OF_CALLER =
      """
      SELECT %s FROM sum_day_caller
      WHERE day = ? AND caller = (SELECT number FROM label WHERE text = ?)
      """
          .formatted(OF_SUMS);
  private static final String UNSUMMED_OF_CALLER =
      """
      SELECT %s FROM %s
        AND day = ? AND caller = (SELECT number FROM label WHERE text = ?)
      """
          .formatted(OF_ENTRIES, SqliteUnsummed.ROWS);
  private static final String RUNNING_OF_CALLER =
      """
      SELECT %s, sum(at_risk IS NULL) FROM entry INDEXED BY entry_state
      WHERE state = 0 AND state <> 1 AND day = ?
        AND caller = (SELECT number FROM label WHERE text = ?)
      """
          .formatted(SqliteCut.sum("at_risk"));

  private final SqliteConnection connection;

  private SqliteSpending(SqliteConnection connection) {
    this.connection = connection;
  }

  /// What is committed on a day and in its month, and on the day by each caller.
  static Spending of(SqliteConnection connection, LocalDate day) throws SQLException {
    SqliteSpending spending = new SqliteSpending(connection);
    return new Spending(
        spending.in(BudgetPeriod.DAY, day),
        spending.in(BudgetPeriod.MONTH, day),
        spending.callers(day));
  }

  /// As much of that as these limits look at.
  static Spending of(SqliteConnection connection, LocalDate day, Limits limits)
      throws SQLException {
    SqliteSpending spending = new SqliteSpending(connection);
    Map<BudgetPeriod, Committed> all = new EnumMap<>(BudgetPeriod.class);
    Map<String, Committed> callers = new HashMap<>();
    for (Limit limit : limits.all()) {
      String caller = limit.caller();
      if (caller == null) {
        all.put(limit.period(), spending.in(limit.period(), day));
      } else {
        callers.put(caller, spending.of(caller, day));
      }
    }
    return new Spending(
        all.getOrDefault(BudgetPeriod.DAY, Committed.NONE),
        all.getOrDefault(BudgetPeriod.MONTH, Committed.NONE),
        callers);
  }

  private Committed of(String caller, LocalDate day) throws SQLException {
    Object[] asked = {day.toEpochDay(), caller};
    return first(ENDED_OF_CALLER, SqliteSpending::ended, asked)
        .plus(first(UNSUMMED_OF_CALLER, SqliteSpending::ended, asked))
        .plus(first(RUNNING_OF_CALLER, SqliteSpending::running, asked));
  }

  private Committed in(BudgetPeriod period, LocalDate day) throws SQLException {
    Object[] days = {period.first(day).toEpochDay(), period.last(day).toEpochDay()};
    return first(ENDED, SqliteSpending::ended, days)
        .plus(first(UNSUMMED, SqliteSpending::ended, days))
        .plus(first(RUNNING, SqliteSpending::running, days));
  }

  private Committed first(String query, SqliteConnection.Reader<Committed> reader, Object... values)
      throws SQLException {
    return connection.first(query, reader, values).orElseThrow();
  }

  private Map<String, Committed> callers(LocalDate day) throws SQLException {
    Map<String, Committed> callers = new HashMap<>();
    for (String query : List.of(ENDED_OF_CALLERS, UNSUMMED_OF_CALLERS)) {
      connection.each(
          query,
          row -> callers.merge(row.getString(4), ended(row), Committed::plus),
          day.toEpochDay());
    }
    connection.each(
        RUNNING_OF_CALLERS,
        row -> callers.merge(row.getString(3), running(row), Committed::plus),
        day.toEpochDay());
    return callers;
  }

  private static Committed ended(ResultSet row) throws SQLException {
    return new Committed(
        new Money(row.getLong(1)), Money.ZERO, new Money(row.getLong(2)), row.getLong(3));
  }

  private static Committed running(ResultSet row) throws SQLException {
    return new Committed(Money.ZERO, new Money(row.getLong(1)), Money.ZERO, row.getLong(2));
  }
}
