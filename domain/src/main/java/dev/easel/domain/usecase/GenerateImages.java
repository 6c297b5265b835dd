package dev.easel.domain.usecase;

import dev.easel.domain.cost.Budget;
import dev.easel.domain.cost.Standing;
import dev.easel.domain.image.Failure;
import dev.easel.domain.image.Pacing;
import dev.easel.domain.image.Progress;
import dev.easel.domain.image.Watch;
import dev.easel.domain.ledger.Ending;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryState;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.Intent;
import dev.easel.domain.ledger.LogUnavailable;
import dev.easel.domain.ledger.PictureStore;
import dev.easel.domain.ledger.Reservation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Makes pictures and books them: check, estimate, reserve, call, store, settle.
///
/// Runs on the caller's thread, for as long as the provider takes. Safe for use by several threads.
public final class GenerateImages {

  /// How often a join looks whether the other request has ended.
  private static final Duration JOIN_INTERVAL = Duration.ofMillis(250);

  /// Who gets a turn within this time is not recorded as waiting first: that takes another durable
  /// write, which costs more than most of these waits.
  private static final Duration GRACE = Duration.ofMillis(250);

  private final EstimateCost estimating;
  private final GenerationLog log;
  private final CallProvider calling;
  private final BookOutcome booking;
  private final Budget budget;
  private final Time time;
  private final Ids ids;

  /// Puts the use case together.
  public GenerateImages(
      EstimateCost estimating,
      GenerationLog log,
      CallProvider calling,
      BookOutcome booking,
      Budget budget,
      Time time,
      Ids ids) {
    this.estimating = estimating;
    this.log = log;
    this.calling = calling;
    this.booking = booking;
    this.budget = budget;
    this.time = time;
    this.ids = ids;
  }

  /// Carries out an order, to its end.
  public Result generate(Order order, Watch watch) {
    try {
      return carriedOut(order, watch);
    } catch (RuntimeException unexpected) {
      throw order.promptKept() ? unexpected : QuietFailure.of(unexpected);
    }
  }

  private Result carriedOut(Order order, Watch watch) {
    EstimateCost.Assessment assessment =
        order.verbatim()
            ? estimating.assessVerbatim(order.request())
            : estimating.assess(order.request());
    Intent intent = intent(order, assessment);
    if (order.check() && !assessment.violations().isEmpty()) {
      return invalid(intent, assessment);
    }
    Pacing.Place place = calling.arrive(intent.request().provider());
    try {
      return placed(place.free(GRACE) ? intent : intent.waiting(), place, watch);
    } finally {
      place.leave();
    }
  }

  private Result placed(Intent intent, Pacing.Place place, Watch watch) {
    try {
      Intent wish = booking.hindrance(intent.request()).map(intent::hindered).orElse(intent);
      return reserved(log.reserve(wish), wish, place, watch);
    } catch (LogUnavailable unavailable) {
      return Result.NotRecorded.of(unavailable, List.of());
    }
  }

  private static Result noRoom(PictureStore.Unstorable unstorable) {
    return new Result.NotRecorded(
        unstorable.full() ? LogUnavailable.Reason.FULL : LogUnavailable.Reason.UNUSABLE,
        String.valueOf(unstorable.getMessage()),
        List.of());
  }

  private Intent intent(Order order, EstimateCost.Assessment assessment) {
    var now = time.now();
    return new Intent(
        ids.next(now),
        now,
        assessment.request(),
        assessment.estimate(),
        budget,
        order.caller(),
        order.key() == null
            ? null
            : new Intent.IdempotencyKey(order.key(), RequestHash.of(order, assessment.request())),
        order.promptKept(),
        false,
        null);
  }

  private Result invalid(Intent intent, EstimateCost.Assessment assessment) {
    Result.Invalid invalid = new Result.Invalid(assessment.violations(), null);
    try {
      String error = intent.promptKept() ? invalid.message() : invalid.ownWords();
      Entry entry = log.refuse(intent, "invalid_request", error);
      return new Result.Invalid(invalid.violations(), entry);
    } catch (LogUnavailable _) {
      return invalid; // nothing was spent, so the refusal stands without a record
    }
  }

