package dev.easel.app.tui.command;

import java.util.List;
import java.util.function.IntSupplier;
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
    Session session = new Session(surroundings, wiring, globals);
    Troubles troubles = new Troubles(session, arguments.contains("--json"));
    int code = ended(session, troubles, () -> execute(arguments, globals, session, troubles));
    surroundings.out().flush();
    surroundings.err().flush();
    return code;
  }

  // Whatever gets past picocli, and whatever closing brings up, is told like the rest.
  private static int ended(Session session, Troubles troubles, IntSupplier command) {
    try (session) {
      return command.getAsInt();
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError | LinkageError problem) {
      return troubles.tell(problem);
    }
  }

  private static int execute(
      List<String> arguments, GlobalOptions globals, Session session, Troubles troubles) {
    CommandLine commands = Commands.of(globals, session);
    commands.setParameterExceptionHandler((problem, _) -> troubles.usage(problem));
    commands.setExecutionExceptionHandler((problem, _, _) -> troubles.tell(problem));
    commands.setExecutionStrategy(parsed -> strategy(parsed, globals, session));
    return commands.execute(arguments.toArray(String[]::new));
  }

  private static int strategy(ParseResult parsed, GlobalOptions globals, Session session) {
    if (parsed.hasSubcommand() || globals.asking()) {
      return new RunLast().execute(parsed);
    }
    session.print(HINT);
    return ExitCode.DONE;
  }
}
