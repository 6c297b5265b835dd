package dev.easel.app.http;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Gives up on a client that does not take its answer: the JDK's server would wait for ever, and
/// its own limit (`sun.net.httpserver.maxRspTime`) counts the time in which the answer is made,
/// too.
///
/// Interrupting a thread that waits for a connection closes the connection.
final class Sending implements AutoCloseable {

  private static final Duration TICK = Duration.ofSeconds(10);

  private static final ScheduledThreadPoolExecutor CLOCK = clock();

  private final Thread sender = Thread.currentThread();
  private final Future<?> looking;
  private boolean moved;
  private boolean ended;

  private Sending(Duration patience) {
    long nanos = patience.toNanos();
    looking = CLOCK.scheduleWithFixedDelay(this::look, nanos, nanos, TimeUnit.NANOSECONDS);
  }

  private static ScheduledThreadPoolExecutor clock() {
    ScheduledThreadPoolExecutor clock =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("sending-", 0).factory());
    clock.setRemoveOnCancelPolicy(true);
    // Whatever comes to be the next thing to do wakes the clock's thread. With this before it, that
    // is hardly ever an answer, most of which are gone at once.
    var _ =
        clock.scheduleWithFixedDelay(
            () -> {}, TICK.toNanos(), TICK.toNanos(), TimeUnit.NANOSECONDS);
    return clock;
  }

  /// Watches this thread until [#close].
  ///
  /// @param patience how long it may stand still; it is noticed within twice that time
  static Sending start(Duration patience) {
    return new Sending(patience);
  }

  /// Notes that the client has taken something.
  synchronized void moved() {
    moved = true;
  }

  private synchronized void look() {
    if (!moved && !ended) {
      sender.interrupt();
    }
    moved = false;
  }

  /// Ends the watch; what comes next on this thread is not interrupted.
  @Override
  public void close() {
    looking.cancel(false);
    synchronized (this) {
      ended = true;
    }
    Thread.interrupted();
  }
}
