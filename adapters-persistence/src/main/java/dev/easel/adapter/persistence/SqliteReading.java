package dev.easel.adapter.persistence;

import dev.easel.adapter.persistence.SqliteReaders.Look;
import dev.easel.domain.ledger.LogUnavailable;
import java.sql.SQLException;
import java.util.Optional;

/// A connection that reads. Where no files can be kept beside the log, because the disk is full or
/// read-only, a log to which nobody writes is read without them. For one thread at a time.
///
/// @param still how the log was when it was opened without files; empty when it has them
record SqliteReading(SqliteConnection connection, Optional<SqliteStillness> still)
    implements AutoCloseable {

  /// Opens one.
  static SqliteReading open(SqliteFile file) throws SQLException {
    try {
      return new SqliteReading(file.read(), Optional.empty());
    } catch (SQLException refused) {
      Optional<SqliteStillness> still = SqliteStillness.of(file.path());
      if (still.isEmpty() || !SqliteFailures.keepsFromWriting(refused)) {
        throw refused;
      }
      return new SqliteReading(file.readStill(), still);
    }
  }

  /// Whether it can read again after it has read.
  boolean lasts() {
    return still.isEmpty();
  }

  /// Reads, from the log as it is at one moment. After a failure it is closed.
  ///
  /// @param hold on the files of the log
  /// @throws LogUnavailable when it may have read what never was the log, or some of it is gone
  <T> T read(SqliteHold hold, Look<T> look) throws SQLException {
    boolean read = false;
    try {
      demandJournal(hold);
      connection.begin();
      T found = look.look(connection);
      connection.commit();
      read = true;
      return found;
    } finally {
      if (!read || !lasts()) {
        connection.close();
      }
      still.ifPresent(SqliteStillness::demand);
    }
  }

  private void demandJournal(SqliteHold hold) throws SQLException {
    try {
      if (lasts()) {
        hold.demandJournal(connection);
      }
    } catch (SQLException refused) {
      if (!SqliteFailures.keepsFromWriting(refused)) { // else nobody writes ahead either
        throw refused;
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
