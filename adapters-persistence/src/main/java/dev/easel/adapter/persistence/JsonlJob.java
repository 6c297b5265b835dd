package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.LogUnavailable;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// A step that somebody waits for.
///
/// @param <T> what it answers
final class JsonlJob<T> {

  /// Something to decide.
  ///
  /// @param <T> what it answers
  @FunctionalInterface
  interface Step<T> {
    /// Decides it.
    ///
    /// @throws IllegalStateException when it cannot be; then it has changed nothing
    T decide(JsonlSteps steps) throws IOException;
  }

  private final Step<T> step;
  private final boolean spends;
  private final CompletableFuture<T> answer = new CompletableFuture<>();
  private @Nullable T decided;
  private @Nullable RuntimeException refusal;

  /// A job.
  ///
  /// @param spends whether it looks at what others have committed, and so comes after them
  JsonlJob(boolean spends, Step<T> step) {
    this.spends = spends;
    this.step = step;
  }

  /// Whether it looks at what others have committed, and so comes after them.
  boolean spends() {
    return spends;
  }

  /// Decides it; nobody is told yet.
  void decide(JsonlSteps steps) throws IOException {
    try {
      decided = step.decide(steps);
    } catch (LogUnavailable unavailable) {
      throw unavailable;
    } catch (RuntimeException refused) {
      refusal = refused;
    }
  }

  /// Tells what was decided.
  void tell() {
    if (refusal == null) {
      answer.complete(decided);
    } else {
      answer.completeExceptionally(refusal);
    }
  }

  /// Tells that nothing could be written.
  void fail(Throwable failure) {
    answer.completeExceptionally(failure);
  }

  /// What it will answer.
  CompletableFuture<T> answer() {
    return answer;
  }

  /// Waits for the answer. An interrupt does not end the wait: what was decided must be known.
  T await() {
    try {
      return answer.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failed;
    }
  }
}
