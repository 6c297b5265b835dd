package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.LogUnavailable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Instant;

/// The file in which a log is written ahead, for as long as a connection keeps it.
///
/// Whoever looks at a file has its next write stamped with a time of its own, which then has to be
/// forced to the disk with it. So the file itself is not looked at as long as its directory has not
/// changed, and how far it reaches is found by reading there. SQLite holds no lock on this file
/// that closing it would drop. For one thread at a time.
final class SqliteJournal implements AutoCloseable {

  private final FileIdentity identity;
  private final Path directory;
  private final RandomAccessFile file;
  private @Nullable DirectoryStamp seen;

  private SqliteJournal(Path path, RandomAccessFile file) {
    this.identity = FileIdentity.of(path);
    this.directory = path.resolveSibling("");
    this.file = file;
  }

  /// The journal at `path`.
  ///
  /// @return null when there is none
  static @Nullable SqliteJournal open(Path path) {
    try {
      return new SqliteJournal(path, new RandomAccessFile(path.toFile(), "r"));
    } catch (FileNotFoundException _) {
      return null;
    }
  }

  /// Demands that it lies there still.
  ///
  /// @param log how the user calls the log that it belongs to
  /// @throws LogUnavailable when it does not
  void demand(Path log) {
    DirectoryStamp now = DirectoryStamp.of(directory);
    if (now == null || !now.isSame(seen)) {
      identity.demand(log);
      seen = now != null && now.isSettled(Instant.now()) ? now : null;
    }
  }

  /// Whether it is at least this long.
  ///
  /// @param length in bytes, more than none
  boolean reaches(long length) {
    try {
      file.seek(length - 1);
      return file.read() >= 0;
    } catch (IOException _) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException _) {
      // nothing was written to it
    }
  }
}
