package dev.easel.app.tui.command;

import java.util.List;
import java.util.function.IntSupplier;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/// The shell commands: understands the arguments, runs one command, and turns whatever comes of it
/// into an exit code.
public final class Shell {

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
    if (arguments.isEmpty()) {
      // The commands, which would have to be described first, take as long as all the rest.
      return dashboard(globals, session, troubles);
    }
    CommandLine commands = Commands.of(globals, session);
    commands.setParameterExceptionHandler((problem, _) -> troubles.usage(problem));
    commands.setExecutionExceptionHandler((problem, _, _) -> troubles.tell(problem));
    commands.setExecutionStrategy(parsed -> strategy(parsed, globals, session, troubles));
    return commands.execute(arguments.toArray(String[]::new));
  }

  private static int strategy(
      ParseResult parsed, GlobalOptions globals, Session session, Troubles troubles) {
    if (parsed.hasSubcommand() || globals.asking()) {
      return new RunLast().execute(parsed);
    }
    return dashboard(globals, session, troubles);
  }

  // picocli would turn what a strategy throws into a code and a class name of its own.
  private static int dashboard(GlobalOptions globals, Session session, Troubles troubles) {
    try {
      return globals.plain()
          ? new PlainDashboard(session, globals).print()
          : new DashboardStart(session, globals).run();
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError problem) {
      return troubles.tell(problem);
    }
  }
}
