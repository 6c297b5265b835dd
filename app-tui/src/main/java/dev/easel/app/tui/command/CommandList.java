package dev.easel.app.tui.command;

import dev.easel.app.tui.text.Cells;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;

/// The list of commands in help, by what they are for.
final class CommandList {

  private static final int NAME_CELLS = 11;

  private CommandList() {}

  static String render(Help help, List<Commands.Group> groups) {
    StringBuilder list = new StringBuilder();
    for (Commands.Group group : groups) {
      list.append(String.format("%n%s%n", group.title()));
      group.commands().forEach(command -> list.append(line(help, command)));
    }
    return list.toString();
  }

  private static String line(Help help, Object command) {
    Command described = command.getClass().getAnnotation(Command.class);
    String name = help.colorScheme().commandText(described.name()).toString();
    String gap = " ".repeat(NAME_CELLS - Cells.width(described.name()));
    return String.format("  %s%s%s%n", name, gap, described.header()[0]);
  }
}
