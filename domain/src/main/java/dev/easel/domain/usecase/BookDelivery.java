package dev.easel.domain.usecase;

import dev.easel.domain.cost.Cost;
import dev.easel.domain.cost.Pricing;
import dev.easel.domain.image.Content;
import dev.easel.domain.image.Failure;
import dev.easel.domain.image.GeneratedImage;
import dev.easel.domain.image.ImageFormat;
import dev.easel.domain.image.MissingImage;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Outcome;
import dev.easel.domain.ledger.Ending;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryState;
import dev.easel.domain.ledger.Intent;
import dev.easel.domain.ledger.PictureStore;
import dev.easel.domain.ledger.StoredPicture;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Pictures that a provider delivered, on their way to the store and into the log. For one thread.
final class BookDelivery {

  private final Intent intent;
  private final Outcome.Delivered delivered;
  private final Called called;
  private final Pricing pricing;
  private final List<GeneratedImage> arrived;
  private final List<String> troubles = new ArrayList<>();

  /// @param delivered to the calls of an order
  BookDelivery(Intent intent, Outcome.Delivered delivered, Called called, Pricing pricing) {
    this.intent = intent;
    this.delivered = delivered;
    this.called = called;
    this.pricing = pricing;
    this.arrived = delivered.images().stream().filter(BookDelivery::isPicture).toList();
  }

  private static boolean isPicture(GeneratedImage image) {
    try {
      return ImageFormat.recognise(image.content().head(ImageFormat.HEAD_BYTES)).isPresent();
    } catch (Content.ContentUnavailable _) {
      return false;
    }
  }

  /// Whether no picture has arrived.
  boolean isEmpty() {
    return arrived.isEmpty();
  }

  /// What that is.
  Failure nothing() {
    String reasons = GenerateImages.sentence(reasons());
    return new Failure.Unreadable(
        reasons.isEmpty()
            ? "the provider answered without a picture that can be recognised; it has probably"
                + " charged"
            : "the provider made a picture that could not be had: " + reasons);
  }

  private List<String> reasons() {
    return delivered.missing().stream().map(MissingImage::reason).toList();
  }

  /// How the entry ends then.
  Ending missing(Failure failure) {
    Ending ending =
        new Ending(
            EntryState.UNKNOWN,
            delivered.sent(),
            delivered.actual(),
            called.micros(),
            Cost.UNKNOWN,
            intent.estimate().high().orElse(null),
            delivered.usage(),
            elsewhere().toList(),
            null,
            delivered.requestId(),
            failure.code(),
            failure.message(),
            called.last());
    return intent.logged(ending, failure);
  }

  private Stream<StoredPicture> elsewhere() {
    return delivered.missing().stream().map(gone -> StoredPicture.elsewhere(gone.providerUrl()));
  }

  /// Stores the pictures and ends the entry. How it ends is kept with the last of them, so that the
  /// log need not wait for the disk once more.
  Result book(PictureStore pictures, FinishEntry finishing) {
    troubles.addAll(lost());
    List<StoredPicture> stored = new ArrayList<>();
    for (GeneratedImage image : arrived.subList(0, arrived.size() - 1)) {
      stored.add(stored(image, pictures));
    }
    return done(last(pictures, stored), stored, finishing);
  }

  private List<String> lost() {
    List<String> lost = new ArrayList<>(reasons());
    int unrecognised = delivered.images().size() - arrived.size();
    if (unrecognised > 0) {
      lost.add(unrecognised + " of the pictures in the answer cannot be recognised");
    }
    int sent = delivered.images().size() + delivered.missing().size();
    if (sent < intent.request().n()) {
      lost.add("%d pictures were asked for, and %d came".formatted(intent.request().n(), sent));
    }
    return lost;
  }

  private StoredPicture stored(GeneratedImage image, PictureStore pictures) {
    try {
      return pictures.keep(image.content()).from(image.providerUrl());
    } catch (RuntimeException | OutOfMemoryError failed) {
      return unstored(image, failed);
    }
  }

  private PictureStore.Kept last(PictureStore pictures, List<StoredPicture> others) {
    GeneratedImage image = arrived.getLast();
    try {
      return pictures.keep(image.content(), called.entry(), last -> ending(others, last));
    } catch (RuntimeException | OutOfMemoryError failed) {
      return PictureStore.Kept.alone(unstored(image, failed));
    }
  }

  // Whatever it is, the picture is paid for and goes on to the user.
  private StoredPicture unstored(GeneratedImage image, Throwable failed) {
    troubles.add("a picture could not be stored: " + failed.getMessage());
    return StoredPicture.elsewhere(image.providerUrl());
  }

  private Ending ending(List<StoredPicture> others, StoredPicture last) {
    List<StoredPicture> stored = new ArrayList<>(others);
    stored.add(last.from(arrived.getLast().providerUrl()));
    elsewhere().forEach(stored::add);
    return BookOutcome.kept(intent, settled(stored), delivered, null);
  }

  private Ending settled(List<StoredPicture> stored) {
    Cost cost = cost(called.entry());
    return new Ending(
        EntryState.SETTLED,
        delivered.sent(),
        delivered.actual(),
        called.micros(),
        cost,
        cost.known().isPresent() ? null : intent.estimate().high().orElse(null),
        delivered.usage(),
        stored,
        revisedPrompt(),
        delivered.requestId(),
        troubles.isEmpty() ? null : "incomplete",
        troubles.isEmpty() ? null : GenerateImages.sentence(troubles),
        called.last());
  }

  private Cost cost(Entry entry) {
    LocalDate day = LocalDate.ofInstant(entry.timestamp(), ZoneOffset.UTC);
    return pricing.cost(intent.request(), Pricing.Answer.of(delivered), day);
  }

  private @Nullable String revisedPrompt() {
    return arrived.stream()
        .map(GeneratedImage::revisedPrompt)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private Result done(PictureStore.Kept last, List<StoredPicture> others, FinishEntry finishing) {
    Ending kept = last.ending();
    FinishEntry.Finished finished =
        kept == null
            ? finishing.finish(called.entry(), ending(others, last.picture()))
            : finishing.finishKept(called.entry(), kept, last::close);
    List<String> all = new ArrayList<>(troubles);
    all.addAll(finished.troubles());
    return new Result.Done(finished.entry(), arrived, all, false, delivered.envelope());
  }
}
