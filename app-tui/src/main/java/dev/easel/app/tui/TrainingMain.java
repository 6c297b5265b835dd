package dev.easel.app.tui;

import dev.easel.app.tui.command.Shell;
import dev.easel.app.tui.command.Surroundings;
import dev.easel.app.tui.terminal.Opener;
import dev.easel.app.tui.terminal.Terminals;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Does once what users do first with `help`, `pictures`, `commands` or the `dashboard`, whichever
/// its one argument says, on each of the two logs. The launcher runs it to keep the classes that
/// are loaded meanwhile in an archive, from which later starts take them. It prints nothing, and
/// works in the data directory that the environment names.
final class TrainingMain {

  private static final String KEYS = "23?\u001b1";
  private static final Map<String, List<List<String>>> REHEARSED =
      Map.of(
          "help", List.of(List.of("generate", "--help"), List.of("--help")),
          "pictures", onBothLogs(List.of(List.of("generate", "--sandbox", "a lighthouse at dusk"))),
          "commands", onBothLogs(List.of(List.of("log", "-n", "20"), List.of("stats", "--json"))),
          "dashboard", onBothLogs(List.of(List.of())));

  private TrainingMain() {}

  // The log is SQLite unless something else is asked for.
  private static List<List<String>> onBothLogs(List<List<String>> commands) {
    return Stream.concat(commands.stream(), commands.stream().map(TrainingMain::onJsonl)).toList();
  }

  private static List<String> onJsonl(List<String> command) {
    return Stream.concat(command.stream(), Stream.of("--set", "log.backend=jsonl")).toList();
  }

  /// The wiring of always, but for a terminal that nobody sees.
  static final class Rehearsing extends TerminalMain {

    @Override
    public Opener terminal(Surroundings surroundings) {
      return Terminals.rehearsal(KEYS);
    }
  }

  public static void main(String[] arguments) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.putIfAbsent("TERM", "xterm-256color");
    Surroundings surroundings =
        new Surroundings(
            environment,
            Path.of("").toAbsolutePath(),
            Path.of(System.getProperty("user.home")),
            InputStream.nullInputStream(),
            nowhere,
            nowhere,
            StandardStreams.terminals(),
            StandardStreams::columns,
            new SystemStopping(),
            TerminalMain.VERSION);
    int worst =
        REHEARSED.getOrDefault(arguments[0], List.of()).stream()
            .mapToInt(command -> rehearse(command, surroundings))
            .max()
            .orElseThrow();
    System.exit(worst);
  }

  private static int rehearse(List<String> command, Surroundings surroundings) {
    TerminalMain.prepareFor(command);
    return Shell.run(command, surroundings, new Rehearsing());
  }
}
