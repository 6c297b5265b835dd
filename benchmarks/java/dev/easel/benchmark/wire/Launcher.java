package dev.easel.benchmark.wire;

import dev.easel.config.LogBackend;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How Easel is started as its users start it: by its launcher, which lies in the working folder.
public final class Launcher {

  private static final Path LAUNCHER = Path.of("easel").toAbsolutePath();

  private Launcher() {}

  /// The command line with these arguments.
  public static List<String> command(String... arguments) {
    List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
    command.addAll(List.of(arguments));
    return command;
  }

  /// The command line that runs another one in a pseudo-terminal of 30 rows and 120 columns.
  public static List<String> inTerminal(List<String> command) {
    String line = "stty rows 30 cols 120; exec '" + String.join("' '", command) + "'";
    return List.of("script", "-q", "-e", "-f", "-c", line, "/dev/null");
  }

  /// Makes the environment of a process one that knows nothing of what this process is told about
  /// Easel, providers and proxies, and then this.
  public static void setEnvironment(ProcessBuilder builder, Map<String, String> values) {
    builder.environment().keySet().removeIf(name -> name.matches("(?i)(easel|openai)_.*|.*_proxy"));
    builder.environment().putAll(values);
  }

  /// The kind of log as it is configured.
  public static String word(LogBackend backend) {
    return backend.name().toLowerCase(Locale.ROOT);
  }
}
