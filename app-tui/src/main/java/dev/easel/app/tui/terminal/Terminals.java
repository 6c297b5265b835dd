package dev.easel.app.tui.terminal;

import dev.easel.app.tui.screen.Input;
import dev.easel.app.tui.screen.Theme;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Opens the terminal that the user sits at.
public final class Terminals {

  private static final File DEVICE = new File("/dev/tty");
  private static final Set<String> NO_SCREEN = Set.of("", "dumb", "unknown");

  private Terminals() {}

  /// Takes the terminal over, or writes nothing to it at all. What is printed to standard error
  /// while it is open is printed when it is closed. It is given back however the process ends,
  /// unless it is killed outright.
  ///
  /// @param environment the environment variables
  /// @param watched whether standard output is a terminal, so that somebody sees the screen
  /// @param pictures what to draw where the display is told to use the terminal's graphics
  /// @param inputs gets what comes from the terminal, on other threads than the caller's, until
  ///   [Input.Gone]
  public static Opening open(
      Map<String, String> environment,
      boolean watched,
      Theme theme,
      PictureSource pictures,
      Consumer<Input> inputs) {
    if (!watched) {
      return new Opening.Refused("the dashboard needs a terminal, and standard output is none");
    }
    if (NO_SCREEN.contains(environment.getOrDefault("TERM", ""))) {
      return new Opening.Refused(
          "the dashboard needs a terminal with a cursor, and TERM says that this one has none");
    }
    try {
      return new Opening.Opened(open(theme, pictures, inputs));
    } catch (IOException unusable) {
      return new Opening.Refused("the terminal cannot be used: " + unusable.getMessage());
    }
  }

  /// A terminal of usual size that nobody sees, at which somebody types these keys one by one and
  /// then goes. For whoever wants to do what a start does without a terminal.
  ///
  /// @param keys of ASCII
  public static Opener rehearsal(String keys) {
    return (theme, pictures, inputs) -> Rehearsal.open(keys, theme, pictures, inputs);
  }

  private static ScreenDisplay open(Theme theme, PictureSource pictures, Consumer<Input> inputs)
      throws IOException {
    PastingInput typed = new PastingInput(new FileInputStream(DEVICE));
    TtyTerminal terminal =
        new TtyTerminal(
            typed,
            new OneWrite(new FileOutputStream(DEVICE)),
            Stty.of(DEVICE),
            new KeptErrors(System.err));
    return ScreenDisplay.start(
        terminal, typed, theme, pictures, inputs, Terminals::stopProcessGroup);
  }

  // As Ctrl-Z does, which reaches everything that was started together.
  private static void stopProcessGroup() {
    try {
      new ProcessBuilder(List.of("/bin/sh", "-c", "kill -TSTP 0")).inheritIO().start().waitFor();
    } catch (IOException _) {
      // Then it goes on at once.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
