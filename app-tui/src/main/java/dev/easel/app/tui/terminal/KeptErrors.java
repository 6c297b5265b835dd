package dev.easel.app.tui.terminal;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// Keeps what is written to standard error while the screen is up, where it would be drawn over and
/// lost, and writes it when the screen is gone.
final class KeptErrors {

  private static final int MOST = 1 << 18;

  private final PrintStream real;
  private final Kept kept = new Kept();

  KeptErrors(PrintStream real) {
    this.real = real;
  }

  private static final class Kept extends ByteArrayOutputStream {

    @Override
    public synchronized void write(int single) {
      if (count < MOST) {
        super.write(single);
      }
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
      super.write(bytes, offset, Math.min(length, Math.max(0, MOST - count)));
    }
  }

  void keep() {
    System.setErr(new PrintStream(kept, true, StandardCharsets.UTF_8));
  }

  void release() {
    System.setErr(real);
    synchronized (kept) {
      real.writeBytes(kept.toByteArray());
      kept.reset();
    }
    real.flush();
  }
}
