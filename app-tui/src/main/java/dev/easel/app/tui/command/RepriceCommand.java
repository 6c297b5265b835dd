package dev.easel.app.tui.command;

import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Watch;
import dev.easel.domain.ledger.Json;
import dev.easel.domain.usecase.RepriceLog;
import dev.easel.domain.usecase.Repriced;
import dev.easel.domain.usecase.Repricing;
import dev.easel.domain.usecase.RepricingFields;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `easel reprice`.
@Command(
    name = "reprice",
    header = "Say what requests of the past would have cost at other prices; changes nothing.",
    sortOptions = false,
    preprocessor = MinusWords.class,
    footer = {
      "",
      "FILE has the form of prices.file, and its rows stand over the built-in ones. Each request"
          + " is",
      "priced from what is recorded of it, at the prices of its own day. A figure that the"
          + " provider,",
      "an older log or you named is priced by FILE too where usage or pictures are recorded, and"
          + " its",
      "sum is told apart; where FILE has no price, the request is counted apart with the reason.",
      "",
      "Examples:",
      "  easel reprice --book contract.json",
      "  easel reprice --book contract.json since:30d model:gpt-image-2 --each",
      "  easel reprice --book contract.json --json | jq .difference_usd",
    })
final class RepriceCommand implements Callable<Integer> {

  private final Session session;

  @Option(names = "--book", paramLabel = "FILE", required = true, description = "The other prices.")
  private String book = "";

  @Option(names = "--each", description = "A line for each request, too.")
  private boolean each;

  @Mixin private final QueryOptions query = new QueryOptions();

  RepriceCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Wiring.Catalogue other = session.wiring().catalogue(session.surroundings().path(book));
    RepriceLog repricing = new RepriceLog(session.log(), other.pricing(), session.time());
    if (session.json()) {
      printDocument(repricing);
    } else {
      printReport(repricing);
    }
    return ExitCode.DONE;
  }

  private void printReport(RepriceLog repricing) {
    RepricedLines lines = new RepricedLines(session);
    Repricing sums = repriced(repricing, repriced -> session.print(lines.line(repriced)));
    if (each && sums.entries() > 0) {
      session.print("");
    }
    session.print(new RepricingReport(session.palette(), sums).lines());
  }

  // The requests stand before the sums, so that none of them has to be remembered.
  private void printDocument(RepriceLog repricing) {
    PiecewiseDocument document = new PiecewiseDocument("each");
    Repricing sums =
        repriced(repricing, repriced -> session.print(document.next(RepricingFields.of(repriced))));
    Fields told = RepricingFields.of(sums);
    session.print(each ? document.rest(told) : Json.write(told));
  }

  private Repricing repriced(RepriceLog repricing, Consumer<Repriced> print) {
    Watch reader = Watch.until(() -> session.surroundings().out().checkError());
    ProgressLine line = ProgressLine.ofSearch(session);
    try {
      return repricing.reprice(query.query(), reader, repriced -> tell(repriced, print, line));
    } finally {
      line.end();
    }
  }

  private void tell(Repriced repriced, Consumer<Repriced> print, ProgressLine line) {
    if (each) {
      line.above(() -> print.accept(repriced));
      line.backTo(repriced.entry().timestamp(), session.log().zone());
    }
  }
}
