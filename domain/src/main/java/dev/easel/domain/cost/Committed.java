package dev.easel.domain.cost;

/// What cannot be spent once more, counted on the day of reservation.
///
/// @param settled the known costs
/// @param reserved what running requests may cost at most, as far as known
/// @param atRisk what may have been charged besides, as far as known
/// @param unpriced requests of which nothing is known, and which are in no sum
public record Committed(Money settled, Money reserved, Money atRisk, long unpriced) {

  /// Nothing.
  public static final Committed NONE = new Committed(Money.ZERO, Money.ZERO, Money.ZERO, 0);

  /// All that is known together.
  public Money total() {
    return settled.plusInRange(reserved).plusInRange(atRisk);
  }

  /// Both together.
  public Committed plus(Committed other) {
    return new Committed(
        settled.plusInRange(other.settled),
        reserved.plusInRange(other.reserved),
        atRisk.plusInRange(other.atRisk),
        unpriced + other.unpriced);
  }

  /// This with a request more that runs.
  Committed with(Estimate estimate) {
    return estimate
        .high()
        .map(high -> plus(new Committed(Money.ZERO, high, Money.ZERO, 0)))
        .orElseGet(() -> plus(new Committed(Money.ZERO, Money.ZERO, Money.ZERO, 1)));
  }
}
