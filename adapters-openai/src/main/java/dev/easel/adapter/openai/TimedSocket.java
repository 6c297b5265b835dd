package dev.easel.adapter.openai;

import dev.easel.platform.Alarms;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Future;

/// A socket that is closed at its deadline, for whatever anybody waits on it then, and when a
/// thread that waits on it is interrupted. For use by one thread at a time.
final class TimedSocket {

  private final SocketChannel channel;
  private Deadline deadline;
  private Future<?> alarm;

  private TimedSocket(SocketChannel channel, Deadline deadline) {
    this.channel = channel;
    this.deadline = deadline;
    this.alarm = Alarms.after(deadline.span(), this::shut);
  }

  /// One that is not connected yet.
  static TimedSocket open(Deadline deadline) throws IOException {
    SocketChannel channel = SocketChannel.open();
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    return new TimedSocket(channel, deadline);
  }

  /// The socket itself.
  Socket socket() {
    return channel.socket();
  }

  /// From now on this is its deadline.
  void until(Deadline other) {
    if (!other.equals(deadline) || alarm.isDone()) {
      alarm.cancel(false);
      deadline = other;
      alarm = Alarms.after(other.span(), this::shut);
    }
  }

  /// From now on it has none.
  void forEver() {
    alarm.cancel(false);
  }

  /// What a failure on it means.
  IOException meant(IOException failure) {
    if (Thread.currentThread().isInterrupted()) {
      return new InterruptedIOException("interrupted before the answer was there");
    }
    return deadline.passed() ? new DeadlinePassed() : failure;
  }

  /// Whether the other side has neither closed it nor said anything; if it has, what it said is
  /// gone.
  ///
  /// @throws IOException when it cannot be used any more
  boolean isSilent() throws IOException {
    channel.configureBlocking(false);
    boolean silent = channel.read(ByteBuffer.allocate(1)) == 0;
    channel.configureBlocking(true);
    return silent;
  }

  /// Closes it without waiting for anything.
  void close() {
    forEver();
    shut();
  }

  private void shut() {
    try {
      channel.close();
    } catch (IOException _) {
      // it is of no use any more, either way
    }
  }
}
