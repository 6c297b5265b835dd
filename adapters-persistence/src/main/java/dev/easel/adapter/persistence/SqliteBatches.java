package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.LogUnavailable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;

/// Does the jobs of a batch in one transaction, and answers once that is on stable storage. For one
/// thread at a time.
final class SqliteBatches {

  private final SqliteFile file;
  private final ZoneId zone;
  private final int mostWaiting;
  private final SqliteLabels labels = new SqliteLabels();
  private final SqliteFacts facts = new SqliteFacts();
  private final SqliteTestimony testimony;
  private final SqliteHold hold;
  private final SqlitePresence presence;
  private @Nullable SqliteConnection connection;
  private @Nullable SqliteBooks books;
  private boolean wrote;

  /// @param hold on the files of the log
  /// @param presence is looked for once a transaction
  /// @param connection is closed at the end; null to open it when it is needed
  /// @param mostWaiting so many entries are let wait for text search and sums to know them
  SqliteBatches(
      SqliteFile file,
      SqliteHold hold,
      SqlitePresence presence,
      @Nullable SqliteConnection connection,
      ZoneId zone,
      int mostWaiting) {
    this.file = file;
    this.connection = connection;
    this.zone = zone;
    this.mostWaiting = mostWaiting;
    this.hold = hold;
    this.presence = presence;
    this.testimony = new SqliteTestimony(file);
  }

  /// Begins. From now on the connection is nobody else's.
  void start() {
    if (connection != null) {
      hold.kept();
    }
  }

  /// Whether there is something that text search or the sums do not know.
  boolean lagBehind() {
    return books != null && books.lagBehind();
  }

  /// Whether it is known that there is nothing of the kind.
  boolean areCaughtUp() {
    return books != null && !books.lagBehind();
  }

  /// Does these jobs, and tells everybody who waits.
  void accept(List<SqlitePending<?>> batch) {
    accept(batch, SqliteBatches::begin);
  }

  /// Does one job, unless that means to wait for others who write to the log, and tells whoever
  /// waits.
  ///
  /// @return whether it is done
  boolean acceptAtOnce(SqlitePending<?> pending) {
    return connection != null && accept(List.of(pending), SqliteConnection::beginAtOnce);
  }

  /// How a transaction begins, if it does.
  @FunctionalInterface
  private interface Beginning {
    boolean of(SqliteConnection connection) throws SQLException;
  }

  private static boolean begin(SqliteConnection connection) throws SQLException {
    connection.begin();
    return true;
  }

  // Whether the jobs are done, or cannot be.
  private boolean accept(List<SqlitePending<?>> batch, Beginning beginning) {
    try {
      hold.demand();
      boolean done = write(batch, beginning);
      if (isForced(batch)) {
        tell();
      }
      return done;
    } catch (LogUnavailable moved) {
      batch.forEach(pending -> pending.fail(moved));
      return true;
    }
  }

  private static boolean isForced(List<SqlitePending<?>> batch) {
    return batch.stream().anyMatch(SqlitePending::isForced);
  }

  private void tell() {
    if (connection != null && wrote) {
      testimony.committed(connection);
    }
  }

  /// Puts what was committed on stable storage.
  ///
  /// @throws LogUnavailable when it cannot be put there
  void force() {
    hold.demand();
    try {
      PrivateFiles.force(file.journal());
    } catch (NoSuchFileException inTheLog) {
      return; // which SQLite forces before it removes the journal
    } catch (IOException failure) {
      throw LogFailures.of(file.path(), failure);
    }
  }

  // Whether the transaction began; whoever waits has been told then.
  private boolean write(List<SqlitePending<?>> batch, Beginning beginning) {
    presence.lookAgain();
    try {
      SqliteConnection open = connected();
      open.forceCommits(isForced(batch));
      hold.demandJournal(open);
      boolean begun = beginning.of(open);
      if (begun) {
        commit(batch, open);
      } else {
        takeBack();
      }
      return begun;
    } catch (SQLException failure) {
      takeBack();
      failed(batch, failure);
    } catch (RuntimeException | Error failure) {
      takeBack();
      oneByOne(batch, failure);
    }
    return true;
  }

  private void commit(List<SqlitePending<?>> batch, SqliteConnection open) throws SQLException {
    SqliteBooks current = books(open);
    for (SqlitePending<?> pending : batch) {
      pending.run(current);
    }
    current.balance();
    open.commit();
    wrote = true;
    batch.forEach(SqlitePending::complete);
  }

  private SqliteConnection connected() throws SQLException {
    if (connection == null) {
      connection = file.write();
      hold.kept();
    }
    return connection;
  }

  private SqliteBooks books(SqliteConnection open) throws SQLException {
    SqliteBooks current = books;
    if (current == null || !current.reopen()) {
      new SqliteSchema(file.path(), open).demandKnown();
      current = new SqliteBooks(open, labels, facts, zone, mostWaiting);
      books = current;
    }
    return current;
  }

  private void takeBack() {
    books = null;
    labels.forget();
    facts.forget();
    if (connection != null) {
      connection.rollback();
    }
  }

  private void failed(List<SqlitePending<?>> batch, SQLException failure) {
    if (SqliteFailures.breaksConnection(failure)) {
      reconnect();
    }
    LogUnavailable translated = SqliteFailures.of(file.path(), failure);
    if (SqliteFailures.isOutside(failure)) {
      batch.forEach(pending -> pending.fail(translated));
    } else {
      oneByOne(batch, translated);
    }
  }

  // What is wrong with one must not keep the others from being written.
  private void oneByOne(List<SqlitePending<?>> batch, Throwable failure) {
    if (batch.size() == 1) {
      batch.getFirst().fail(failure);
    } else {
      batch.forEach(pending -> write(List.of(pending), SqliteBatches::begin));
    }
  }

  private void reconnect() {
    if (connection == null) {
      return;
    }
    try {
      SqliteConnection fresh = file.write();
      connection.close();
      connection = fresh;
    } catch (SQLException _) {
      // the old one reports at its next use what is wrong
    }
  }

  /// Gives the connection back.
  void end() {
    hold.released();
    try (SqliteConnection last = connection) {
      if (last != null && wrote) {
        testimony.tell(last);
        last.update("PRAGMA optimize");
        last.number("PRAGMA wal_checkpoint(TRUNCATE)");
      }
    } catch (SQLException _) {
      // both only tidy up; another process will
    }
  }
}
