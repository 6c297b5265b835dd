package dev.easel.adapter.openai;

import dev.easel.domain.image.Nullable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/// The body of an answer, read while it arrives: at most one delivery lies waiting, no more than
/// `limit` bytes are handed out, and no read outlasts the deadline. The HTTP client's own timeout
/// ends with the headers on JDK 25, so the body is bounded here.
final class ReplyStream extends InputStream implements HttpResponse.BodySubscriber<InputStream> {

  private static final long TELLING_STEP = 64L * 1024;

  private final Deadline deadline;
  private final long limit;
  private final LongConsumer progress;
  private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
  private volatile Flow.@Nullable Subscription subscription;
  private List<ByteBuffer> buffers = List.of();
  private int position;
  private volatile boolean complete;
  private boolean ended;
  private long received;
  private long told;

  /// @param limit in bytes
  /// @param progress is told the bytes so far, now and then
  ReplyStream(Deadline deadline, long limit, LongConsumer progress) {
    this.deadline = deadline;
    this.limit = limit;
    this.progress = progress;
  }

  @Override
  public CompletionStage<InputStream> getBody() {
    return CompletableFuture.completedStage(this);
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    given.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> bytes) {
    arrivals.add(new Arrival.Bytes(bytes));
  }

  @Override
  public void onError(Throwable failure) {
    arrivals.add(new Arrival.Failed(failure));
  }

  @Override
  public void onComplete() {
    complete = true;
    arrivals.add(new Arrival.End());
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /// @throws DeadlinePassed when the bytes do not come in time
  /// @throws TooLarge when more than the limit came
  @Override
  public int read(byte[] into, int offset, int count) throws IOException {
    Objects.checkFromIndexSize(offset, count, into.length);
    if (count == 0) {
      return 0;
    }
    ByteBuffer buffer = current();
    if (buffer == null) {
      return -1;
    }
    int run = Math.min(count, buffer.remaining());
    buffer.get(into, offset, run);
    count(run);
    return run;
  }

  private void count(int run) throws TooLarge {
    received += run;
    if (received > limit) {
      close();
      throw new TooLarge(limit);
    }
    if (told == 0 || received - told >= TELLING_STEP) {
      told = received;
      progress.accept(received);
    }
  }

  private @Nullable ByteBuffer current() throws IOException {
    while (!ended) {
      for (; position < buffers.size(); position++) {
        if (buffers.get(position).hasRemaining()) {
          return buffers.get(position);
        }
      }
      take(next());
    }
    return null;
  }

  private Arrival next() throws IOException {
    try {
      Arrival arrival = arrivals.poll(deadline.left(), TimeUnit.NANOSECONDS);
      if (arrival == null) {
        close();
        throw new DeadlinePassed();
      }
      return arrival;
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      close();
      throw new InterruptedIOException("interrupted while the answer was arriving");
    }
  }

  private void take(Arrival arrival) throws IOException {
    switch (arrival) {
      case Arrival.Bytes bytes -> {
        buffers = bytes.buffers();
        position = 0;
        onSubscription(given -> given.request(1));
      }
      case Arrival.End end -> ended = true;
      case Arrival.Failed failed ->
          throw new IOException(failed.reason().getMessage(), failed.reason());
    }
  }

  /// Takes nothing more from the connection.
  @Override
  public void close() {
    ended = true;
    if (!complete) {
      onSubscription(Flow.Subscription::cancel);
    }
  }

  private void onSubscription(Consumer<Flow.Subscription> action) {
    Flow.Subscription given = subscription;
    if (given != null) {
      action.accept(given);
    }
  }

  /// What the HTTP client hands over.
  private sealed interface Arrival {
    record Bytes(List<ByteBuffer> buffers) implements Arrival {}

    record Failed(Throwable reason) implements Arrival {}

    record End() implements Arrival {}
  }
}
