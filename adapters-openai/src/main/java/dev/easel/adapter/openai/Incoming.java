package dev.easel.adapter.openai;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// What comes in, and whether its end has been met.
final class Incoming extends FilterInputStream {

  private boolean ended;

  Incoming(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    int octet = in.read();
    ended |= octet < 0;
    return octet;
  }

  @Override
  public int read(byte[] into, int offset, int count) throws IOException {
    int run = in.read(into, offset, count);
    ended |= run < 0;
    return run;
  }

  /// Whether nothing more can come.
  boolean ended() {
    return ended;
  }
}
