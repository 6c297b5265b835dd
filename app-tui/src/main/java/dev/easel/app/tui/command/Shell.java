package dev.easel.app.tui.command;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/// The shell commands: understands the arguments, runs one command, and turns whatever comes of it
/// into an exit code.
public final class Shell {

  private static final List<String> HINT =
      List.of(
          "Easel makes pictures and keeps the books on them. The dashboard is not built yet; the"
              + " shell is:",
          "",
          "  easel generate --sandbox \"a lighthouse at dusk\"   a first picture, free and without"
              + " a key",
          "  easel log                                         what was made, and what it cost",
          "  easel doctor                                      what is configured",
          "  easel --help                                      everything else");

  private Shell() {}

  /// Runs one command to its end.
  ///
  /// @return the exit code
  public static int run(List<String> arguments, Surroundings surroundings, Wiring wiring) {
    GlobalOptions globals = new GlobalOptions();
    try (Session session = new Session(surroundings, wiring, globals)) {
      CommandLine commands = Commands.of(globals, session);
      Troubles troubles = new Troubles(session, arguments.contains("--json"));
      commands.setParameterExceptionHandler((problem, _) -> troubles.usage(problem));
      commands.setExecutionExceptionHandler((problem, _, _) -> troubles.tell(problem));
      commands.setExecutionStrategy(parsed -> strategy(parsed, globals, session));
      int code = commands.execute(arguments.toArray(String[]::new));
      surroundings.out().flush();
      surroundings.err().flush();
      return code;
    }
  }

  private static int strategy(ParseResult parsed, GlobalOptions globals, Session session) {
    if (parsed.hasSubcommand() || globals.asking()) {
      return new RunLast().execute(parsed);
    }
    session.print(HINT);
    return ExitCode.DONE;
  }
}
