package dev.easel.domain.cost;

/// One line of a cost: so many units of a class at a rate.
///
/// @param quantity tokens, or pictures for [LineClass#PER_IMAGE]
/// @param rate the price of `per` units
/// @param per the number of units that `rate` buys: 1,000,000 for tokens, 1 for pictures
/// @param amount the line's total
/// @param source where the rate is from
/// @param assumed whether the quantity is Easel's own count, not the provider's
public record CostLine(
    LineClass lineClass,
    long quantity,
    Money rate,
    long per,
    Money amount,
    String source,
    boolean assumed) {

  /// Token prices are per this many tokens.
  public static final long MILLION = 1_000_000;

  /// A line whose total is the product, rounded half up to the nano-dollar.
  public static CostLine of(
      LineClass lineClass, long quantity, Money rate, long per, String source, boolean assumed) {
    return new CostLine(lineClass, quantity, rate, per, rate.of(quantity, per), source, assumed);
  }
}
