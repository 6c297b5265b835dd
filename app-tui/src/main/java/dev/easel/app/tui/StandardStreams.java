package dev.easel.app.tui;

import dev.easel.app.tui.command.Surroundings.Terminals;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds out which standard streams are terminals, and how wide the terminal is.
final class StandardStreams {

  private static final int USUAL_COLUMNS = 80;
  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
  private static final Pattern SIZE = Pattern.compile("\\d+ ([1-9]\\d{0,4})\\s*");

  private StandardStreams() {}

  static Terminals terminals() {
    if (Files.isDirectory(DESCRIPTORS)) {
      return new Terminals(isTerminal(0), isTerminal(1), isTerminal(2));
    }
    int bits = asked("[ -t 0 ] && s=1; [ -t 1 ] && s=$((s+2)); [ -t 2 ] && s=$((s+4)); exit $s");
    return new Terminals((bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0);
  }

  private static boolean isTerminal(int descriptor) {
    try {
      String target =
          Files.readSymbolicLink(DESCRIPTORS.resolve(Integer.toString(descriptor))).toString();
      return target.startsWith("/dev/pts/")
          || target.startsWith("/dev/tty")
          || target.equals("/dev/console");
    } catch (IOException _) {
      return false;
    }
  }

  private static int asked(String script) {
    try {
      return new ProcessBuilder("/bin/sh", "-c", "s=0; " + script).inheritIO().start().waitFor();
    } catch (IOException _) {
      return 0;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  /// The width of the terminal in cells.
  static int columns() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(new File("/dev/tty"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String size =
          new String(stty.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      Matcher matcher = SIZE.matcher(size);
      boolean told = stty.waitFor(1, TimeUnit.SECONDS) && matcher.matches();
      return told ? Integer.parseInt(matcher.group(1)) : USUAL_COLUMNS;
    } catch (IOException _) {
      return USUAL_COLUMNS;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return USUAL_COLUMNS;
    }
  }
}
