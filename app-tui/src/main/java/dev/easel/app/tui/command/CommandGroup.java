package dev.easel.app.tui.command;

import dev.easel.domain.image.Fields;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// A command that does nothing by itself but say what there is below it.
@Command(synopsisSubcommandLabel = "COMMAND", sortOptions = false)
abstract class CommandGroup implements Callable<Integer> {

  private final Session session;

  @Spec private CommandSpec spec = CommandSpec.create();

  CommandGroup(Session session) {
    this.session = session;
  }

  @Override
  public final Integer call() {
    if (session.json()) {
      session.print(Fields.NONE.with("commands", List.copyOf(spec.subcommands().keySet())));
    } else {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
    return ExitCode.DONE;
  }
}
