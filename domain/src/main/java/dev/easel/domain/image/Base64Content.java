package dev.easel.domain.image;

import java.util.Arrays;
import java.util.Base64;

/// Other content in base64 with padding and without line ends, encoded while it is written.
public record Base64Content(Content content) implements Content {

  private static final int GROUP = 3;
  private static final int RUN = 3 * 4 * 1024;

  @Override
  public long length() {
    return (content.length() + GROUP - 1) / GROUP * 4;
  }

  @Override
  public void writeTo(Sink sink) {
    Groups groups = new Groups(sink);
    content.writeTo(groups);
    groups.finish();
  }

  /// Hands on whole groups of three bytes and keeps the rest for the next run.
  private static final class Groups implements Sink {
    private final Sink sink;
    private final byte[] plain = new byte[RUN];
    private int filled;

    Groups(Sink sink) {
      this.sink = sink;
    }

    @Override
    public void write(byte[] bytes, int offset, int count) {
      int taken = 0;
      while (taken < count) {
        int run = Math.min(count - taken, plain.length - filled);
        System.arraycopy(bytes, offset + taken, plain, filled, run);
        filled += run;
        taken += run;
        if (filled == plain.length) {
          finish();
        }
      }
    }

    void finish() {
      byte[] text = Base64.getEncoder().encode(Arrays.copyOf(plain, filled));
      filled = 0;
      sink.write(text, 0, text.length);
    }
  }
}
