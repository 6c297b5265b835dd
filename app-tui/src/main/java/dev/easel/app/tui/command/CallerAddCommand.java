package dev.easel.app.tui.command;

import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Nullable;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `easel caller add`.
@Command(name = "add", header = "Add a caller; its token is shown once.", sortOptions = false)
final class CallerAddCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "NAME", description = "Up to 64 letters, digits, '-', '_' or '.'.")
  private String name = "";

  @Option(
      names = "--daily-usd",
      paramLabel = "USD",
      description = "The most that it may spend in a day; no limit of its own unless said.")
  private @Nullable String daily;

  CallerAddCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Money cap = daily == null ? null : Dollars.notNegative("--daily-usd", daily);
    return CallerCommand.tell(session, CallerCommand.changing(session).add(name, cap));
  }
}
