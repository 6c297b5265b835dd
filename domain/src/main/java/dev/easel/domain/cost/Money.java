package dev.easel.domain.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// An amount of US dollars, exact to the nano-dollar, from about -9.2 to 9.2 thousand million
/// dollars.
///
/// @param nanos thousand-millionths of a dollar
public record Money(long nanos) implements Comparable<Money> {

  /// No money.
  public static final Money ZERO = new Money(0);

  private static final int SCALE = 9;
  private static final int LONGEST = 12;

  /// The amount nearest to `usd`, halves rounded up (away from zero).
  ///
  /// @throws ArithmeticException when it is out of range
  public static Money ofUsd(BigDecimal usd) {
    long magnitude = (long) usd.precision() - usd.scale();
    if (usd.signum() == 0 || magnitude < -SCALE) {
      return ZERO;
    }
    if (magnitude > LONGEST) {
      throw new ArithmeticException("out of the range of money");
    }
    return new Money(usd.setScale(SCALE, RoundingMode.HALF_UP).unscaledValue().longValueExact());
  }

  /// The amount that `usd` spells as a decimal number, such as `0.04`.
  ///
  /// @throws NumberFormatException when it spells none
  public static Money ofUsd(String usd) {
    return ofUsd(new BigDecimal(usd));
  }

  /// The amount in dollars without trailing zeros: `0.05271`, `2`, `0`.
  public BigDecimal usd() {
    BigDecimal stripped = BigDecimal.valueOf(nanos, SCALE).stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /// Both together.
  ///
  /// @throws ArithmeticException when the sum is out of range
  public Money plus(Money other) {
    return new Money(Math.addExact(nanos, other.nanos));
  }

  /// Both together; a sum beyond the range of money stays at its end.
  public Money plusInRange(Money other) {
    long sum = nanos + other.nanos;
    boolean over = ((nanos ^ sum) & (other.nanos ^ sum)) < 0;
    return new Money(over ? (nanos < 0 ? -Long.MAX_VALUE : Long.MAX_VALUE) : sum);
  }

  /// As much less than nothing as this is more.
  public Money negated() {
    return new Money(nanos == Long.MIN_VALUE ? Long.MAX_VALUE : -nanos);
  }

  /// This without the other.
  ///
  /// @throws ArithmeticException when the difference is out of range
  public Money minus(Money other) {
    return new Money(Math.subtractExact(nanos, other.nanos));
  }

  /// This so many times.
  ///
  /// @throws ArithmeticException when the product is out of range
  public Money times(long factor) {
    return new Money(Math.multiplyExact(nanos, factor));
  }

  /// What `quantity` units cost when `per` units cost this much, halves of a nano-dollar rounded
  /// up.
  ///
  /// @throws ArithmeticException when the result is out of range
  public Money of(long quantity, long per) {
    BigDecimal exact = BigDecimal.valueOf(nanos).multiply(BigDecimal.valueOf(quantity));
    return new Money(
        exact.divide(BigDecimal.valueOf(per), 0, RoundingMode.HALF_UP).longValueExact());
  }

  /// The amount with a dollar sign, commas, and at least two decimals: `$1,234.50`, `$0.05271`.
  public String inFull() {
    BigDecimal usd = usd();
    String digits = usd.abs().setScale(Math.max(2, usd.scale())).toPlainString();
    int point = digits.indexOf('.');
    StringBuilder grouped = new StringBuilder(digits);
    for (int comma = point - 3; comma > 0; comma -= 3) {
      grouped.insert(comma, ',');
    }
    return grouped.insert(0, usd.signum() < 0 ? "-$" : "$").toString();
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(nanos, other.nanos);
  }

  /// The amount with a dollar sign and all its decimals: `$0.05271`.
  @Override
  public String toString() {
    BigDecimal usd = usd();
    return usd.signum() < 0 ? "-$" + usd.negate().toPlainString() : "$" + usd.toPlainString();
  }
}
