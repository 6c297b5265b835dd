package dev.easel.app.tui.terminal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.input.KeyDecodingProfile;
import com.googlecode.lanterna.terminal.ansi.UnixTerminal;
import dev.easel.domain.image.Nullable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A terminal that is asked for its size by stty, gets each frame in one write, and is given back
/// as it was found. The methods that Lanterna's constructor calls read nothing but what is set
/// before.
final class TtyTerminal extends UnixTerminal {

  private static final byte[] BEGIN_FRAME = bytes("\u001b[?2026h");
  private static final byte[] END_FRAME = bytes("\u001b[?2026l");
  private static final byte[] BEGIN_PASTES = bytes("\u001b[?2004h");
  private static final byte[] END_PASTES = bytes("\u001b[?2004l");
  private static final byte[] MOUSE_ON = bytes("\u001b[?1000h\u001b[?1006h");
  private static final byte[] MOUSE_OFF = bytes("\u001b[?1006l\u001b[?1000l");
  private static final byte[] NOTHING = {};
  private static final List<String> SAVED = List.of("-g");
  private static final List<String> SIZE = List.of("size");
  // Ctrl-C, Ctrl-Z, Ctrl-S, Ctrl-Q and Ctrl-V come as keys.
  private static final List<String> TAKEN =
      List.of("-icanon", "-echo", "-isig", "-ixon", "-iexten", "min", "1", "time", "0");
  private static final Pattern ROWS_AND_COLUMNS =
      Pattern.compile("([1-9]\\d{0,3}) ([1-9]\\d{0,3})");
  private static final TerminalSize USUAL = new TerminalSize(80, 24);
  private static final int SECONDS_FOR_A_FRAME = 1;

  private final Stty stty;
  private final KeptErrors errors;
  private final ReentrantLock writing = new ReentrantLock();
  private final Pen pen = new Pen(this::writeToTerminal);
  private volatile boolean shown;
  private boolean mouse;
  private boolean inFrame;
  private boolean begun;
  private boolean cursorHidden;
  private @Nullable TerminalSize known;
  private boolean early;

  TtyTerminal(InputStream input, OutputStream output, Stty stty, KeptErrors errors)
      throws IOException {
    this.stty = stty;
    this.errors = errors;
    super(input, output, UTF_8, CtrlCBehaviour.TRAP);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(US_ASCII);
  }

  @Override
  protected KeyDecodingProfile getDefaultKeyDecodingProfile() {
    return Decoding.PROFILE;
  }

  // --- modes
  // ---------------------------------------------------------------------------------------

  // Lanterna saves the modes first, and then sets its own one by one.
  @Override
  protected String exec(String... command) throws IOException {
    List<String> arguments = List.of(command).subList(1, command.length);
    return arguments.equals(SAVED) ? taken() : stty.run(List.of(arguments));
  }

  private String taken() throws IOException {
    List<String> printed = stty.run(List.of(SAVED, SIZE, TAKEN)).lines().toList();
    known = size(printed.getLast());
    early = true;
    return printed.getFirst();
  }

  @Override
  protected void canonicalMode(boolean enabled) {}

  @Override
  protected void keyEchoEnabled(boolean enabled) {}

  @Override
  protected void keyStrokeSignalsEnabled(boolean enabled) {}

  @Override
  protected void registerTerminalResizeListener(Runnable onResize) throws IOException {
    super.registerTerminalResizeListener(() -> {
      forgetSize();
      onResize.run();
    });
  }

  private synchronized void forgetSize() {
    known = null;
  }

  @Override
  protected synchronized TerminalSize findTerminalSize() throws IOException {
    TerminalSize size = known == null ? size(stty.run(List.of(SIZE))) : known;
    known = size;
    return size;
  }

  private static TerminalSize size(String printed) {
    Matcher size = ROWS_AND_COLUMNS.matcher(printed);
    return size.matches()
        ? new TerminalSize(Integer.parseInt(size.group(2)), Integer.parseInt(size.group(1)))
        : USUAL;
  }

