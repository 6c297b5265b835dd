package dev.easel.domain.usecase;

import dev.easel.domain.cost.Cost;
import dev.easel.domain.cost.Money;
import dev.easel.domain.cost.Pricing;
import dev.easel.domain.image.Envelope;
import dev.easel.domain.image.Failure;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.ImageSize;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Outcome;
import dev.easel.domain.ledger.Ending;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryState;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.Intent;
import dev.easel.domain.ledger.PictureStore;
import java.util.List;
import java.util.Optional;

/// Stores the pictures of an outcome and ends its entry. A picture that arrived reaches the user
/// whatever fails here.
public final class BookOutcome {

  /// A picture takes about two bytes a pixel, and a small one this many all the same.
  private static final long LEAST_BYTES = 64 * 1024;

  private static final int BYTES_A_PIXEL = 2;
  private static final ImageSize USUAL = new ImageSize(1024, 1024);
  private static final long MOST_PICTURES = 1_000;

  private final FinishEntry finishing;
  private final PictureStore pictures;
  private final Pricing pricing;

  /// Puts it together.
  public BookOutcome(
      GenerationLog log, PictureStore pictures, Pricing pricing, Background background) {
    this.finishing = new FinishEntry(log, background);
    this.pictures = pictures;
    this.pricing = pricing;
  }

  /// Why the pictures of a request could not be stored now, empty when they could.
  Optional<PictureStore.Unstorable> hindrance(ImageRequest request) {
    long pixels = request.size().flatMap(ImageSize::parse).orElse(USUAL).pixels();
    long each = Math.max(LEAST_BYTES, BYTES_A_PIXEL * pixels);
    try {
      pictures.demandRoom(each * Math.clamp(request.n(), 1, MOST_PICTURES));
      return Optional.empty();
    } catch (PictureStore.Unstorable hindrance) {
      return Optional.of(hindrance);
    }
  }

  /// Books how the calls of an order ended.
  Result book(Intent intent, Called called) {
    return switch (called.outcome()) {
      case Outcome.Failed failed -> failed(intent, failed, called);
      case Outcome.Delivered delivered -> delivered(intent, delivered, called);
    };
  }

  /// Ends an entry whose call came to no outcome.
  void abandon(Entry entry, Ending ending) {
    finishing.finish(entry, ending);
  }

  private Result delivered(Intent intent, Outcome.Delivered delivered, Called called) {
    BookDelivery delivery = new BookDelivery(intent, delivered, called, pricing);
    if (delivery.isEmpty()) {
      Failure failure = delivery.nothing();
      return finished(delivery.missing(failure), failure, called, null);
    }
    return delivery.book(pictures, finishing);
  }

  /// An ending as it is logged, with what is kept of the answer.
  static Ending kept(Intent intent, Ending ending, Outcome outcome, @Nullable Failure failure) {
    return intent.logged(ending.answered(intent.kept(outcome.envelope())), failure);
  }

  private Result failed(Intent intent, Outcome.Failed failed, Called called) {
    Failure failure = failed.failure();
    boolean charged = failure.mayHaveCharged();
    Money high = intent.estimate().high().orElse(null);
    Ending ending =
        new Ending(
            charged ? EntryState.UNKNOWN : EntryState.RELEASED,
            failed.sent(),
            Fields.NONE,
            called.micros(),
            charged ? Cost.UNKNOWN : Cost.NONE,
            charged ? high : null,
            null,
            List.of(),
            null,
            failed.requestId(),
            failure.code(),
            failure.message(),
            called.last());
    return finished(kept(intent, ending, failed, failure), failure, called, failed.envelope());
  }

  private Result finished(
      Ending ending, Failure failure, Called called, @Nullable Envelope envelope) {
    FinishEntry.Finished finished = finishing.finish(called.entry(), ending);
    if (called.unrecorded() != null) {
      return Result.NotRecorded.of(called.unrecorded(), finished.troubles());
    }
    return failure.mayHaveCharged()
        ? new Result.Uncertain(finished.entry(), failure, finished.troubles(), envelope)
        : new Result.Released(finished.entry(), failure, finished.troubles(), envelope);
  }
}
