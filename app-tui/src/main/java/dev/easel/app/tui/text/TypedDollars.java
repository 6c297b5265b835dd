package dev.easel.app.tui.text;

import dev.easel.domain.cost.Money;
import java.util.Optional;

/// Understands amounts that a user types: `5`, `2.50`, `$0.04`.
public final class TypedDollars {

  private TypedDollars() {}

  /// The amount, if it is one of dollars and at least `least`.
  public static Optional<Money> of(String text, Money least) {
    try {
      Money amount = Money.ofUsd(text.startsWith("$") ? text.substring(1) : text);
      return Optional.of(amount).filter(typed -> typed.compareTo(least) >= 0);
    } catch (ArithmeticException | NumberFormatException _) {
      return Optional.empty();
    }
  }
}
