package dev.easel.app.tui.command;

import dev.easel.domain.cost.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// By how many hundredths an amount differs from another.
final class Percentage {

  private Percentage() {}

  /// Such as `+12.5 %`, to a tenth; `before` is not zero.
  static String of(Money before, Money after) {
    BigDecimal share =
        BigDecimal.valueOf(after.nanos())
            .subtract(BigDecimal.valueOf(before.nanos()))
            .movePointRight(2)
            .divide(BigDecimal.valueOf(before.nanos()), 1, RoundingMode.HALF_UP);
    return (share.signum() > 0 ? "+" : "") + share.toPlainString() + " %";
  }
}