  private Result reserved(Reservation reservation, Intent intent, Pacing.Place place, Watch watch) {
    return switch (reservation) {
      case Reservation.Reserved(Entry entry, List<Standing> standings) -> {
        watch.saw(new Progress.Recorded(entry.id().toString()));
        warn(standings, intent, watch);
        yield call(entry, intent, place, watch);
      }
      case Reservation.OverBudget(Entry entry, Budget.Refusal refusal) ->
          new Result.OverBudget(entry, refusal);
      case Reservation.KeyReused(Entry entry) -> new Result.KeyReused(entry);
      case Reservation.Hindered(PictureStore.Unstorable hindrance) -> noRoom(hindrance);
      case Reservation.Done(Entry entry) -> replayed(entry);
      case Reservation.Running(Entry entry) -> {
        place.leave();
        yield joined(entry, intent, watch);
      }
    };
  }

  private static void warn(List<Standing> standings, Intent intent, Watch watch) {
    standings.stream()
        .flatMap(standing -> standing.warning(intent.caller()).stream())
        .forEach(warning -> watch.saw(new Progress.Warned(warning)));
  }

  private Result call(Entry entry, Intent intent, Pacing.Place place, Watch watch) {
    try {
      return booking.book(intent, calling.call(entry, intent, place, watch));
    } catch (RuntimeException | Error unexpected) {
      abandon(entry, intent, unexpected);
      throw unexpected;
    }
  }

  private void abandon(Entry entry, Intent intent, Throwable unexpected) {
    String sentence =
        "something unexpected happened (" + unexpected.getClass().getSimpleName() + ")";
    booking.abandon(
        entry,
        waits(entry)
            ? Ending.released("unexpected", sentence)
            : Ending.unknown(intent.estimate().high().orElse(null), "unexpected", sentence));
  }

  private boolean waits(Entry entry) {
    try {
      return log.find(entry.id()).filter(Entry::waiting).isPresent();
    } catch (LogUnavailable _) {
      return false;
    }
  }

  private static Result replayed(Entry entry) {
    return switch (entry.state()) {
      case SETTLED ->
          entry.images().isEmpty()
              ? new Result.Pictureless(entry)
              : new Result.Done(entry, List.of(), unkept(entry), true, entry.answer());
      case UNKNOWN, RESERVED -> new Result.Uncertain(entry, null, List.of(), entry.answer());
      case RELEASED ->
          new Result.Released(
              entry,
              new Failure.NotSent(
                  Optional.ofNullable(entry.code()).orElse("released"),
                  Optional.ofNullable(entry.error()).orElse("nothing was charged")),
              List.of(),
              entry.answer());
    };
  }

  private static List<String> unkept(Entry entry) {
    long unkept = entry.images().stream().filter(picture -> picture.sha256() == null).count();
    return unkept == 0
        ? List.of()
        : List.of(
            "%d of %d pictures could not be kept when they came, and cannot be given again"
                .formatted(unkept, entry.images().size()));
  }

  private Result joined(Entry running, Intent intent, Watch watch) {
    watch.saw(new Progress.Recorded(running.id().toString()));
    watch.saw(new Progress.Joined());
    Entry entry = running;
    while (entry.state() == EntryState.RESERVED) {
      if (!time.pause(JOIN_INTERVAL, watch)) {
        return new Result.Uncertain(entry, null, List.of(), null);
      }
      entry = log.find(entry.id()).orElseThrow(() -> lost(intent));
    }
    return replayed(entry);
  }

  private static LogUnavailable lost(Intent intent) {
    return new LogUnavailable(
        LogUnavailable.Reason.UNUSABLE,
        "the entry of the running request with key "
            + Optional.ofNullable(intent.key()).map(Intent.IdempotencyKey::value).orElse("")
            + " is gone from the log");
  }

  /// The words of several troubles as one.
  static String sentence(List<String> troubles) {
    return troubles.stream().collect(Collectors.joining("; "));
  }
}
