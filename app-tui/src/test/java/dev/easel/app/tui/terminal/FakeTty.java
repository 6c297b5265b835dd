package dev.easel.app.tui.terminal;

import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Depth;
import dev.easel.app.tui.screen.Display;
import dev.easel.app.tui.screen.Frame;
import dev.easel.app.tui.screen.Input;
import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.screen.Size;
import dev.easel.app.tui.screen.Theme;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// The display on a terminal that remembers every write, and what stty was asked for.
final class FakeTty implements AutoCloseable {

  static final Theme THEME = new Theme(Theme.Name.TERMINAL, Depth.TRUE, false);

  final List<String> happened = new CopyOnWriteArrayList<>();
  final BlockingQueue<Input> inputs = new LinkedBlockingQueue<>();
  final ByteArrayOutputStream errors = new ByteArrayOutputStream();
  private final PrintStream errorsBefore = System.err;
  private final Display display;
  private volatile String size = "4 20";

  private FakeTty(InputStream typed, Theme theme, PictureSource pictures) throws IOException {
    PastingInput pasting = new PastingInput(typed);
    TtyTerminal terminal =
        new TtyTerminal(
            pasting,
            new OneWrite(new Remembering()),
            this::stty,
            new KeptErrors(new PrintStream(errors, true, StandardCharsets.UTF_8)));
    display =
        ScreenDisplay.start(
            terminal, pasting, theme, pictures, inputs::add, () -> happened.add("stopped"));
  }

  private final class Remembering extends OutputStream {

    @Override
    public void write(int single) {
      throw new AssertionError("one byte at a time");
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      happened.add(new String(bytes, offset, length, StandardCharsets.UTF_8));
    }
  }

  static FakeTty open() throws IOException {
    return open(THEME);
  }

  static FakeTty open(Theme theme) throws IOException {
    return new FakeTty(new Silence(), theme, PictureSource.NONE);
  }

  static FakeTty open(PictureSource pictures) throws IOException {
    return new FakeTty(new Silence(), THEME, pictures);
  }

  /// A terminal at which that was typed, and which then is gone.
  static FakeTty typed(InputStream typed) throws IOException {
    return new FakeTty(typed, THEME, PictureSource.NONE);
  }

  /// Nobody types.
  private static final class Silence extends InputStream {

    @Override
    public int available() {
      return 0;
    }

    @Override
    public int read() throws IOException {
      return read(new byte[1], 0, 1);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        TimeUnit.DAYS.sleep(1);
        return -1;
      } catch (InterruptedException interrupted) {
        throw new IOException(interrupted);
      }
    }
  }

  private String stty(List<List<String>> calls) {
    return calls.stream().map(this::once).collect(Collectors.joining("\n")).strip();
  }

  private String once(List<String> arguments) {
    String words = String.join(" ", arguments);
    return switch (words) {
      case "size" -> size;
      case "-g" -> "saved:modes";
      default -> {
        happened.add("stty " + words);
        yield "";
      }
    };
  }

  Display display() {
    return display;
  }

  void resize(String rowsAndColumns) {
    size = rowsAndColumns;
  }

  /// Shows a frame with these rows, and says what was written for it, one string a write.
  List<String> show(String... rows) {
    return show(frame(rows));
  }

  List<String> show(Frame frame) {
    return during(() -> display.show(frame));
  }

  List<String> during(Runnable action) {
    happened.clear();
    action.run();
    return List.copyOf(happened);
  }

  static Frame frame(String... rows) {
    Canvas canvas = Canvas.of(new Size(20, 4));
    for (int row = 0; row < rows.length; row++) {
      canvas.text(0, row, rows[row], Role.TEXT);
    }
    return canvas.frame();
  }

  /// Everything that came, when the terminal is gone.
  List<Input> untilGone() throws InterruptedException {
    List<Input> all = new ArrayList<>();
    Input next = inputs.poll(10, TimeUnit.SECONDS);
    while (next != null && !(next instanceof Input.Gone)) {
      all.add(next);
      next = inputs.poll(10, TimeUnit.SECONDS);
    }
    return all;
  }

  @Override
  public void close() {
    display.close();
    System.setErr(errorsBefore);
  }
}
