package dev.easel.app.tui.command;

import dev.easel.domain.cost.DatedPrice;
import dev.easel.domain.cost.PriceBook;
import dev.easel.domain.cost.PriceFields;
import dev.easel.domain.image.Fields;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `easel prices list`.
@Command(
    name = "list",
    header = "List the prices with the days on which they hold, and their sources.",
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  easel prices list",
      "  easel prices list gpt-image-2 dall-e",
      "  easel prices list --json",
    })
final class PricesListCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(
      paramLabel = "MODEL",
      arity = "0..*",
      description = "Only of these models, by their id or its beginning.")
  private final List<String> models = new ArrayList<>();

  PricesListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    LocalDate today = LocalDate.ofInstant(session.time().now(), ZoneOffset.UTC);
    PriceBook book = session.catalogue().prices();
    List<DatedPrice> prices =
        ModelNames.chosen(
            models, book.prices(), dated -> dated.price().model(), "easel prices list");
    if (session.json()) {
      session.print(
          Fields.NONE
              .with("price_book", book.version())
              .with("prices", prices.stream().map(dated -> PriceFields.of(dated, today)).toList()));
    } else {
      PriceWords words = new PriceWords(session.palette(), today);
      prices.forEach(dated -> session.print(words.lines(dated)));
    }
    return ExitCode.DONE;
  }
}
