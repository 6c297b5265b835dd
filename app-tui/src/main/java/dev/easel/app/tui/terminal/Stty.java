package dev.easel.app.tui.terminal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/// Reads and sets the modes of the terminal.
@FunctionalInterface
interface Stty {

  /// Runs stty with these arguments and gives what it prints.
  String run(List<String> arguments) throws IOException;

  /// The modes of a device.
  static Stty of(File device) {
    return arguments -> {
      Process process =
          new ProcessBuilder(Stream.concat(Stream.of("stty"), arguments.stream()).toList())
              .redirectInput(device)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
      if (exitCode(process) != 0) {
        throw new IOException("stty " + String.join(" ", arguments) + " failed");
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
