package dev.easel.adapter.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs a main class of the tests in a JVM of its own, where nothing has been loaded before.
final class OtherJvm {

  private OtherJvm() {}

  /// What the main class printed, after it has ended well.
  ///
  /// @param heap such as `56m`
  static String run(String heap, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    return run(List.of("-Xmx" + heap), main, List.of(arguments));
  }

  /// @param flags of the JVM
  static String run(List<String> flags, Class<?> main, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path")));
    command.addAll(flags);
    command.add(main.getName());
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      String said = out.readAllAsString().strip();
      assertEquals(0, process.waitFor(), said);
      return said;
    } finally {
      process.destroyForcibly();
    }
  }
}
