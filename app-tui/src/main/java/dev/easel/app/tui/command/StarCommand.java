package dev.easel.app.tui.command;

import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryFields;
import dev.easel.domain.usecase.MarkEntry;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `easel star`.
@Command(
    name = "star",
    header = "Put a star on a request, or take it off.",
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  easel star a3f09c",
      "  easel star a3f09c --off",
      "  easel log star:yes",
    })
final class StarCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "ID", description = "The whole id, or its last six characters.")
  private String id = "";

  @Option(names = "--off", description = "Take the star off.")
  private boolean off;

  StarCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Entry entry = Lookup.entry(session, id);
    MarkEntry.Marks marks = new MarkEntry.Marks(!off, Set.of(), Set.of());
    Entry marked = new MarkEntry(session.log()).mark(entry, marks);
    if (session.json()) {
      session.print(EntryFields.of(marked));
    } else {
      session.print(marked.id().shortForm() + (marked.star() ? " has a star ★" : " has no star"));
    }
    return ExitCode.DONE;
  }
}
