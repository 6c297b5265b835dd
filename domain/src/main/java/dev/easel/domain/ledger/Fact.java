package dev.easel.domain.ledger;

import dev.easel.domain.cost.BudgetPeriod;
import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Nullable;
import java.time.Instant;

/// What the user declares once and every process on the log goes by from then on.
public sealed interface Fact {

  /// When it was declared.
  Instant at();

  /// More may be spent in the day or month in which this was declared; afterwards the base holds
  /// again.
  ///
  /// @param caller whose daily budget it is, null for that of all together
  /// @param amount above zero
  record Raise(Instant at, BudgetPeriod period, @Nullable String caller, Money amount)
      implements Fact {
    /// Checks the amount.
    ///
    /// @throws IllegalArgumentException when it is not above zero, or a caller's month is meant
    public Raise {
      if (amount.compareTo(Money.ZERO) <= 0) {
        throw new IllegalArgumentException("a budget is raised by more than zero");
      }
      if (caller != null && period != BudgetPeriod.DAY) {
        throw new IllegalArgumentException("a caller has a daily budget only");
      }
    }
  }

  /// Somebody who may make requests under a name.
  ///
  /// @param name as [Caller#name] gives it
  /// @param tokenHash SHA-256 of the token, as hexadecimal digits
  /// @param daily the most that its requests may cost in a day; null for no limit of its own
  record CallerAdded(Instant at, String name, String tokenHash, @Nullable Money daily)
      implements Fact {}

  /// A caller has another token; the old one is of no use any more.
  record CallerRenewed(Instant at, String name, String tokenHash) implements Fact {}

  /// There is no such caller any more. What it asked for stays in the log and counts.
  record CallerRemoved(Instant at, String name) implements Fact {}
}
