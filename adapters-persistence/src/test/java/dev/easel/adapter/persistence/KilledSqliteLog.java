package dev.easel.adapter.persistence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a process that is killed leaves of the log `easel.db` that it has open.
final class KilledSqliteLog {

  private KilledSqliteLog() {}

  /// Copies the files of the open log in `place` to another directory, as they are now.
  static void copy(Path place, Path killed) throws IOException {
    for (String name : List.of("easel.db", "easel.db-wal", "easel.db-shm")) {
      Files.copy(place.resolve(name), killed.resolve(name));
    }
  }
}
