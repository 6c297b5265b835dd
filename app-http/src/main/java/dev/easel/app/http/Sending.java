package dev.easel.app.http;

import dev.easel.platform.Alarms;
import java.time.Duration;
import java.util.concurrent.Future;

/// Gives up on a client that does not take its answer: the JDK's server would wait for ever, and
/// its own limit (`sun.net.httpserver.maxRspTime`) counts the time in which the answer is made,
/// too.
///
/// Interrupting a thread that waits for a connection closes the connection.
final class Sending implements AutoCloseable {

  private final Thread sender = Thread.currentThread();
  private final Future<?> looking;
  private boolean moved;
  private boolean ended;

  private Sending(Duration patience) {
    looking = Alarms.every(patience, this::look);
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
