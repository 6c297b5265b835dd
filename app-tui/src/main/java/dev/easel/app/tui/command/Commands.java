package dev.easel.app.tui.command;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.UsageMessageSpec;

/// All commands, in the order in which help lists them.
final class Commands {

  private static final int HELP_WIDTH = 100;

  private Commands() {}

  /// The command that `first`, the first argument, names, since describing all takes longer than
  /// running one; all of them where it names none, or one that tells of the others.
  static CommandLine of(String first, GlobalOptions globals, Session session) {
    List<Group> all = groups(session);
    List<Group> named = all.stream().map(group -> group.only(first)).toList();
    boolean enough =
        named.stream().anyMatch(group -> !group.commands().isEmpty())
            && !first.equals(name(CompletionCommand.class));
    return of(enough ? named : all, globals, session);
  }

  private static CommandLine of(List<Group> groups, GlobalOptions globals, Session session) {
    CommandLine easel = new CommandLine(globals);
    groups.forEach(group -> group.commands().forEach(command -> add(easel, command)));
    streams(easel, session.surroundings());
    easel.setUsageHelpWidth(HELP_WIDTH);
    easel.setUsageHelpLongOptionsMaxWidth(30);
    easel.getCommandSpec().version("easel " + session.surroundings().version());
    easel
        .getHelpSectionMap()
        .put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, help -> CommandList.render(help, groups));
    for (CommandLine command : easel.getSubcommands().values()) {
      dress(command, session);
    }
    return easel;
  }

  private static void add(CommandLine parent, Object command) {
    CommandLine added = new CommandLine(command);
    if (command instanceof Parent above) {
      above.below().forEach(below -> add(added, below));
    }
    parent.addSubcommand(added);
  }

  private static void dress(CommandLine command, Session session) {
    UsageMessageSpec usage = command.getCommandSpec().usageMessage();
    usage.abbreviateSynopsis(true);
    usage.parameterListHeading("%n");
    usage.optionListHeading("%n");
    usage.commandListHeading("%n");
    command.getCommandSpec().version("easel " + session.surroundings().version());
    switch (command.getCommandName()) {
      case "stats" -> usage.footer(StatsCommand.help());
      case "sandbox" -> usage.footer(SandboxCommand.help(session.wiring().faults()));
      default -> {}
    }
    command.getSubcommands().values().forEach(below -> dress(below, session));
  }

  private static void streams(CommandLine easel, Surroundings surroundings) {
    easel.setOut(writer(surroundings.out()));
    easel.setErr(writer(surroundings.err()));
    boolean colours = surroundings.palette().colours();
    easel.setColorScheme(CommandLine.Help.defaultColorScheme(colours ? Ansi.ON : Ansi.OFF));
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, stream.charset());
  }

  /// A command with others below it.
  interface Parent {
    /// Those below it.
    List<Object> below();
  }

  /// Commands that belong together.
  record Group(String title, List<Object> commands) {

    private Group only(String name) {
      return new Group(
          title,
          commands.stream().filter(command -> name(command.getClass()).equals(name)).toList());
    }
  }

  // Reading it from the annotation would describe half of the command.
  private static String name(Class<?> command) {
    return command.getSimpleName().replace("Command", "").toLowerCase(Locale.ROOT);
  }

  private static List<Group> groups(Session session) {
    return List.of(
        new Group(
            "Pictures",
            List.of(
                new GenerateCommand(session),
                new EditCommand(session),
                new EstimateCommand(session),
                new ModelsCommand(session),
                new PricesCommand(session))),
        new Group(
            "The books",
            List.of(
                new LogCommand(session),
                new ShowCommand(session),
                new ExplainCommand(session),
                new StatsCommand(session),
                new StatusCommand(session),
                new RepriceCommand(session),
                new BudgetCommand(session),
                new SettleCommand(session),
                new StarCommand(session),
                new TagCommand(session),
                new PruneCommand(session))),
        new Group(
            "In and out",
            List.of(
                new ImportCommand(session),
                new ExportCommand(session),
                new ConvertCommand(session))),
        new Group(
            "Running",
            List.of(
                new ServeCommand(),
                new CallerCommand(session),
                new SandboxCommand(session),
                new DoctorCommand(session),
                new VerifyCommand(session),
                new CompletionCommand(session))));
  }
}
