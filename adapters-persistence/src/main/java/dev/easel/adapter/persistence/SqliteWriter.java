package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.LogUnavailable;
import dev.easel.platform.Alarms;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;

/// Has what is to be written to a log in this handle done, one batch after the other: by a thread
/// that takes what waits, or by whoever asks, where nothing waits. Safe for use by several threads.
final class SqliteWriter implements AutoCloseable {

  /// Something to be written. It throws [IllegalStateException] only before it writes anything.
  @FunctionalInterface
  interface Job<T> {
    T run(SqliteBooks books) throws SQLException;
  }

  /// How long text search and the sums do not know the newest entries, at most.
  private static final Duration UNKNOWN = Duration.ofSeconds(1);

  private final SqliteFile file;
  private final SqliteBatches batches;
  private final SqliteQueue queue = new SqliteQueue();
  private final Turn turn = new Turn();
  private final Thread thread;
  private @Nullable Future<?> catchingUp;

  /// A writer that has not begun.
  ///
  /// @param batches are the writer's alone once it has
  SqliteWriter(SqliteFile file, SqliteBatches batches) {
    this.file = file;
    this.batches = batches;
    this.thread = Thread.ofPlatform().daemon().name("easel-log-writer").unstarted(this::work);
  }

  /// Begins to write.
  void start() {
    batches.start();
    thread.start();
  }

  /// Runs `job` and gives its answer when what it wrote is on stable storage.
  ///
  /// @throws LogUnavailable when it could not be written; nothing is
  <T> T write(Job<T> job) {
    return write(new SqlitePending<>(job));
  }

  /// The same, without waiting for stable storage.
  <T> T writeUnforced(Job<T> job) {
    return write(new SqlitePending<>(job, false));
  }

  /// Returns when all that was written is on stable storage.
  ///
  /// @throws LogUnavailable when it cannot be put there
  void force() {
    turn.take(batches::force);
  }

  private <T> T write(SqlitePending<T> pending) {
    if (!doneAtOnce(pending)) {
      queue(pending);
    }
    return answer(pending.future());
  }

  // Where nobody else writes, to wake a thread and to be woken by it takes as long as to write.
  private boolean doneAtOnce(SqlitePending<?> pending) {
    return queue.isIdle() && turn.takeIfFree(() -> acceptAtOnce(pending));
  }

  private boolean acceptAtOnce(SqlitePending<?> pending) {
    boolean done = queue.isOpen() && batches.acceptAtOnce(pending);
    catchUpInAWhile();
    return done;
  }

  /// Has `job` run in its turn.
  <T> CompletableFuture<T> submit(Job<T> job) {
    SqlitePending<T> pending = new SqlitePending<>(job);
    queue(pending);
    return pending.future();
  }

  private void queue(SqlitePending<?> pending) {
    if (!queue.add(pending)) {
      throw new IllegalStateException("the log " + file.path() + " is closed");
    }
  }

  /// Waits for the answer to a job.
  static <T> T answer(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException failed) {
      switch (failed.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw failed;
      }
    }
  }

  private void work() {
    boolean more = true;
    while (more) {
      try {
        List<SqlitePending<?>> batch = queue.take();
        more = !batch.isEmpty();
        if (more) {
          turn.take(() -> accept(batch));
        }
      } catch (InterruptedException _) {
        queue.close();
      }
    }
    turn.take(this::end);
  }

  private void accept(List<SqlitePending<?>> batch) {
    batches.accept(batch);
    catchUpInAWhile();
  }

  private void catchUpInAWhile() {
    boolean underWay = catchingUp != null && !catchingUp.isDone();
    if (batches.areCaughtUp()) {
      callOff();
    } else if (batches.lagBehind() && !underWay) {
      catchingUp =
          Alarms.after(UNKNOWN, () -> queue.add(new SqlitePending<>(SqliteWriter::catchUp)));
    }
  }

  // Whoever asks while nobody writes need not look at what waits.
  private static boolean catchUp(SqliteBooks books) throws SQLException {
    books.catchUp();
    return true;
  }

  private void callOff() {
    if (catchingUp != null) {
      catchingUp.cancel(false);
    }
  }

  private void end() {
    callOff();
    if (batches.lagBehind()) {
      batches.accept(List.of(new SqlitePending<>(SqliteWriter::catchUp)));
    }
    batches.end();
  }

  /// The same after a last job, of whose failure nobody hears.
  void close(Job<?> last) {
    queue.close(new SqlitePending<>(last));
    close();
  }

  /// Writes what waits and gives the connection back.
  @Override
  public void close() {
    queue.close();
    KeptInterrupt.join(thread);
  }
}
