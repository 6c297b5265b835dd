package dev.easel.domain.usecase;

import dev.easel.domain.cost.Cost;
import dev.easel.domain.cost.Estimate;
import dev.easel.domain.cost.Money;
import dev.easel.domain.cost.Obstacle;
import dev.easel.domain.cost.Pricing;
import dev.easel.domain.cost.Reckoning;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryState;
import java.util.Optional;

/// Explains what an entry costs. Safe for use by several threads.
public final class ExplainCost {

  private final Pricing pricing;

  /// Puts the use case together.
  ///
  /// @param pricing by the price book in force
  public ExplainCost(Pricing pricing) {
    this.pricing = pricing;
  }

  /// Explains an entry.
  public Explanation explain(Entry entry) {
    Recollection recalled = Recollection.of(entry);
    Explanation.Again again = entry.state() == EntryState.SETTLED ? again(entry, recalled) : null;
    CostLines lines = new CostLines(entry);
    return new Explanation(
        entry,
        CostMeaning.of(entry),
        why(entry, again),
        lines.lines(),
        lines.sum().orElse(null),
        new ParameterDifferences(entry, recalled, pricing).list(),
        forecast(entry, recalled).orElse(null),
        again);
  }

  private static @Nullable String why(Entry entry, Explanation.@Nullable Again again) {
    if (entry.state() != EntryState.SETTLED || entry.cost().amount() != null || again == null) {
      return null;
    }
    return again
        .reckoning()
        .hindered()
        .map(Obstacle::sentence)
        .orElse(
            "what was known when it was logged did not tell; the price book in force does,"
                + " and what is logged stays as it is");
  }

  private Explanation.Again again(Entry entry, Recollection recalled) {
    Reckoning reckoning = recalled.reckoned(pricing);
    Money logged = entry.cost().amount();
    Money now = reckoning.cost().amount();
    Money difference = logged == null || now == null ? null : now.minus(logged);
    String book = pricing.book().version();
    String sentence = "price book " + book + " " + verdict(reckoning, difference);
    return new Explanation.Again(book, reckoning, difference, sentence);
  }

  private static String verdict(Reckoning reckoning, @Nullable Money difference) {
    Cost cost = reckoning.cost();
    if (cost.amount() == null) {
      return "gives no figure for it: "
          + reckoning.hindered().map(Obstacle::sentence).orElse("it is not known");
    }
    if (difference == null) {
      return "gives " + cost.amount() + " for it";
    }
    return difference.equals(Money.ZERO)
        ? "gives the same figure"
        : "gives " + cost.amount() + " for it, " + CostMeaning.compared(difference);
  }

  private Optional<Explanation.Forecast> forecast(Entry entry, Recollection recalled) {
    return switch (entry.state()) {
      case SETTLED, RELEASED -> Optional.empty();
      case RESERVED, UNKNOWN -> {
        if (entry.promptWithheld()) {
          yield Optional.empty();
        }
        Estimate estimate = pricing.estimate(recalled.request(), recalled.day());
        boolean matches = estimate.high().equals(Optional.ofNullable(entry.atRisk()));
        yield Optional.of(new Explanation.Forecast(estimate, matches, sentence(estimate, matches)));
      }
    };
  }

  private static String sentence(Estimate estimate, boolean matches) {
    String figure =
        switch (estimate) {
          case Estimate.Exact exact -> "estimates " + exact.amount();
          case Estimate.Range range ->
              "estimates %s to %s, since %s".formatted(range.least(), range.most(), range.why());
          case Estimate.Unknown unknown -> "has no estimate: " + unknown.why();
        };
    return "price book %s %s%s"
        .formatted(estimate.priceBook(), figure, matches ? "" : ", which is not what was reserved");
  }
}
