package dev.easel.app.http;

import dev.easel.domain.image.Content;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Progress;
import dev.easel.domain.image.Watch;
import dev.easel.domain.ledger.Json;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The events of a request under way, from the thread that works on it to the one that sends them.
/// A client that takes them slowly, or has gone, does not hold up the work: they wait here.
final class LiveEvents implements Watch {

  private final Warnings warnings;
  private final BlockingQueue<Optional<Content>> waiting = new LinkedBlockingQueue<>();
  private volatile @Nullable String entry;

  /// @param watch for everything but events
  LiveEvents(Watch watch) {
    this.warnings = new Warnings(watch);
  }

  @Override
  public void saw(Progress progress) {
    if (progress instanceof Progress.Recorded(String id)) {
      entry = id;
    }
    if (progress instanceof Progress.Partial(_, Content picture, Fields event)) {
      waiting.add(Optional.of(EventText.of(event, Json.content(event, _ -> picture))));
    }
    warnings.saw(progress);
  }

  @Override
  public boolean cancelled() {
    return warnings.cancelled();
  }

  /// Nothing more comes of the work.
  void end() {
    waiting.add(Optional.empty());
  }

  /// What was warned of so far, a sentence each.
  List<String> warnings() {
    return warnings.sentences();
  }

  /// The id of the entry, null as long as there is none.
  @Nullable
  String entry() {
    return entry;
  }

  /// Waits for the next event; empty at the end.
  Optional<Content> next() {
    try {
      return waiting.take();
    } catch (InterruptedException _) {
      throw interrupted();
    }
  }

  /// Waits for the next event, or gives a sign of life when none comes for a while; empty at the
  /// end.
  Optional<Content> nextSign() {
    try {
      Optional<Content> next = waiting.poll(EventText.SILENCE.toMillis(), TimeUnit.MILLISECONDS);
      return next == null ? Optional.of(EventText.SIGN_OF_LIFE) : next;
    } catch (InterruptedException _) {
      throw interrupted();
    }
  }

  private static UncheckedIOException interrupted() {
    Thread.currentThread().interrupt();
    return new UncheckedIOException(new InterruptedIOException("interrupted between two events"));
  }
}
