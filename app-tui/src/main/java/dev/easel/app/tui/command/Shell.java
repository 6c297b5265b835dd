package dev.easel.app.tui.command;

import java.util.List;
import picocli.CommandLine;

/// The shell commands: understands the arguments, runs one command, and turns whatever comes of it
/// into an exit code.
public final class Shell {

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
      int code = commands.execute(arguments.toArray(String[]::new));
      surroundings.out().flush();
      surroundings.err().flush();
      return code;
    }
  }
}
