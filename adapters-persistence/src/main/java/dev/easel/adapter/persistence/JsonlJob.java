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

  /// The file that a job writes to, as a rule.
  enum Target {
    /// The lines of entries that have ended.
    LOG,
    /// The records of all else.
    JOURNAL;

    /// The other one of the two.
    Target other() {
      return this == LOG ? JOURNAL : LOG;
    }
  }

  private final Step<T> step;
  private final Target target;
  private final boolean forced;
  private final CompletableFuture<T> answer = new CompletableFuture<>();
  private @Nullable T decided;
  private @Nullable RuntimeException refusal;

  /// A job whose answer waits until all that the log holds is on stable storage.
  ///
  /// @param target which file it writes to
  JsonlJob(Target target, Step<T> step) {
    this(target, step, true);
  }

  private JsonlJob(Target target, Step<T> step, boolean forced) {
    this.target = target;
    this.step = step;
    this.forced = forced;
  }

  /// A job that writes lines which are kept elsewhere until they are on stable storage.
  static <T> JsonlJob<T> unforced(Step<T> step) {
    return new JsonlJob<>(Target.LOG, step, false);
  }

  /// Whether lines that it writes have to be on stable storage before it is answered.
  boolean isForced() {
    return forced;
  }

  /// The file that it writes to, as a rule.
  Target target() {
    return target;
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
