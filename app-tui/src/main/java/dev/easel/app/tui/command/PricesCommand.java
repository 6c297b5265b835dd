package dev.easel.app.tui.command;

import dev.easel.domain.image.Fields;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `easel prices`.
@Command(
    name = "prices",
    header = "List the prices, and check models and prices for what has ended.",
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%n",
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  easel prices list gpt-image-2",
      "  easel prices check --days 90",
      "Prices of your own: prices.file in the configuration.",
    })
final class PricesCommand implements Callable<Integer>, Commands.Parent {

  private final Session session;

  @Spec private CommandSpec spec = CommandSpec.create();

  PricesCommand(Session session) {
    this.session = session;
  }

  @Override
  public List<Object> below() {
    return List.of(new PricesListCommand(session), new PricesCheckCommand(session));
  }

  @Override
  public Integer call() {
    if (session.json()) {
      session.print(Fields.NONE.with("commands", List.copyOf(spec.subcommands().keySet())));
    } else {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
    return ExitCode.DONE;
  }
}
