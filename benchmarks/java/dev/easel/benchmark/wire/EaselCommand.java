package dev.easel.benchmark.wire;

import dev.easel.app.tui.TerminalMain;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A command of Easel's in a process of its own, as the launcher runs it.
public final class EaselCommand {

  private EaselCommand() {}

  /// Runs it to its end.
  ///
  /// @param folder where it keeps everything
  /// @param flags of its JVM, besides the launcher's
  /// @return its exit code
  /// @throws IOException when it cannot be started
  public static int run(Path folder, Upstream upstream, List<String> flags, List<String> arguments)
      throws IOException, InterruptedException {
    Map<String, String> environment =
        Map.of(
            "EASEL_HOME", folder.resolve("data").toString(),
            "OPENAI_BASE_URL", upstream.url(),
            "OPENAI_API_KEY", "sk-benchmark");
    List<String> all = new ArrayList<>(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    all.addAll(flags);
    try (Child process =
        Child.java(folder, environment, all, TerminalMain.class.getName(), arguments)) {
      return process.exitCode();
    }
  }
}
