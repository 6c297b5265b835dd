package dev.easel.app.tui.command;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/// All commands, in the order in which help lists them.
final class Commands {

  private Commands() {}

  static CommandLine of(GlobalOptions globals, Session session) {
    CommandLine easel = new CommandLine(globals);
    for (Object command : all(session)) {
      easel.addSubcommand(command);
    }
    Surroundings surroundings = session.surroundings();
    easel.getCommandSpec().version("easel " + surroundings.version());
    easel.setOut(writer(surroundings.out()));
    easel.setErr(writer(surroundings.err()));
    boolean colours = surroundings.palette().colours();
    easel.setColorScheme(CommandLine.Help.defaultColorScheme(colours ? Ansi.ON : Ansi.OFF));
    return easel;
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, stream.charset());
  }

  private static List<Object> all(Session session) {
    return List.of(new GenerateCommand(session), new LogCommand(session));
  }
}
