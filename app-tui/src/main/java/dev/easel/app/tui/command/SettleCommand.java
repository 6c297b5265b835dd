package dev.easel.app.tui.command;

import dev.easel.app.tui.text.Figures;
import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryFields;
import dev.easel.domain.ledger.EntryState;
import dev.easel.domain.usecase.SettleEntry;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `easel settle`.
@Command(
    name = "settle",
    header = "Say what became of the money of a request.",
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  easel log state:unknown",
      "  easel settle a3f09c --not-charged",
      "  easel settle a3f09c --charged               what was at risk",
      "  easel settle a3f09c --charged --usd 0.04    what the bill says",
    })
final class SettleCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "ID", description = "The whole id, or its last six characters.")
  private String id = "";

  @ArgGroup(multiplicity = "1")
  private final Word word = new Word();

  @Option(
      names = "--usd",
      paramLabel = "AMOUNT",
      description = "How many dollars were charged; what is at risk unless said.")
  private @Nullable String usd;

  /// What the user knows.
  static final class Word {
    @Option(names = "--charged", required = true, description = "It was charged.")
    private boolean charged;

    @Option(names = "--not-charged", required = true, description = "It was not charged.")
    private boolean notCharged;
  }

  SettleCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (word.notCharged && usd != null) {
      throw CommandFailure.wrong("--usd goes with --charged");
    }
    Money amount = amount();
    Entry entry = Lookup.entry(session, id);
    SettleEntry settling = new SettleEntry(session.log());
    return tell(word.charged ? settling.charged(entry, amount) : settling.notCharged(entry));
  }

  private @Nullable Money amount() {
    return usd == null ? null : Dollars.positive("--usd", usd);
  }

  private int tell(SettleEntry.Settling settling) {
    switch (settling) {
      case SettleEntry.Settling.Settled(Entry entry) -> settled(entry);
      case SettleEntry.Settling.NotUnknown(Entry entry) ->
          throw CommandFailure.of(
                  ExitCode.WRONG,
                  "not_unknown",
                  "only what may have been charged, or what cost nobody knows how much, can be"
                      + " settled, and this one is "
                      + entry.state().word())
              .about(entry.id().toString());
      case SettleEntry.Settling.AmountNeeded(Entry entry) ->
          throw CommandFailure.of(
                  ExitCode.WRONG,
                  "amount_needed",
                  "nothing says how much was charged; add --usd AMOUNT")
              .about(entry.id().toString());
    }
    return ExitCode.DONE;
  }

  private void settled(Entry entry) {
    if (session.json()) {
      session.print(EntryFields.of(entry));
    } else if (entry.state() == EntryState.SETTLED) {
      String amount = Figures.money(entry.cost().known().orElse(Money.ZERO));
      session.print(entry.id().shortForm() + " is settled: " + amount + " were charged");
    } else {
      session.print(entry.id().shortForm() + " is released: nothing was charged");
    }
  }
}
