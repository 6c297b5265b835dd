package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.LogUnavailable;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/// A few connections that read. Reading happens on platform threads of its own, since a virtual
/// thread in native code would keep others from running. Safe for use by several threads.
final class SqliteReaders implements AutoCloseable {

  /// Something to be read, from the log as it is at one moment.
  @FunctionalInterface
  interface Look<T> {
    T look(SqliteConnection connection) throws SQLException;
  }

  private static final int MOST = 4;

  private final SqliteFile file;
  private final SqliteHold hold;
  private final Queue<SqliteReading> idle = new ConcurrentLinkedQueue<>();
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          MOST, Thread.ofPlatform().daemon().name("easel-log-reader-", 1).factory());

  SqliteReaders(SqliteFile file, SqliteHold hold) {
    this.file = file;
    this.hold = hold;
  }

  /// The hold on the files that they read.
  SqliteHold hold() {
    return hold;
  }

  /// Reads.
  ///
  /// @throws LogUnavailable when it cannot be read
  <T> T read(Look<T> look) {
    return onAThread(() -> readHere(look));
  }

  /// Reads on a connection that has read nothing before. What text search keeps in memory of an
  /// older state would pass for damage when its integrity is checked.
  ///
  /// @throws LogUnavailable when it cannot be read
  <T> T readAnew(Look<T> look) {
    return onAThread(() -> {
      try (SqliteReading reading = SqliteReading.open(file)) {
        return reading.read(hold, known(look));
      } catch (SQLException failure) {
        throw SqliteFailures.of(file.path(), failure);
      }
    });
  }

  private <T> T onAThread(Supplier<T> reading) {
    hold.demand();
    try {
      return SqliteWriter.answer(CompletableFuture.supplyAsync(reading, threads));
    } catch (RejectedExecutionException closed) {
      throw new IllegalStateException("the log " + file.path() + " is closed", closed);
    }
  }

  private <T> T readHere(Look<T> look) {
    try {
      SqliteReading waiting = idle.poll();
      SqliteReading reading = waiting == null ? SqliteReading.open(file) : waiting;
      T found = reading.read(hold, known(look));
      if (reading.lasts()) {
        idle.add(reading);
      }
      return found;
    } catch (SQLException failure) {
      throw SqliteFailures.of(file.path(), failure);
    }
  }

  private <T> Look<T> known(Look<T> look) {
    return connection -> {
      new SqliteSchema(file.path(), connection).demandKnown();
      return look.look(connection);
    };
  }

  /// Waits for those who read and gives all connections back.
  @Override
  public void close() {
    threads.close();
    for (SqliteReading reading = idle.poll(); reading != null; reading = idle.poll()) {
      try {
        reading.close();
      } catch (SQLException _) {
        // nothing was written through it
      }
    }
  }
}
