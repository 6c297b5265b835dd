package dev.easel.app.tui.terminal;

import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Display;
import dev.easel.app.tui.screen.Frame;
import dev.easel.app.tui.screen.Input;
import dev.easel.app.tui.screen.KeyPress;
import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.screen.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// Shows on a real terminal what comes from it, a line each. `q` ends it, `!` makes it fail, Ctrl-Z
/// suspends it, `e` writes to standard error and `m` listens to the mouse.
final class EchoProgram {

  private final BlockingQueue<Input> inputs = new LinkedBlockingQueue<>();
  private final List<String> lines = new ArrayList<>(List.of("ready 漢字 ⚡ é 👩‍👩‍👧 ok"));

  private EchoProgram() {}

  public static void main(String[] arguments) throws InterruptedException {
    EchoProgram program = new EchoProgram();
    Theme theme = Theme.of(Theme.Name.TERMINAL, null, false, System.getenv());
    boolean watched = arguments.length == 0;
    switch (Terminals.open(
        System.getenv(), watched, theme, PictureSource.NONE, program.inputs::add)) {
      case Opening.Opened(Display display) -> program.run(display);
      case Opening.Refused(String sentence) -> {
        System.err.println("easel: " + sentence);
        System.exit(2);
      }
    }
  }

  private void run(Display display) throws InterruptedException {
    try (display) {
      boolean going = true;
      while (going) {
        display.show(frame(display));
        going = handled(inputs.take(), display);
      }
    }
    System.out.println("ended");
  }

  private Frame frame(Display display) {
    Canvas canvas = Canvas.of(display.size());
    canvas.text(0, 0, display.size().toString(), Role.HEADING);
    for (int row = 1; row < canvas.rows() && row <= lines.size(); row++) {
      canvas.text(0, row, lines.get(row - 1), Role.GOOD);
    }
    return canvas.frame();
  }

  private boolean handled(Input input, Display display) {
    lines.addFirst(input.toString().replace("\n", "\\n").replace("\u001b", "\\e"));
    if (!(input instanceof Input.Pressed(KeyPress key))) {
      return !(input instanceof Input.Gone);
    }
    switch (key.name()) {
      case "!" -> throw new IllegalStateException("it failed");
      case "ctrl-z" -> display.suspend();
      case "e" -> System.err.println("a warning");
      case "m" -> display.mouse(true);
      default -> {}
    }
    return !key.name().equals("q");
  }
}
