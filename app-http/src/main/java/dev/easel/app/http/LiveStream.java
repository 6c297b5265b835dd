package dev.easel.app.http;

import dev.easel.domain.image.Content;
import java.util.Optional;
import java.util.function.Supplier;

/// What a stream says: an event that has come, those that come while it is sent, and what ends it.
/// It can be written once.
final class LiveStream {

  private final Content first;
  private final LiveEvents events;
  private final Supplier<Content> last;

  /// @param last gives what ends the stream, when the events have ended
  LiveStream(Content first, LiveEvents events, Supplier<Content> last) {
    this.first = first;
    this.events = events;
    this.last = last;
  }

  /// Writes all of it, each event as it comes.
  void writeTo(Content.Sink sink) {
    first.writeTo(sink);
    for (Optional<Content> next = events.nextSign(); next.isPresent(); next = events.nextSign()) {
      next.get().writeTo(sink);
    }
    last.get().writeTo(sink);
  }
}
