package dev.easel.app.http;

import dev.easel.domain.image.Content;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.PictureReference;
import dev.easel.domain.image.Progress;
import dev.easel.domain.image.Watch;
import dev.easel.domain.ledger.Json;
import dev.easel.domain.usecase.Time;
import java.time.Duration;
import java.util.Optional;

/// Follows one request of this server and tells those who listen how it goes on, as soon as it has
/// an entry. Safe for use by several threads.
final class ProgressEvents implements Watch {

  /// How often the bytes that have arrived are told at most.
  private static final long SPACING = Duration.ofMillis(250).toNanos();

  private final EventFeed feed;
  private final @Nullable String owner;
  private final Watch watch;
  private final Time time;
  private volatile @Nullable String entry;
  private long nextBytes = Long.MIN_VALUE;

  ProgressEvents(EventFeed feed, @Nullable String owner, Watch watch, Time time) {
    this.feed = feed;
    this.owner = owner;
    this.watch = watch;
    this.time = time;
  }

  @Override
  public void saw(Progress progress) {
    if (progress instanceof Progress.Recorded(String id)) {
      entry = id;
    }
    String id = entry;
    if (id != null && !feed.idle()) {
      event(id, progress).ifPresent(event -> feed.mention(owner, event));
    }
    watch.saw(progress);
  }

  @Override
  public boolean cancelled() {
    return watch.cancelled();
  }

  private Optional<Content> event(String id, Progress progress) {
    return switch (progress) {
      case Progress.Recorded _ -> step(id, "recorded", Fields.NONE);
      case Progress.Warned(String sentence) ->
          step(id, "warned", Fields.NONE.with("warning", sentence));
      case Progress.Queued(int ahead, Duration opensIn) ->
          step(
              id,
              "waiting",
              Fields.NONE.with("ahead", ahead).with("until", QueueRoutes.moment(time, opensIn)));
      case Progress.Sending(int attempt) ->
          step(id, "sending", Fields.NONE.with("attempt", attempt));
      case Progress.Receiving(long bytes) ->
          due() ? step(id, "receiving", Fields.NONE.with("bytes", bytes)) : Optional.empty();
      case Progress.Pausing(String code, Duration length) ->
          step(
              id,
              "retrying",
              Fields.NONE.with("reason", code).with("until", QueueRoutes.moment(time, length)));
      case Progress.Joined _ -> step(id, "joined", Fields.NONE);
      case Progress.Partial partial -> Optional.of(partial(id, partial));
    };
  }

  private static Optional<Content> step(String id, String step, Fields more) {
    Fields told = Fields.NONE.with("id", id).with("step", step).plus(more);
    return Optional.of(EventText.named("progress", null, told));
  }

  private synchronized boolean due() {
    long now = System.nanoTime();
    if (nextBytes != Long.MIN_VALUE && now - nextBytes < 0) {
      return false;
    }
    nextBytes = now + SPACING;
    return true;
  }

  private static Content partial(String id, Progress.Partial partial) {
    Fields told =
        Fields.NONE
            .with("id", id)
            .with("index", partial.index())
            .with("b64_json", new PictureReference("", null).value())
            .with("output_format", partial.event().text("output_format").orElse(null));
    return EventText.named("partial", null, Json.content(told, _ -> partial.content()));
  }
}
