package dev.easel.app.http;

import dev.easel.domain.image.Content;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// The body of a stream: an event that has come, those that come while it is sent, and what ends
/// it. It can be written once.
final class LiveStream implements Content {

  private final Content first;
  private final LiveEvents events;
  private final Supplier<Content> last;
  private final AtomicLong written = new AtomicLong();

  /// @param last gives what ends the stream, when the events have ended
  LiveStream(Content first, LiveEvents events, Supplier<Content> last) {
    this.first = first;
    this.events = events;
    this.last = last;
  }

  /// The number of bytes that have been written.
  @Override
  public long length() {
    return written.get();
  }

  @Override
  public void writeTo(Sink sink) {
    Sink counting =
        (bytes, offset, count) -> {
          sink.write(bytes, offset, count);
          written.addAndGet(count);
        };
    first.writeTo(counting);
    for (Optional<Content> next = events.nextSign(); next.isPresent(); next = events.nextSign()) {
      next.get().writeTo(counting);
    }
    last.get().writeTo(counting);
  }
}
