package dev.easel.app.tui.command;

import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryFields;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `easel show`.
@Command(
    name = "show",
    header = "Show everything that is known of a request.",
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  easel show a3f09c",
      "  easel show a3f09c --json",
    })
final class ShowCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "ID", description = "The whole id, or its last six characters.")
  private String id = "";

  ShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Entry entry = Lookup.entry(session, id);
    if (session.json()) {
      session.print(EntryFields.of(entry));
    } else {
      session.print(new EntryDetails(session, entry).lines());
    }
    return ExitCode.DONE;
  }
}
