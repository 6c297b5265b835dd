package dev.easel.adapter.openai;

import dev.easel.domain.image.Content;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/// Hands a body to the HTTP client run by run, as fast as the client takes it, and knows whether
/// any of it was handed over: before that, no provider can have been given work.
final class SentBody implements HttpRequest.BodyPublisher {

  private static final int RUN = 32 * 1024;

  private final Body body;
  private final AtomicReference<State> state = new AtomicReference<>(State.UNTOUCHED);

  private enum State {
    UNTOUCHED,
    HANDED_OVER,
    WITHDRAWN
  }

  SentBody(Body body) {
    this.body = body;
  }

  /// Withdraws the body if nothing of it was handed over yet.
  ///
  /// @return whether it was withdrawn: no byte has left and none will
  boolean withdraw() {
    return state.compareAndSet(State.UNTOUCHED, State.WITHDRAWN) || state.get() == State.WITHDRAWN;
  }

  @Override
  public long contentLength() {
    return body.length();
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
    Delivery delivery = new Delivery(subscriber);
    subscriber.onSubscribe(delivery);
    if (!delivery.atOnce) {
      Thread.ofVirtual().name("easel-body").start(delivery::run);
    }
  }

  /// One passage over the body.
  private final class Delivery implements Flow.Subscription, Content.Sink {
    private final Flow.Subscriber<? super ByteBuffer> subscriber;
    private final Semaphore wanted = new Semaphore(0);
    private final AtomicBoolean begun = new AtomicBoolean();

    /// Whether it is all one run, which whoever asks for it first can take along.
    private final boolean atOnce = body.length() > 0 && body.length() <= RUN;

    private volatile boolean cancelled;
    private long left = body.length();
    private byte[] run = nextRun();
    private int filled;

    Delivery(Flow.Subscriber<? super ByteBuffer> subscriber) {
      this.subscriber = subscriber;
    }

    @Override
    public void request(long count) {
      wanted.release((int) Math.min(count, 1_000));
      if (atOnce && !begun.getAndSet(true)) {
        run();
      }
    }

    @Override
    public void cancel() {
      cancelled = true;
      wanted.release();
    }

    void run() {
      try {
        body.pieces().forEach(piece -> piece.writeTo(this));
        if (filled > 0) {
          handOver();
        }
        subscriber.onComplete();
      } catch (Stopped stopped) {
        subscriber.onError(new IOException("the request was withdrawn"));
      } catch (RuntimeException failure) {
        subscriber.onError(failure);
      }
    }

    @Override
    public void write(byte[] bytes, int offset, int count) {
      int end = offset + count;
      for (int from = offset; from < end; ) {
        int part = Math.min(end - from, run.length - filled);
        System.arraycopy(bytes, from, run, filled, part);
        filled += part;
        from += part;
        if (filled == run.length) {
          handOver();
        }
      }
    }

    private void handOver() {
      if (!isWanted() || cancelled || !handsOver()) {
        throw new Stopped();
      }
      subscriber.onNext(ByteBuffer.wrap(run, 0, filled));
      left -= filled;
      run = nextRun();
      filled = 0;
    }

    // There is no other run to wait for where one is all.
    private boolean isWanted() {
      if (atOnce) {
        return wanted.tryAcquire();
      }
      wanted.acquireUninterruptibly();
      return true;
    }

    private byte[] nextRun() {
      return new byte[Math.clamp(left, 1, RUN)];
    }
  }

  private boolean handsOver() {
    state.compareAndSet(State.UNTOUCHED, State.HANDED_OVER);
    return state.get() == State.HANDED_OVER;
  }

  /// Leaves the middle of a body that nobody wants any more.
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stopped() {
      super("cancelled", null, false, false);
    }
  }
}
