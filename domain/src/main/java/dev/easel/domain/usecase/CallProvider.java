package dev.easel.domain.usecase;

import dev.easel.domain.image.Failure;
import dev.easel.domain.image.ImageGenerator;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Outcome;
import dev.easel.domain.image.Progress;
import dev.easel.domain.image.Watch;
import dev.easel.domain.ledger.Attempt;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.Intent;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Calls the provider, and again where that is certain not to cost twice. Every attempt that
/// another follows is on the entry before the wait begins.
public final class CallProvider {

  /// The most calls of one order.
  public static final int MOST_ATTEMPTS = 3;

  /// The longest wait between two calls; a provider that asks for more is not waited for.
  public static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  private static final Duration FIRST_WAIT = Duration.ofMillis(500);

  private final ImageGenerator generator;
  private final GenerationLog log;
  private final Time time;

  /// Puts it together.
  public CallProvider(ImageGenerator generator, GenerationLog log, Time time) {
    this.generator = generator;
    this.log = log;
    this.time = time;
  }

  /// The outcome of the last call.
  Outcome call(EntryId id, Intent intent, Watch watch) {
    for (int attempt = 1; ; attempt++) {
      Instant sent = time.now();
      watch.saw(new Progress.Sending(attempt));
      Outcome outcome = generator.generate(intent.request(), watch);
      Optional<Duration> wait = wait(outcome, attempt);
      if (wait.isEmpty()
          || !paused((Outcome.Failed) outcome, id, intent, sent, wait.get(), watch)) {
        return outcome;
      }
    }
  }

  private static Optional<Duration> wait(Outcome outcome, int attempt) {
    if (!(outcome instanceof Outcome.Failed failed)
        || !failed.failure().passing()
        || attempt == MOST_ATTEMPTS) {
      return Optional.empty();
    }
    Duration asked = askedFor(failed.failure());
    Duration wait = asked == null ? FIRST_WAIT.multipliedBy(1L << (attempt - 1)) : asked;
    return wait.compareTo(LONGEST_WAIT) > 0 ? Optional.empty() : Optional.of(wait);
  }

  private static @Nullable Duration askedFor(Failure failure) {
    return failure instanceof Failure.Rejected rejected ? rejected.retryAfter() : null;
  }

  private boolean paused(
      Outcome.Failed failed, EntryId id, Intent intent, Instant sent, Duration wait, Watch watch) {
    Failure failure = failed.failure();
    log.attempt(id, intent.logged(attempt(failure, sent, wait), failure));
    watch.saw(new Progress.Pausing(failure.code(), wait));
    return time.pause(wait, watch);
  }

  private static Attempt attempt(Failure failure, Instant sent, Duration wait) {
    return new Attempt(
        sent.truncatedTo(ChronoUnit.MILLIS),
        failure.code(),
        failure instanceof Failure.Rejected rejected ? rejected.status() : null,
        failure.message(),
        wait.toMillis());
  }
}
