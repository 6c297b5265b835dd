package dev.easel.app.tui.terminal;

import com.googlecode.lanterna.screen.Screen;
import com.googlecode.lanterna.screen.TerminalScreen;
import dev.easel.app.tui.screen.Display;
import dev.easel.app.tui.screen.Frame;
import dev.easel.app.tui.screen.Graphics;
import dev.easel.app.tui.screen.Input;
import dev.easel.app.tui.screen.Size;
import dev.easel.app.tui.screen.Theme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Consumer;

/// The display on a real terminal.
final class ScreenDisplay implements Display {

  // The length that xterm, the strictest, takes.
  private static final int MOST_COPIED = 74_994;

  private final TtyTerminal terminal;
  private final TerminalScreen screen;
  private final Painter painter;
  private final Consumer<Input> inputs;
  private final Runnable stopping;
  private final PictureSource source;
  private Pictures pictures = Pictures.NONE;
  private boolean whole = true;
  private boolean closed;

  private ScreenDisplay(
      TtyTerminal terminal,
      Theme theme,
      PictureSource source,
      Consumer<Input> inputs,
      Runnable stopping)
      throws IOException {
    this.terminal = terminal;
    this.screen = new TerminalScreen(terminal);
    this.painter = new Painter(screen, theme);
    this.source = source;
    this.inputs = inputs;
    this.stopping = stopping;
  }

  /// Shows the screen and begins to listen.
  ///
  /// @param stopping stops the process until the user goes on with it
  static ScreenDisplay start(
      TtyTerminal terminal,
      PastingInput typed,
      Theme theme,
      PictureSource source,
      Consumer<Input> inputs,
      Runnable stopping)
      throws IOException {
    ScreenDisplay display = new ScreenDisplay(terminal, theme, source, inputs, stopping);
    display.screen.setCursorPosition(null);
    display.begin();
    terminal.addResizeListener(
        (_, size) -> inputs.accept(new Input.Resized(new Size(size.getColumns(), size.getRows()))));
    Thread.ofPlatform()
        .daemon()
        .name("keys")
        .start(new KeyReader(terminal, typed.pastes(), inputs));
    return display;
  }

  private void begin() throws IOException {
    screen.startScreen();
    terminal.flush();
  }

  @Override
  public Size size() {
    try {
      return size(terminal.getTerminalSize());
    } catch (IOException _) {
      return size(screen.getTerminalSize());
    }
  }

  private static Size size(com.googlecode.lanterna.TerminalSize size) {
    return new Size(size.getColumns(), size.getRows());
  }

  @Override
  public void show(Frame frame) {
    attempt(() -> terminal.inOneWrite(() -> draw(frame)));
    terminal.askAgain();
  }

  private void draw(Frame frame) throws IOException {
    if (screen.doResizeIfNecessary() != null || !pictures.staysUnder(frame.placements())) {
      forget();
    }
    painter.paint(frame);
    screen.refresh(whole ? Screen.RefreshType.COMPLETE : Screen.RefreshType.DELTA);
    terminal.raw(pictures.drawn(frame.placements(), whole));
    whole = false;
  }

  @Override
  public void use(Theme theme) {
    painter.theme(theme);
    forget();
  }

  @Override
  public void use(Graphics graphics) {
    attempt(this::removePictures);
    pictures = Pictures.of(graphics, source);
    forget();
  }

  private void removePictures() throws IOException {
    terminal.inOneWrite(() -> terminal.raw(pictures.removed()));
  }

  @Override
  public void forget() {
    painter.forget();
    whole = true;
  }

  @Override
  public void suspend() {
    attempt(() -> {
      removePictures();
      screen.stopScreen(false);
      terminal.lend(stopping);
      begin();
    });
    forget();
    inputs.accept(new Input.Resumed(size()));
  }

  @Override
  public boolean copy(String text) {
    byte[] base64 = Base64.getEncoder().encode(text.getBytes(StandardCharsets.UTF_8));
    if (base64.length > MOST_COPIED) {
      return false;
    }
    attempt(() -> terminal.copy(base64));
    return true;
  }

  @Override
  public void mouse(boolean wanted) {
    attempt(() -> terminal.mouse(wanted));
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    attempt(this::removePictures);
    attempt(() -> screen.stopScreen(false));
    attempt(terminal::close);
  }

  private void attempt(TtyTerminal.Drawing drawing) {
    try {
      drawing.draw();
    } catch (IOException _) {
      inputs.accept(new Input.Gone());
    }
  }
}
