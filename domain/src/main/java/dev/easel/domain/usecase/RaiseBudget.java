package dev.easel.domain.usecase;

import dev.easel.domain.cost.Budget;
import dev.easel.domain.cost.BudgetPeriod;
import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Fact;
import dev.easel.domain.ledger.GenerationLog;
import java.time.temporal.ChronoUnit;

/// Lets more be spent today or this month than is configured, in every process on the log.
public final class RaiseBudget {

  private final GenerationLog log;
  private final Budget budget;
  private final Time time;

  /// Puts the use case together.
  ///
  /// @param budget what is configured
  public RaiseBudget(GenerationLog log, Budget budget, Time time) {
    this.log = log;
    this.budget = budget;
    this.time = time;
  }

  /// What came of it.
  public sealed interface Raising {
    /// It is raised from now to the end of the day or month.
    ///
    /// @param here whether this process has such a budget itself; else it is raised for those that
    ///   do, such as a server with a configuration of its own
    record Raised(Fact.Raise raise, boolean here) implements Raising {}

    /// It is not.
    ///
    /// @param reason one sentence
    record Refused(String reason) implements Raising {}
  }

  /// Raises a budget.
  ///
  /// @param caller whose, null for that of all together
  public Raising raise(BudgetPeriod period, @Nullable String caller, Money amount) {
    try {
      Fact.Raise raise =
          new Fact.Raise(time.now().truncatedTo(ChronoUnit.MILLIS), period, caller, amount);
      log.declare(raise);
      return new Raising.Raised(raise, caller != null || budget.base(period).isPresent());
    } catch (IllegalArgumentException | IllegalStateException refused) {
      return new Raising.Refused(String.valueOf(refused.getMessage()));
    }
  }
}
