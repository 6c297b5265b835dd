package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.LogUnavailable;
import java.nio.file.Path;
import java.sql.SQLException;

/// That the file of a log and its journal are those that were opened, and hold what they held.
/// SQLite goes on working with files that have no name any more, and with what it remembers of
/// those that were emptied, where nobody would ever find it again. Safe for use by several threads.
final class SqliteHold {

  private static final int JOURNAL_HEADER = 32;
  private static final int FRAME_HEADER = 24;
  private static final int LOOKS = 3;

  private final SqliteFile file;
  private final FileIdentity identity;
  private final Path journalPath;
  private @Nullable SqliteJournal journal;
  private long size;
  private volatile long page;

  /// The hold on the files of a log as they are now.
  SqliteHold(SqliteFile file) {
    this.file = file;
    this.identity = FileIdentity.of(file.path());
    this.journalPath = file.journal();
  }

  /// There is a connection that keeps the journal until it is closed.
  synchronized void kept() {
    released();
    journal = SqliteJournal.open(journalPath);
  }

  /// The connection is about to be closed, and may remove the journal.
  synchronized void released() {
    if (journal != null) {
      journal.close();
    }
    journal = null;
  }

  /// Demands that both files lie there still, and that the log, which never shrinks, has not.
  ///
  /// @throws LogUnavailable when it is not so
  synchronized void demand() {
    identity.demand(file.path());
    long now = file.path().toFile().length();
    if (now < size) {
      throw LogFailures.shortened(file.path());
    }
    size = now;
    if (journal != null) {
      journal.demand(file.path());
    }
  }

  /// Demands that the journal holds all that is written ahead. Another process that leaves may make
  /// it shorter at that very moment, so what seems to be missing is looked for again.
  ///
  /// @param connection outside of a transaction
  /// @throws LogUnavailable when it does not
  void demandJournal(SqliteConnection connection) throws SQLException {
    for (int look = 0; !holds(connection); look++) {
      if (look == LOOKS) {
        throw LogFailures.shortened(file.path());
      }
    }
  }

  private boolean holds(SqliteConnection connection) throws SQLException {
    long frames = connection.list("PRAGMA wal_checkpoint(NOOP)", row -> row.getLong(2)).getFirst();
    return frames <= 0 || reaches(JOURNAL_HEADER + frames * (FRAME_HEADER + page(connection)));
  }

  private synchronized boolean reaches(long length) {
    return journal == null ? journalPath.toFile().length() >= length : journal.reaches(length);
  }

  // It stays what it was when the log was made.
  private long page(SqliteConnection connection) throws SQLException {
    if (page == 0) {
      page = connection.number("PRAGMA page_size");
    }
    return page;
  }
}
