package dev.easel.adapter.openai;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;

/// The bytes of an answer, of which those that were read too far can be put back.
final class AnswerBytes extends InputStream {

  private final InputStream bytes;
  private byte[] ahead = new byte[0];
  private int position;
  private int end;

  AnswerBytes(InputStream bytes) {
    this.bytes = bytes;
  }

  /// Puts back what then comes before all else again.
  void putBack(byte[] read, int offset, int count) {
    int left = end - position;
    byte[] all = Arrays.copyOfRange(read, offset, offset + count + left);
    System.arraycopy(ahead, position, all, count, left);
    ahead = all;
    position = 0;
    end = all.length;
  }

  @Override
  public int read() throws IOException {
    return position < end ? ahead[position++] & 0xff : bytes.read();
  }

  @Override
  public int read(byte[] into, int offset, int count) throws IOException {
    Objects.checkFromIndexSize(offset, count, into.length);
    if (position == end) {
      return bytes.read(into, offset, count);
    }
    int run = Math.min(count, end - position);
    System.arraycopy(ahead, position, into, offset, run);
    position += run;
    return run;
  }
}
