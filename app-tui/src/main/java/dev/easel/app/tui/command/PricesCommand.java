package dev.easel.app.tui.command;

import java.util.List;
import picocli.CommandLine.Command;

/// `easel prices`.
@Command(
    name = "prices",
    header = "List the prices, and check models and prices for what has ended.",
    footer = {
      "",
      "Examples:",
      "  easel prices list gpt-image-2",
      "  easel prices check --days 90",
      "Prices of your own: prices.file in the configuration.",
    })
final class PricesCommand extends CommandGroup implements Commands.Parent {

  private final Session session;

  PricesCommand(Session session) {
    super(session);
    this.session = session;
  }

  @Override
  public List<Object> below() {
    return List.of(new PricesListCommand(session), new PricesCheckCommand(session));
  }
}
