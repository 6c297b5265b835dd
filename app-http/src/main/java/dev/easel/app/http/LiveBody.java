package dev.easel.app.http;

import dev.easel.domain.image.Content;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// A body that comes about while it is written, and counts what has been. It can be written once.
final class LiveBody implements Content {

  private final Consumer<Sink> body;
  private final AtomicLong written = new AtomicLong();

  /// @param body writes all of it
  LiveBody(Consumer<Sink> body) {
    this.body = body;
  }

  /// The number of bytes that have been written.
  @Override
  public long length() {
    return written.get();
  }

  @Override
  public void writeTo(Sink sink) {
    body.accept((bytes, offset, count) -> {
      sink.write(bytes, offset, count);
      written.addAndGet(count);
    });
  }
}
