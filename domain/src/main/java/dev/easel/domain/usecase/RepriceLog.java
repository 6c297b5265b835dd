package dev.easel.domain.usecase;

import dev.easel.domain.cost.Money;
import dev.easel.domain.cost.Pricing;
import dev.easel.domain.cost.Reckoning;
import dev.easel.domain.image.Watch;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.Page;
import dev.easel.domain.ledger.Query;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// Says what the log would add up to under other prices. Changes nothing.
///
/// Each entry is priced from what is recorded of it, at the other prices of its own day. A figure
/// that the provider, the user or an older log named is no price book's, and gives way to one where
/// usage or pictures are recorded.
public final class RepriceLog {

  private static final int PAGE = 500;
  private static final Duration PATIENCE = Duration.ofMillis(250);

  private final GenerationLog log;
  private final Pricing pricing;
  private final Time time;

  /// Puts the use case together.
  ///
  /// @param pricing by the other prices
  public RepriceLog(GenerationLog log, Pricing pricing, Time time) {
    this.log = log;
    this.pricing = pricing;
    this.time = time;
  }

  /// Prices the entries that match a query in the query language, newest first, as they are found,
  /// a page of them in memory at a time.
  ///
  /// @param watch is asked after each page; when it cancels, the sums are those of what came before
  /// @param each gets every entry
  /// @throws Query.QueryProblem when the query cannot be understood
  public Repricing reprice(String query, Watch watch, Consumer<Repriced> each) {
    Query parsed = Query.parse(query, log.zone(), time.now());
    RepricingTally tally = new RepricingTally();
    Consumer<Repriced> both = each.andThen(tally::add);
    SearchPatience patience = new SearchPatience(time, PATIENCE, PATIENCE);
    Optional<Page.Request> next = Optional.of(Page.Request.newest(PAGE));
    while (next.isPresent() && !watch.cancelled()) {
      Page.Request request = next.get();
      Page page = patience.page(length -> log.page(parsed, request.within(length)));
      page.entries().forEach(entry -> both.accept(repriced(entry)));
      next = page.following(PAGE);
    }
    return tally.repricing(pricing.book().version());
  }

  private Repriced repriced(Entry entry) {
    return switch (entry.state()) {
      case RESERVED, UNKNOWN -> new Repriced.Open(entry);
      case RELEASED -> new Repriced.Uncharged(entry);
      case SETTLED -> settled(entry);
    };
  }

  private Repriced settled(Entry entry) {
    Recollection recalled = Recollection.of(entry);
    Reckoning reckoning = recalled.reckoned(pricing);
    return reckoning
        .hindered()
        .<Repriced>map(obstacle -> new Repriced.Unpriced(entry, obstacle))
        .orElseGet(() -> priced(entry, reckoning.cost().known().orElse(Money.ZERO)));
  }

  private static Repriced priced(Entry entry, Money repriced) {
    return entry
        .cost()
        .known()
        .<Repriced>map(recorded -> new Repriced.Compared(entry, recorded, repriced))
        .orElseGet(() -> new Repriced.Found(entry, repriced));
  }
}
