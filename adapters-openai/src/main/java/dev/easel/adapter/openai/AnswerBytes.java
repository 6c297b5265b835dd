package dev.easel.adapter.openai;

import java.io.IOException;
import java.io.InputStream;
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

  /// Puts back what comes before all else again. What was put back before has to be read by then,
  /// and nobody changes these bytes any more.
  void putBack(byte[] read, int offset, int count) {
    ahead = read;
    position = offset;
    end = offset + count;
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
