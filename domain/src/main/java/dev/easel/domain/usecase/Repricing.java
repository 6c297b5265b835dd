package dev.easel.domain.usecase;

import dev.easel.domain.cost.Money;
import dev.easel.domain.cost.Obstacle;
import java.util.List;

/// What the entries that match would have cost under other prices.
///
/// @param priceBook the version of the other prices
/// @param entries all that match; each is in exactly one of the following
/// @param compared those with a cost under both
/// @param stated of those compared the ones whose recorded figure no price book gave: the
///   provider's own, settled by hand, or an older log's
/// @param found those without a known cost, to which the other prices give one
/// @param unpriced why others have no cost under the other prices, most entries first
/// @param uncharged those for which nothing was charged
/// @param open those under way or perhaps charged
/// @param models by model and provider, most entries first
public record Repricing(
    String priceBook,
    long entries,
    Comparison compared,
    Comparison stated,
    Comparison found,
    List<Reason> unpriced,
    long uncharged,
    Open open,
    List<ModelLine> models) {

  /// Copies the lists.
  public Repricing {
    unpriced = List.copyOf(unpriced);
    models = List.copyOf(models);
  }

  /// Sums under both prices.
  public record Comparison(long entries, Money recorded, Money repriced) {
    /// No entries.
    public static final Comparison NOTHING = new Comparison(0, Money.ZERO, Money.ZERO);

    /// By how much the other prices are dearer; negative when they are cheaper.
    public Money difference() {
      return repriced.minus(recorded);
    }

    Comparison and(Money old, Money other) {
      return new Comparison(entries + 1, recorded.plus(old), repriced.plus(other));
    }
  }

  /// Why some entries cannot be priced.
  ///
  /// @param recorded what is recorded for them, as far as known
  public record Reason(Obstacle.Kind kind, long entries, Money recorded) {}

  /// Entries without an end that is known.
  ///
  /// @param atRisk what they may have cost, as far as known
  public record Open(long entries, Money atRisk) {}

  /// A model's share.
  public record ModelLine(
      String provider,
      String model,
      long entries,
      Comparison compared,
      Comparison found,
      long unpriced) {}

  /// How many cannot be priced.
  public long unpricedEntries() {
    return unpriced.stream().mapToLong(Reason::entries).sum();
  }

  /// What is recorded for those that cannot be priced.
  public Money unpricedCost() {
    return unpriced.stream().map(Reason::recorded).reduce(Money.ZERO, Money::plus);
  }
}
