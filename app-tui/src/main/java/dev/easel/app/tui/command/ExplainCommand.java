package dev.easel.app.tui.command;

import dev.easel.domain.ledger.Entry;
import dev.easel.domain.usecase.ExplainCost;
import dev.easel.domain.usecase.Explanation;
import dev.easel.domain.usecase.ExplanationFields;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `easel explain`.
@Command(
    name = "explain",
    header = "Explain line by line why a request costs what it costs.",
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  easel explain a3f09c",
      "  easel explain a3f09c --json",
    })
final class ExplainCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "ID", description = "The whole id, or its last six characters.")
  private String id = "";

  ExplainCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Entry entry = Lookup.entry(session, id);
    Explanation explanation = new ExplainCost(session.catalogue().pricing()).explain(entry);
    if (session.json()) {
      session.print(ExplanationFields.of(explanation));
    } else {
      session.print(new ExplanationReport(session.palette(), explanation).lines());
    }
    return ExitCode.DONE;
  }
}
