package dev.easel.app.tui.command;

import dev.easel.config.Settings;
import dev.easel.domain.ledger.LogUnavailable;
import dev.easel.domain.ledger.Statistics;
import dev.easel.domain.usecase.CheckPrices;
import dev.easel.domain.usecase.PriceCheck;
import dev.easel.domain.usecase.PriceCheckFields;
import dev.easel.domain.usecase.SummariseSpending;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `easel prices check`.
@Command(
    name = "check",
    header = "Find models near their end, and prices that have ended or do not fit.",
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  easel prices check",
      "  easel prices check --days 90",
      "  easel prices check --json | jq .shutdowns",
    })
final class PricesCheckCommand implements Callable<Integer> {

  private static final String RECENTLY = "since:30d";

  private final Session session;

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "30",
      description = "How near a model's shutdown has to be (30 days unless said).")
  private long days;

  PricesCheckCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (days < 0 || days > 36_500) {
      throw CommandFailure.wrong("--days must be from 0 to 36500, not " + days);
    }
    Wiring.Catalogue catalogue = session.catalogue();
    Settings settings = session.settings();
    PriceCheck check =
        new CheckPrices(catalogue.models(), catalogue.prices(), session.time())
            .check(
                days,
                new PriceCheck.Interest(
                    settings.provider(), settings.defaults().model(), recentModels()));
    if (session.json()) {
      session.print(PriceCheckFields.of(check));
    } else {
      session.print(new PriceCheckReport(session.palette(), check).lines());
    }
    return ExitCode.DONE;
  }

  // A log that cannot be read is no reason not to check prices, nor is one made for it.
  private Set<String> recentModels() {
    if (!session.hasLog()) {
      return Set.of();
    }
    try {
      return new SummariseSpending(session.log(), session.time())
          .statistics(RECENTLY).models().stream()
              .map(Statistics.ModelLine::model)
              .collect(Collectors.toSet());
    } catch (LogUnavailable unavailable) {
      session.remark("which models are in use is not known: " + unavailable.getMessage());
      return Set.of();
    }
  }
}
