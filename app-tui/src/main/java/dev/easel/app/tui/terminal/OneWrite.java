package dev.easel.app.tui.terminal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Gathers bytes and writes them at once when flushed, so that a terminal never shows half a frame.
final class OneWrite extends OutputStream {

  private static final int MOST_KEPT = 1 << 20;

  private final OutputStream target;
  private Gathered gathered = new Gathered();

  OneWrite(OutputStream target) {
    this.target = target;
  }

  private static final class Gathered extends ByteArrayOutputStream {

    Gathered() {
      super(1 << 15);
    }

    void writeOnce(OutputStream target) throws IOException {
      target.write(buf, 0, count);
    }
  }

  @Override
  public synchronized void write(int single) {
    gathered.write(single);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    gathered.write(bytes, offset, length);
  }

  @Override
  public synchronized void flush() throws IOException {
    if (gathered.size() == 0) {
      return;
    }
    Gathered full = gathered;
    gathered = full.size() > MOST_KEPT ? new Gathered() : gathered;
    try {
      full.writeOnce(target);
      target.flush();
    } finally {
      full.reset();
    }
  }
}
