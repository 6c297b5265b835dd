package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.LogUnavailable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// That the file of a log is the whole log, nothing being written ahead beside it, and how it is.
/// Nobody has written to it as long as that lasts.
///
/// @param found which file it is, its size, and when it was last changed
record SqliteStillness(Path path, Map<String, Object> found) {

  /// How it is now, unless something was written ahead.
  static Optional<SqliteStillness> of(Path path) {
    try {
      Map<String, Object> found =
          Files.readAttributes(path, "unix:ino,size,lastModifiedTime,ctime");
      boolean still = new File(path + "-wal").length() == 0;
      return still ? Optional.of(new SqliteStillness(path, found)) : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /// Demands that it has lasted.
  ///
  /// @throws LogUnavailable when it has not
  void demand() {
    if (!of(path).equals(Optional.of(this))) {
      throw new LogUnavailable(
          LogUnavailable.Reason.BUSY,
          "the log " + path + " was written to while it was read; try again");
    }
  }
}
