package dev.easel.domain.image;

import java.util.Arrays;
import java.util.Base64;

/// Other content in base64 with padding and without line ends, encoded while it is written.
public record Base64Content(Content content) implements Content {

  private static final int GROUP = 3;
  private static final int RUN = GROUP * 16 * 1024;

  @Override
  public long length() {
    return (content.length() + GROUP - 1) / GROUP * 4;
  }

  @Override
  public void writeTo(Sink sink) {
    long needed = length() / 4 * GROUP;
    Groups groups = new Groups(sink, Math.clamp(needed, GROUP, RUN));
    content.writeTo(groups);
    groups.finish();
  }

  /// Hands on whole groups of three bytes and keeps the rest for the next run; a large array of
  /// whole groups is never copied.
  private static final class Groups implements Sink {
    private static final Base64.Encoder ENCODER = Base64.getEncoder();

    private final Sink sink;
    private final byte[] plain;
    private final byte[] text;
    private int filled;

    /// @param run the most bytes to encode at once, whole groups
    Groups(Sink sink, int run) {
      this.sink = sink;
      this.plain = new byte[run];
      this.text = new byte[run / GROUP * 4];
    }

    @Override
    public void write(byte[] bytes, int offset, int count) {
      if (isLarge(bytes, count) && filled % GROUP == 0 && count % GROUP == 0) {
        finish();
        encode(bytes);
      } else {
        gather(bytes, offset, count);
      }
    }

    /// Whether it is a whole array, and one that is worth a run of its own.
    private boolean isLarge(byte[] bytes, int count) {
      return count == bytes.length && count <= plain.length && count >= plain.length / 4;
    }

    private void gather(byte[] bytes, int offset, int count) {
      int taken = 0;
      while (taken < count) {
        int run = Math.min(count - taken, plain.length - filled);
        System.arraycopy(bytes, offset + taken, plain, filled, run);
        filled += run;
        taken += run;
        if (filled == plain.length) {
          encode(plain);
        }
      }
    }

    void finish() {
      if (filled > 0) {
        encode(Arrays.copyOf(plain, filled));
      }
    }

    private void encode(byte[] run) {
      sink.write(text, 0, ENCODER.encode(run, text));
      filled = 0;
    }
  }
}
