package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One connection and the statements prepared on it. For one thread at a time.
///
/// After any failure all statements are prepared anew: the driver's are of no use any more once the
/// disk was full.
final class SqliteConnection implements AutoCloseable {

  /// Reads what is wanted of a row.
  @FunctionalInterface
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /// Takes a row.
  @FunctionalInterface
  interface Rows {
    void take(ResultSet row) throws SQLException;
  }

  /// Takes rows as long as it wants more.
  @FunctionalInterface
  interface Seeker {
    /// Takes a row.
    ///
    /// @return whether to go on
    boolean take(ResultSet row) throws SQLException;
  }

  private final Connection connection;
  private final SqlitePatience patience;
  private final Map<String, PreparedStatement> statements = new HashMap<>();
  private boolean forcing = true;

  /// @param patience with which the connection waits for others
  SqliteConnection(Connection connection, SqlitePatience patience) {
    this.connection = connection;
    this.patience = patience;
  }

  /// Begins a transaction of the connection's kind.
  void begin() throws SQLException {
    connection.setAutoCommit(false);
  }

  /// Begins a transaction of the connection's kind, unless that means to wait for others.
  ///
  /// @return whether it has begun; else it is to be rolled back
  boolean beginAtOnce() throws SQLException {
    patience.none(true);
    try {
      begin();
      return true;
    } catch (SQLException failure) {
      if (SqliteFailures.isBusy(failure)) {
        return false;
      }
      throw failure;
    } finally {
      patience.none(false);
    }
  }

  /// Whether transactions that begin from now on, and all before them, are on stable storage when
  /// they have ended.
  void forceCommits(boolean forced) throws SQLException {
    if (forced == forcing) {
      return;
    }
    try (Statement statement = connection.createStatement()) { // it acts when it is prepared
      statement.executeUpdate("PRAGMA synchronous = " + (forced ? "FULL" : "NORMAL"));
    }
    forcing = forced;
  }

  /// Ends the transaction; what it wrote is on stable storage, unless that is not wanted.
  void commit() throws SQLException {
    connection.setAutoCommit(true);
  }

  /// Takes back what the transaction wrote, where SQLite has not done so by itself.
  void rollback() {
    forget();
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("ROLLBACK");
    } catch (SQLException _) {
      // there is no transaction any more
    }
    try {
      connection.setAutoCommit(true);
    } catch (SQLException _) {
      // it misses the transaction, and is out of it all the same
    }
  }

  /// Runs a statement that is one of a fixed number.
  ///
  /// @return the number of rows that changed
  int update(String sql, @Nullable Object... values) throws SQLException {
    try {
      return bound(sql, values).executeUpdate();
    } catch (SQLException failure) {
      forget();
      throw failure;
    }
  }

  /// All rows of a query that is one of a fixed number.
  <T> List<T> list(String sql, Reader<T> reader, @Nullable Object... values) throws SQLException {
    List<T> list = new ArrayList<>();
    each(sql, row -> list.add(reader.read(row)), values);
    return list;
  }

  /// The first row of a query that is one of a fixed number.
  <T> Optional<T> first(String sql, Reader<T> reader, @Nullable Object... values)
      throws SQLException {
    try (ResultSet rows = bound(sql, values).executeQuery()) {
      return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
    } catch (SQLException failure) {
      forget();
      throw failure;
    }
  }

  /// The number in the first row of a query that is one of a fixed number.
  long number(String sql, @Nullable Object... values) throws SQLException {
    return first(sql, row -> row.getLong(1), values).orElse(0L);
  }

  /// Gives the rows of a query that is one of a fixed number to `rows`, which must not run the same
  /// query.
  void each(String sql, Rows rows, @Nullable Object... values) throws SQLException {
    try (ResultSet found = bound(sql, values).executeQuery()) {
      while (found.next()) {
        rows.take(found);
      }
    } catch (SQLException failure) {
      forget();
      throw failure;
    }
  }

  /// Gives the rows of a query that was composed for this one time to `rows`.
  void eachOnce(String sql, Rows rows, List<? extends @Nullable Object> values)
      throws SQLException {
    Seeker all =
        row -> {
          rows.take(row);
          return true;
        };
    seekOnce(sql, all, values);
  }

  /// Gives the rows of a query that was composed for this one time to `seeker`, until it has
  /// enough.
  void seekOnce(String sql, Seeker seeker, List<? extends @Nullable Object> values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values.toArray());
      try (ResultSet found = statement.executeQuery()) {
        boolean more = true;
        while (more && found.next()) {
          more = seeker.take(found);
        }
      }
    }
  }

  private PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    bind(statement, values);
    return statement;
  }

  private static void bind(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int index = 0; index < values.length; index++) {
      statement.setObject(index + 1, values[index]);
    }
  }

  private void forget() {
    for (PreparedStatement statement : statements.values()) {
      try {
        statement.close();
      } catch (SQLException _) {
        // it reports once more what has been reported
      }
    }
    statements.clear();
  }

  @Override
  public void close() throws SQLException {
    forget();
    connection.close();
  }
}
