package dev.easel.adapter.openai;

import dev.easel.domain.image.Nullable;
import java.io.IOException;
import java.io.InterruptedIOException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.protocol.HttpCoreContext;

/// An open connection on which one request after the other is made, each until its own deadline.
/// For use by one thread at a time.
final class Connection {

  private final Route route;
  private final TimedSocket socket;
  private final Speaker speaker;
  private long restingSince;

  Connection(Route route, TimedSocket socket, Speaker speaker) {
    this.route = route;
    this.socket = socket;
    this.speaker = speaker;
  }

  /// Where it leads.
  Route route() {
    return route;
  }

  /// From now on it is closed at this deadline.
  void until(Deadline deadline) {
    socket.until(deadline);
  }

  /// Sends a request, and waits for the head of its answer.
  ///
  /// @throws DeadlinePassed when it does not come in time
  /// @throws InterruptedIOException when this thread is interrupted
  ClassicHttpResponse ask(ClassicHttpRequest request, @Nullable Body body) throws IOException {
    try {
      return speaker.ask(request, body);
    } catch (IOException failure) {
      throw socket.meant(failure);
    }
  }

  /// What a failure on it means.
  IOException meant(IOException failure) {
    return socket.meant(failure);
  }

  /// What follows the head of an answer.
  HttpBody body(ClassicHttpRequest request, ClassicHttpResponse answer) throws IOException {
    return speaker.body(request, answer);
  }

  /// Whether something has come that is not read yet.
  boolean hasMore() throws IOException {
    return speaker.hasMore();
  }

  /// Whether another request may follow when this answer has been read to its end.
  boolean goesOn(ClassicHttpRequest request, ClassicHttpResponse answer) {
    return speaker.saidAll()
        && DefaultConnectionReuseStrategy.INSTANCE.keepAlive(
            request, answer, HttpCoreContext.create());
  }

  /// Nobody uses it now.
  void rest() {
    socket.forEver();
    restingSince = System.nanoTime();
  }

  /// For how long nobody has, in nanoseconds.
  long rested() {
    return System.nanoTime() - restingSince;
  }

  /// Whether the other side has not closed it meanwhile, nor said what nobody has asked for.
  boolean isUsable() {
    try {
      return !speaker.hasMore() && socket.isSilent();
    } catch (IOException _) {
      return false;
    }
  }

  /// Closes it without waiting for anything.
  void close() {
    socket.close();
  }
}
