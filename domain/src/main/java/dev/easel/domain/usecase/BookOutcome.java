package dev.easel.domain.usecase;

import dev.easel.domain.cost.Cost;
import dev.easel.domain.cost.Money;
import dev.easel.domain.cost.Pricing;
import dev.easel.domain.image.Content;
import dev.easel.domain.image.Envelope;
import dev.easel.domain.image.Failure;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.GeneratedImage;
import dev.easel.domain.image.ImageFormat;
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
import dev.easel.domain.ledger.StoredPicture;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
    List<GeneratedImage> arrived =
        delivered.images().stream().filter(BookOutcome::isPicture).toList();
    if (arrived.isEmpty()) {
      Failure failure = new Failure.Unreadable(nothingArrived(delivered));
      Ending ending = missing(intent, delivered, failure, called);
      return finished(intent.logged(ending, failure), failure, called, null);
    }
    List<String> troubles = new ArrayList<>(lost(intent, delivered, arrived));
    List<StoredPicture> stored = new ArrayList<>();
    arrived.forEach(image -> stored.add(stored(image, troubles)));
    delivered.missing().forEach(gone -> stored.add(StoredPicture.elsewhere(gone.providerUrl())));
    Ending ending = settled(intent, delivered, arrived, stored, troubles, called);
    return done(
        called.entry(), kept(intent, ending, delivered, null), arrived, troubles, delivered);
  }

  private static Ending kept(
      Intent intent, Ending ending, Outcome outcome, @Nullable Failure failure) {
    return intent.logged(ending.answered(intent.kept(outcome.envelope())), failure);
  }

  private static boolean isPicture(GeneratedImage image) {
    try {
      return ImageFormat.recognise(image.content().head(ImageFormat.HEAD_BYTES)).isPresent();
    } catch (Content.ContentUnavailable _) {
      return false;
    }
  }

  private static String nothingArrived(Outcome.Delivered delivered) {
    String reasons =
        GenerateImages.sentence(delivered.missing().stream().map(gone -> gone.reason()).toList());
    return reasons.isEmpty()
        ? "the provider answered without a picture that can be recognised; it has probably charged"
        : "the provider made a picture that could not be had: " + reasons;
  }

  private static List<String> lost(
      Intent intent, Outcome.Delivered delivered, List<GeneratedImage> arrived) {
    List<String> troubles =
        new ArrayList<>(delivered.missing().stream().map(gone -> gone.reason()).toList());
    int unrecognised = delivered.images().size() - arrived.size();
    if (unrecognised > 0) {
      troubles.add(unrecognised + " of the pictures in the answer cannot be recognised");
    }
    int sent = delivered.images().size() + delivered.missing().size();
    if (sent < intent.request().n()) {
      troubles.add("%d pictures were asked for, and %d came".formatted(intent.request().n(), sent));
    }
    return troubles;
  }

  private StoredPicture stored(GeneratedImage image, List<String> troubles) {
    try {
      return pictures.keep(image.content()).from(image.providerUrl());
    } catch (RuntimeException | OutOfMemoryError failed) {
      // whatever it is, the picture is paid for and goes on to the user
      troubles.add("a picture could not be stored: " + failed.getMessage());
      return StoredPicture.elsewhere(image.providerUrl());
    }
  }

  private Ending settled(
      Intent intent,
      Outcome.Delivered delivered,
      List<GeneratedImage> arrived,
      List<StoredPicture> stored,
      List<String> troubles,
      Called called) {
    Cost cost = cost(called.entry(), intent, delivered);
    return new Ending(
        EntryState.SETTLED,
        delivered.sent(),
        delivered.actual(),
        called.micros(),
        cost,
        cost.known().isPresent() ? null : intent.estimate().high().orElse(null),
        delivered.usage(),
        stored,
        revisedPrompt(arrived),
        delivered.requestId(),
        troubles.isEmpty() ? null : "incomplete",
        troubles.isEmpty() ? null : GenerateImages.sentence(troubles),
        called.last());
  }

  private Cost cost(Entry entry, Intent intent, Outcome.Delivered delivered) {
    LocalDate day = LocalDate.ofInstant(entry.timestamp(), ZoneOffset.UTC);
    return pricing.cost(intent.request(), Pricing.Answer.of(delivered), day);
  }

  private static @Nullable String revisedPrompt(List<GeneratedImage> arrived) {
    return arrived.stream()
        .map(GeneratedImage::revisedPrompt)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private Result done(
      Entry entry,
      Ending ending,
      List<GeneratedImage> arrived,
      List<String> troubles,
      Outcome.Delivered delivered) {
    FinishEntry.Finished finished = finishing.finish(entry, ending);
    List<String> all = new ArrayList<>(troubles);
    all.addAll(finished.troubles());
    return new Result.Done(finished.entry(), arrived, all, false, delivered.envelope());
  }

  private static Ending missing(
      Intent intent, Outcome.Delivered delivered, Failure failure, Called called) {
    List<StoredPicture> elsewhere =
        delivered.missing().stream()
            .map(gone -> StoredPicture.elsewhere(gone.providerUrl()))
            .toList();
    return new Ending(
        EntryState.UNKNOWN,
        delivered.sent(),
        delivered.actual(),
        called.micros(),
        Cost.UNKNOWN,
        intent.estimate().high().orElse(null),
        delivered.usage(),
        elsewhere,
        null,
        delivered.requestId(),
        failure.code(),
        failure.message(),
        called.last());
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
