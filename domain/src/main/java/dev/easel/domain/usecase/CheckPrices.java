package dev.easel.domain.usecase;

import dev.easel.domain.cost.DatedPrice;
import dev.easel.domain.cost.PriceBook;
import dev.easel.domain.image.ModelCard;
import dev.easel.domain.image.ModelCatalog;
import dev.easel.domain.usecase.PriceCheck.Interest;
import dev.easel.domain.usecase.PriceCheck.Retirement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Looks through models and prices for what has ended, will end soon, or does not fit together.
public final class CheckPrices {

  private final ModelCatalog catalog;
  private final PriceBook book;
  private final Time time;

  /// Puts the use case together.
  public CheckPrices(ModelCatalog catalog, PriceBook book, Time time) {
    this.catalog = catalog;
    this.book = book;
    this.time = time;
  }

  /// Checks what holds today, UTC.
  ///
  /// @param days how near a shutdown has to be, zero or more
  public PriceCheck check(long days, Interest interest) {
    LocalDate today = LocalDate.ofInstant(time.now(), ZoneOffset.UTC);
    List<DatedPrice> prices = book.prices();
    return new PriceCheck(
        book.version(),
        today,
        retirements(today, days, interest),
        prices.stream().filter(dated -> !dated.price().sourced()).toList(),
        prices.stream()
            .filter(dated -> dated.ended(today))
            .map(dated -> new PriceCheck.Expiry(dated, priced(dated, today)))
            .toList(),
        catalog.cards().stream().filter(card -> !priced(card, today)).toList(),
        prices.stream().filter(dated -> !carded(dated)).toList(),
        prices.stream().flatMap(own -> replacement(own, today)).toList());
  }

  private List<Retirement> retirements(LocalDate today, long days, Interest interest) {
    return catalog.cards().stream()
        .flatMap(card -> retirement(card, today, interest).stream())
        .filter(retirement -> retirement.daysLeft() <= days)
        .sorted(
            Comparator.comparing((Retirement retirement) -> !retirement.standard())
                .thenComparing(retirement -> !retirement.recent())
                .thenComparingLong(retirement -> Math.abs(retirement.daysLeft())))
        .toList();
  }

  private static Optional<Retirement> retirement(
      ModelCard card, LocalDate today, Interest interest) {
    return Optional.ofNullable(card.lifecycle().shutdown())
        .map(shutdown ->
            new Retirement(
                card,
                shutdown,
                ChronoUnit.DAYS.between(today, shutdown),
                interest.standard(card),
                interest.recent().contains(card.id())));
  }

  private boolean priced(DatedPrice dated, LocalDate day) {
    return book.price(dated.price().provider(), dated.price().model(), day).isPresent();
  }

  private boolean priced(ModelCard card, LocalDate day) {
    return book.price(card.provider(), card.id(), day).isPresent();
  }

  private boolean carded(DatedPrice dated) {
    return catalog.card(dated.price().provider(), dated.price().model()).isPresent();
  }

  // The built-in row that would hold today, else the last one.
  private Stream<PriceCheck.Replacement> replacement(DatedPrice own, LocalDate today) {
    List<DatedPrice> builtIn = book.replaced().stream().filter(own::sameModel).toList();
    return builtIn.stream()
        .filter(dated -> dated.holds(today))
        .findFirst()
        .or(() -> builtIn.reversed().stream().findFirst())
        .map(dated -> new PriceCheck.Replacement(own, dated))
        .stream();
  }
}
