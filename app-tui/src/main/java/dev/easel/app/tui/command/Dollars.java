package dev.easel.app.tui.command;

import dev.easel.app.tui.text.TypedDollars;
import dev.easel.domain.cost.Money;

/// Amounts that a command takes.
final class Dollars {

  private Dollars() {}

  /// The amount.
  ///
  /// @param name of what takes it, for the sentence when it is none
  /// @throws CommandFailure when it is no amount of dollars above zero
  static Money positive(String name, String text) {
    return atLeast(new Money(1), name, text, "dollars above zero");
  }

  /// The amount.
  ///
  /// @param name of what takes it, for the sentence when it is none
  /// @throws CommandFailure when it is no amount of dollars
  static Money notNegative(String name, String text) {
    return atLeast(Money.ZERO, name, text, "dollars");
  }

  private static Money atLeast(Money least, String name, String text, String what) {
    return TypedDollars.of(text, least)
        .orElseThrow(() ->
            CommandFailure.wrong("%s takes %s such as 0.04, not '%s'".formatted(name, what, text)));
  }
}
