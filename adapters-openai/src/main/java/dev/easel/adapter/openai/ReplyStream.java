package dev.easel.adapter.openai;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.function.LongConsumer;

/// The body of an answer, read as it arrives and up to a limit. A failure says whether the deadline
/// has passed or this thread was interrupted. For use by one thread.
final class ReplyStream extends InputStream {

  private static final long TELLING_STEP = 64L * 1024;

  private final Connection connection;
  private final HttpBody body;
  private final long limit;
  private final LongConsumer progress;
  private boolean ended;
  private long received;
  private long told;

  /// @param limit in bytes
  /// @param progress hears of the bytes received so far, at the first and every 64 KiB
  ReplyStream(Connection connection, HttpBody body, long limit, LongConsumer progress) {
    this.connection = connection;
    this.body = body;
    this.limit = limit;
    this.progress = progress;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /// @throws TooLarge when the limit is passed
  /// @throws DeadlinePassed when nothing came in time
  @Override
  public int read(byte[] into, int offset, int count) throws IOException {
    Objects.checkFromIndexSize(offset, count, into.length);
    if (count == 0) {
      return 0;
    }
    int run = arrived(into, offset, count);
    if (run < 0) {
      ended = true;
    } else {
      count(run);
    }
    return run;
  }

  private int arrived(byte[] into, int offset, int count) throws IOException {
    try {
      return body.content().read(into, offset, count);
    } catch (IOException failure) {
      throw connection.meant(failure);
    }
  }

  private void count(int run) throws TooLarge {
    received += run;
    if (received > limit) {
      throw new TooLarge(limit);
    }
    if (told == 0 || received - told >= TELLING_STEP) {
      told = received;
      progress.accept(received);
    }
  }

  /// Whether it was read to its end. Whoever reads JSON stops at its last brace, behind which the
  /// end may have come already.
  boolean isRead() {
    try {
      return ended
          || received == body.length()
          || (body.chunked() && connection.hasMore() && read() < 0);
    } catch (IOException _) {
      return false;
    }
  }
}
