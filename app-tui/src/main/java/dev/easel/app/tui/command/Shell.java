package dev.easel.app.tui.command;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/// The shell commands: understands the arguments, runs one command, and turns whatever comes of it
/// into an exit code.
public final class Shell {

  private final List<String> arguments;
  private final GlobalOptions globals = new GlobalOptions();
  private final Session session;
  private final Troubles troubles;

  private Shell(List<String> arguments, Surroundings surroundings, Wiring wiring) {
    this.arguments = arguments;
    this.session = new Session(surroundings, wiring, globals);
    this.troubles = new Troubles(session, arguments.contains("--json"));
  }

  /// Runs one command to its end.
  ///
  /// @return the exit code
  public static int run(List<String> arguments, Surroundings surroundings, Wiring wiring) {
    int code = new Shell(arguments, surroundings, wiring).ended();
    surroundings.out().flush();
    surroundings.err().flush();
    return code;
  }

  // Whatever gets past picocli, and whatever closing brings up, is told like the rest.
  private int ended() {
    try (session) {
      return executed();
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError | LinkageError problem) {
      return troubles.tell(problem);
    }
  }

  private int executed() {
    if (arguments.isEmpty()) {
      return dashboard(); // to describe even one command would take as long as all the rest
    }
    CommandLine commands = Commands.of(arguments.getFirst(), globals, session);
    commands.setParameterExceptionHandler((problem, _) -> troubles.usage(problem));
    commands.setExecutionExceptionHandler((problem, _, _) -> troubles.tell(problem));
    commands.setExecutionStrategy(this::strategy);
    return commands.execute(arguments.toArray(String[]::new));
  }

  private int strategy(ParseResult parsed) {
    return parsed.hasSubcommand() || globals.asking() ? new RunLast().execute(parsed) : dashboard();
  }

  // picocli would turn what a strategy throws into a code and a class name of its own.
  private int dashboard() {
    try {
      return globals.plain()
          ? new PlainDashboard(session, globals).print()
          : new DashboardStart(session, globals).run();
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError problem) {
      return troubles.tell(problem);
    }
  }
}
