package dev.easel.app.tui.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `easel caller remove`.
@Command(
    name = "remove",
    header = "Remove a caller: its token stops working in every process at once.",
    sortOptions = false)
final class CallerRemoveCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "NAME", description = "Up to 64 letters, digits, '-', '_' or '.'.")
  private String name = "";

  CallerRemoveCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return CallerCommand.tell(session, CallerCommand.changing(session).remove(name));
  }
}
