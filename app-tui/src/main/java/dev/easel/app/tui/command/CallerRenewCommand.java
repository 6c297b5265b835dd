package dev.easel.app.tui.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `easel caller renew`.
@Command(
    name = "renew",
    header = "Give a caller another token; the old one stops working.",
    sortOptions = false)
final class CallerRenewCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "NAME", description = "Up to 64 letters, digits, '-', '_' or '.'.")
  private String name = "";

  CallerRenewCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return CallerCommand.tell(session, CallerCommand.changing(session).renew(name));
  }
}
