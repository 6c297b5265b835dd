package dev.easel.app.tui.command;

import dev.easel.domain.image.Fields;
import dev.easel.domain.ledger.Caller;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `easel caller list`.
@Command(name = "list", header = "List the callers.", sortOptions = false)
final class CallerListCommand implements Callable<Integer> {

  private final Session session;

  CallerListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<Caller> callers = session.log().facts().callers();
    if (session.json()) {
      session.print(
          Fields.NONE
              .with("callers", callers.stream().map(CallerCommand::fields).toList())
              .with("count", callers.size()));
    } else if (callers.isEmpty()) {
      session.print("no callers; easel caller add NAME adds one");
    } else {
      session.print(new CallerTable(session, callers).lines());
    }
    return ExitCode.DONE;
  }
}
