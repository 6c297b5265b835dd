package dev.easel.adapter.persistence;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/// Tells beside a log how much it holds, now and then. For one thread at a time.
final class SqliteTestimony {

  private static final Duration SILENCE = Duration.ofSeconds(1);

  private final SqliteFile file;
  private long silentUntil = System.nanoTime();

  SqliteTestimony(SqliteFile file) {
    this.file = file;
  }

  /// Something was committed.
  void committed(SqliteConnection connection) {
    if (System.nanoTime() - silentUntil >= 0) {
      tell(connection);
    }
  }

  /// Tells how much it holds, unless another log is missed there.
  void tell(SqliteConnection connection) {
    silentUntil = System.nanoTime() + SILENCE.toNanos();
    try {
      Path place = file.witness();
      LogWitness known = LogWitness.read(place);
      LogWitness now = of(connection);
      boolean own = known.log().equals(now.log()) || known.entries() == 0;
      if (own && known.entries() < now.entries()) {
        now.write(place);
      }
    } catch (IOException | SQLException _) {
      // it is no promise
    }
  }

  /// How much the log holds.
  static LogWitness of(SqliteConnection connection) throws SQLException {
    String identity = SqliteMeta.IDENTITY.get(connection).orElse("");
    return new LogWitness(identity, SqliteUnsummed.allEnded(connection), 0);
  }
}
