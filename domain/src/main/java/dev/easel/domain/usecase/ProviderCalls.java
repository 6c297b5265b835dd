package dev.easel.domain.usecase;

import dev.easel.domain.image.Failure;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Outcome;
import dev.easel.domain.image.Pacing;
import dev.easel.domain.image.Progress;
import dev.easel.domain.image.Watch;
import dev.easel.domain.ledger.Attempt;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.Intent;
import dev.easel.domain.ledger.LogUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/// The calls of one order, one after the other. For use by one thread.
final class ProviderCalls {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

  /// What a pause may be longer than meant without somebody being in the way.
  private static final Duration WAKING = Duration.ofMillis(100);

  private final CallProvider parts;
  private final Intent intent;
  private final Pacing.Place place;
  private final Watch watch;
  private Entry entry;
  private int made;
  private long firstSent;
  private @Nullable Long queuedMillis;
  private Outcome.Failed refused =
      new Outcome.Failed(Fields.NONE, null, new Failure.NotSent("queued", "not sent yet"));

  ProviderCalls(CallProvider parts, Entry entry, Intent intent, Pacing.Place place, Watch watch) {
    this.parts = parts;
    this.entry = entry;
    this.intent = intent;
    this.place = place;
    this.watch = watch;
  }

  /// Makes them.
  Called made() {
    return entry.waiting() ? waited(Duration.ZERO) : sent();
  }

  private Called waited(Duration pause) {
    long start = parts.time().nanos();
    Pacing.Turn turn = place.await(entry.id().toString(), watch);
    long queued = Duration.ofNanos(parts.time().nanos() - start).minus(pause).toMillis();
    queuedMillis = queued > (pause.isZero() ? 0 : WAKING.toMillis()) ? queued : null;
    return switch (turn) {
      case GO -> recorded();
      case CANCELLED -> unsent("cancelled", "cancelled before it was sent", null);
      case STOPPING -> unsent("stopping", "Easel is stopping; nothing was sent", null);
    };
  }

  private Called recorded() {
    try {
      entry = parts.log().send(entry.id());
    } catch (LogUnavailable unavailable) {
      String why = "the log could not be written, so nothing was sent";
      return unsent("not_recorded", why, unavailable);
    } catch (IllegalStateException _) {
      return unsent("not_recorded", "the entry has ended without its request", null);
    }
    return sent();
  }

  private Called unsent(String code, String message, @Nullable LogUnavailable unrecorded) {
    Failure failure = new Failure.NotSent(code, message);
    Outcome outcome = new Outcome.Failed(refused.sent(), refused.requestId(), failure);
    return new Called(entry, outcome, null, micros(), unrecorded);
  }

  private Called sent() {
    Instant at = parts.time().now().truncatedTo(ChronoUnit.MILLIS);
    firstSent = made == 0 ? parts.time().nanos() : firstSent;
    made++;
    place.begin();
    watch.saw(new Progress.Sending(made));
    return switch (parts.generator().generate(intent.request(), watch)) {
      case Outcome.Delivered delivered -> ended(delivered, attempt(at, null, null));
      case Outcome.Failed failed -> failed(failed, at);
    };
  }

  private Called failed(Outcome.Failed failed, Instant at) {
    refused = failed;
    Failure failure = failed.failure();
    spare(failure);
    Optional<Duration> pause =
        made < CallProvider.MOST_ATTEMPTS ? pause(failure) : Optional.empty();
    if (pause.isPresent() && noted(attempt(at, failure, pause.get()), failure)) {
      place.again(pause.get());
      watch.saw(new Progress.Pausing(failure.code(), pause.get()));
      return waited(pause.get());
    }
    boolean wasSent = !(failure instanceof Failure.NotSent);
    return ended(failed, wasSent ? attempt(at, failure, null) : null);
  }

  /// Keeps everybody away from a provider that says of itself that it has too much to do.
  private void spare(Failure failure) {
    if (failure instanceof Failure.Rejected) {
      pause(failure).ifPresent(pause -> parts.pacing().close(intent.request().provider(), pause));
    }
  }

  /// How long to wait before another call helps; empty when none does, or when it is too long.
  private Optional<Duration> pause(Failure failure) {
    if (!failure.passing()) {
      return Optional.empty();
    }
    Duration asked = failure instanceof Failure.Rejected rejected ? rejected.retryAfter() : null;
    Duration pause = asked == null ? FIRST_PAUSE.multipliedBy(1L << (made - 1)) : asked;
    return pause.compareTo(CallProvider.LONGEST_WAIT) > 0 ? Optional.empty() : Optional.of(pause);
  }

  private boolean noted(Attempt attempt, Failure failure) {
    try {
      entry = parts.log().attempt(entry.id(), intent.logged(attempt, failure));
      return true;
    } catch (LogUnavailable | IllegalStateException _) {
      return false; // it was refused, and ends so
    }
  }

  private Attempt attempt(Instant at, @Nullable Failure failure, @Nullable Duration pause) {
    return new Attempt(
        at,
        failure == null ? null : failure.code(),
        failure == null ? Integer.valueOf(200) : status(failure),
        failure == null ? null : withoutPrompt(failure.message()),
        pause == null ? null : pause.toMillis(),
        queuedMillis);
  }

  private static @Nullable Integer status(Failure failure) {
    return failure instanceof Failure.Rejected rejected ? rejected.status() : null;
  }

  // A provider may quote the prompt, whose one place is the entry.
  private String withoutPrompt(String message) {
    String prompt = intent.request().prompt().strip();
    if (prompt.isEmpty() || !message.contains(prompt)) {
      return message;
    }
    String word = "(?<![\\p{L}\\p{N}])" + Pattern.quote(prompt) + "(?![\\p{L}\\p{N}])";
    return message.replaceAll(word, "…");
  }

  private Called ended(Outcome outcome, @Nullable Attempt last) {
    return new Called(entry, outcome, last, micros(), null);
  }

  private @Nullable Long micros() {
    return made == 0 ? null : (parts.time().nanos() - firstSent) / 1_000;
  }
}
