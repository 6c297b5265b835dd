package dev.easel.app.tui.terminal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// Reads and sets the modes of the terminal.
@FunctionalInterface
interface Stty {

  /// Runs stty with each of these lists of arguments, words without blanks and signs of the shell,
  /// up to the first that fails, and gives what it prints. They take one process together, since it
  /// is the processes that take time.
  String run(List<List<String>> calls) throws IOException;

  /// The modes of a device.
  static Stty of(File device) {
    return calls -> {
      String script =
          calls.stream()
              .map(arguments -> "stty " + String.join(" ", arguments))
              .collect(Collectors.joining(" && "));
      Process process =
          new ProcessBuilder("/bin/sh", "-c", script)
              .redirectInput(device)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
      if (exitCode(process) != 0) {
        throw new IOException(script + " failed");
      }
      return output;
    };
  }

  private static int exitCode(Process process) throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while stty ran", interrupted);
    }
  }
}