  /// Gives the terminal its own modes back, and takes them again.
  void lend(Runnable meanwhile) throws IOException {
    restoreTerminalSettings();
    meanwhile.run();
    stty.run(List.of(TAKEN));
    forgetSize();
  }

  // --- the screen
  // ----------------------------------------------------------------------------------

  @Override
  public void enterPrivateMode() throws IOException {
    writing.lock();
    try {
      shown = true;
      errors.keep();
      writeToTerminal(BEGIN_PASTES);
      writeToTerminal(mouse ? MOUSE_ON : NOTHING);
      super.enterPrivateMode();
    } finally {
      writing.unlock();
    }
  }

  // Also called when the process is told to end, while another thread may be drawing a frame.
  @Override
  public void exitPrivateMode() throws IOException {
    boolean alone = waitForFrame();
    try {
      inFrame = false;
      writeToTerminal(END_PASTES);
      writeToTerminal(mouse ? MOUSE_OFF : NOTHING);
      super.exitPrivateMode();
    } finally {
      shown = false;
      errors.release();
      if (alone) {
        writing.unlock();
      }
    }
  }

  @Override
  public void close() throws IOException {
    try {
      super.close();
    } catch (IllegalStateException _) {
      // The process is ending, and Lanterna's own hook gives the terminal back too.
    }
  }

  private boolean waitForFrame() {
    try {
      return writing.tryLock(SECONDS_FOR_A_FRAME, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  void mouse(boolean wanted) throws IOException {
    mouse = wanted;
    inOneWrite(() -> writeToTerminal(wanted ? MOUSE_ON : MOUSE_OFF));
  }

  /// Draws something that reaches the terminal as a whole, or not at all once it was given back.
  void inOneWrite(Drawing drawing) throws IOException {
    writing.lock();
    try {
      if (shown) {
        inFrame = true;
        drawing.draw();
        endFrame();
      }
    } finally {
      inFrame = false;
      begun = false;
      writing.unlock();
    }
  }

  private void endFrame() throws IOException {
    inFrame = false;
    if (begun) {
      writeToTerminal(END_FRAME);
      super.flush();
    }
  }

  /// Has the size asked for anew after the first frame: it may have changed before anybody
  /// listened.
  void askAgain() {
    if (early) {
      early = false;
      forgetSize();
    }
  }

  /// Something that writes to the terminal.
  @FunctionalInterface
  interface Drawing {
    void draw() throws IOException;
  }

  // --- bytes
  // ---------------------------------------------------------------------------------------

  @Override
  protected void writeToTerminal(byte... bytes) throws IOException {
    if (!shown) {
      return;
    }
    if (inFrame && !begun) {
      begun = true;
      super.writeToTerminal(BEGIN_FRAME);
    }
    super.writeToTerminal(bytes);
  }

  @Override
  public void flush() throws IOException {
    if (!inFrame) {
      super.flush();
    }
  }

  @Override
  public void setCursorVisible(boolean visible) throws IOException {
    if (visible == cursorHidden) {
      cursorHidden = !visible;
      super.setCursorVisible(visible);
    }
  }

  @Override
  public void setCursorPosition(int column, int row) throws IOException {
    pen.move(column, row);
  }

  @Override
  public void putString(String glyph) throws IOException {
    pen.draw(glyph);
  }

  /// Asks the terminal to put text on its clipboard.
  void copy(byte[] base64) throws IOException {
    inOneWrite(() -> {
      writeToTerminal(bytes("\u001b]52;c;"));
      writeToTerminal(base64);
      writeToTerminal(bytes("\u0007"));
    });
  }

  /// Writes what Lanterna knows nothing of.
  void raw(byte[] bytes) throws IOException {
    if (bytes.length > 0) {
      writeToTerminal(bytes);
    }
  }
}
