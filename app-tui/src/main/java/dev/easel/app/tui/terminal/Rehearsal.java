package dev.easel.app.tui.terminal;

import dev.easel.app.tui.screen.Input;
import dev.easel.app.tui.screen.Theme;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A terminal of usual size that nobody sees, at which somebody types a few keys and goes.
final class Rehearsal {

  private Rehearsal() {}

  static Opening open(String keys, Theme theme, PictureSource pictures, Consumer<Input> inputs) {
    try {
      Audience audience = new Audience();
      PastingInput typed = new PastingInput(new Typist(keys, audience));
      TtyTerminal terminal =
          new TtyTerminal(
              typed, new OneWrite(audience), Rehearsal::stty, new KeptErrors(System.err));
      return new Opening.Opened(
          ScreenDisplay.start(terminal, typed, theme, pictures, inputs, () -> {}));
    } catch (IOException unusable) {
      return new Opening.Refused("the rehearsal failed: " + unusable.getMessage());
    }
  }

  // Asked as always, although nobody answers for a device that is no terminal.
  private static String stty(List<List<String>> calls) {
    try {
      return Stty.of(new File("/dev/null")).run(calls);
    } catch (IOException _) {
      return "0 0";
    }
  }

  /// Sees when something was drawn.
  private static final class Audience extends OutputStream {

    private static final Duration STILL = Duration.ofMillis(800);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private volatile long drawn = System.nanoTime();

    @Override
    public void write(int single) {
      drawn = System.nanoTime();
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      drawn = System.nanoTime();
    }

    void waitUntilStill() throws InterruptedException {
      long end = System.nanoTime() + LONGEST.toNanos();
      do {
        TimeUnit.NANOSECONDS.sleep(drawn + STILL.toNanos() - System.nanoTime());
      } while (System.nanoTime() < Math.min(drawn + STILL.toNanos(), end));
    }
  }

  /// Presses the next key when all is drawn that comes of the one before.
  private static final class Typist extends InputStream {

    private final byte[] keys;
    private final Audience audience;
    private int typed;

    Typist(String keys, Audience audience) {
      this.keys = keys.getBytes(StandardCharsets.US_ASCII);
      this.audience = audience;
    }

    @Override
    public int read() throws IOException {
      try {
        audience.drawn = System.nanoTime();
        audience.waitUntilStill();
      } catch (InterruptedException interrupted) {
        throw new IOException("interrupted while typing", interrupted);
      }
      return typed < keys.length ? keys[typed++] : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int key = read();
      if (key < 0) {
        return -1;
      }
      bytes[offset] = (byte) key;
      return 1;
    }
  }
}
