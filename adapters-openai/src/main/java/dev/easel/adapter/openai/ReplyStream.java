package dev.easel.adapter.openai;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.function.LongConsumer;

/// The body of an answer, read as it arrives and up to a limit. A failure says whether the deadline
/// has passed or this thread was interrupted. For use by one thread.
final class ReplyStream extends InputStream {

  private static final long TELLING_STEP = 64L * 1024;

  private final HttpReply reply;
  private final InputStream content;
  private final long limit;
  private final LongConsumer progress;
  private long received;
  private long told;

  /// @param limit in bytes
  /// @param progress hears of the bytes received so far, at the first and every 64 KiB
  ReplyStream(HttpReply reply, InputStream content, long limit, LongConsumer progress) {
    this.reply = reply;
    this.content = content;
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
      reply.ended();
    } else {
      count(run);
    }
    return run;
  }

  private int arrived(byte[] into, int offset, int count) throws IOException {
    try {
      return content.read(into, offset, count);
    } catch (IOException failure) {
      throw reply.meant(failure);
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

  /// How many bytes have been read.
  long received() {
    return received;
  }

  @Override
  public void close() {
    reply.close();
  }
}
