package dev.easel.app.tui.terminal;

import dev.easel.app.tui.screen.Input;
import dev.easel.app.tui.screen.Theme;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A terminal of usual size that nobody sees, at which somebody types a few keys and goes.
final class Rehearsal {

  private Rehearsal() {}

  static Opening open(String keys, Theme theme, PictureSource pictures, Consumer<Input> inputs) {
    try {
      PastingInput typed = new PastingInput(new Typist(keys));
      TtyTerminal terminal =
          new TtyTerminal(
              typed,
              new OneWrite(OutputStream.nullOutputStream()),
              Rehearsal::stty,
              new KeptErrors(System.err));
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

  /// Presses a key now and then.
  private static final class Typist extends InputStream {

    private static final int MILLISECONDS_A_KEY = 200;

    private final byte[] keys;
    private int typed;

    Typist(String keys) {
      this.keys = keys.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public int read() throws IOException {
      try {
        TimeUnit.MILLISECONDS.sleep(MILLISECONDS_A_KEY);
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
