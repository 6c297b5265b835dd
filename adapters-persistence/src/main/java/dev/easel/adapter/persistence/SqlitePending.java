package dev.easel.adapter.persistence;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;

/// A job, its answer, and who waits for it.
final class SqlitePending<T> {

  private final SqliteWriter.Job<T> job;
  private final boolean forced;
  private final CompletableFuture<T> future = new CompletableFuture<>();
  private Runnable outcome = () -> {};

  /// A job that is answered when all that the log holds is on stable storage.
  SqlitePending(SqliteWriter.Job<T> job) {
    this(job, true);
  }

  /// @param forced whether what it writes has to be on stable storage when it is answered
  SqlitePending(SqliteWriter.Job<T> job, boolean forced) {
    this.job = job;
    this.forced = forced;
  }

  /// Whether what it writes has to be on stable storage when it is answered.
  boolean isForced() {
    return forced;
  }

  /// The answer, once it is given.
  CompletableFuture<T> future() {
    return future;
  }

  /// Does the job, and keeps its answer.
  void run(SqliteBooks books) throws SQLException {
    try {
      T answer = job.run(books);
      outcome = () -> future.complete(answer);
    } catch (IllegalStateException refused) {
      outcome = () -> future.completeExceptionally(refused);
    }
  }

  /// Gives the answer.
  void complete() {
    outcome.run();
  }

  /// Gives a failure instead.
  void fail(Throwable failure) {
    future.completeExceptionally(failure);
  }
}
