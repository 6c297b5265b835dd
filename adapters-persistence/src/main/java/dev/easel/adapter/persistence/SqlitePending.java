package dev.easel.adapter.persistence;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;

/// A job, its answer, and who waits for it.
final class SqlitePending<T> {

  private final SqliteWriter.Job<T> job;
  private final CompletableFuture<T> future = new CompletableFuture<>();
  private Runnable outcome = () -> {};

  SqlitePending(SqliteWriter.Job<T> job) {
    this.job = job;
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
