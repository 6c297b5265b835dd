package dev.easel.domain.cost;

import dev.easel.domain.image.Nullable;

/// A budget in force.
///
/// @param caller whose, null for that of all together
/// @param base what is configured, or was given to the caller
/// @param raised by how much it is raised for this period
public record Limit(BudgetPeriod period, @Nullable String caller, Money base, Money raised) {

  /// The most that may be committed.
  public Money cap() {
    return base.plusInRange(raised);
  }

  /// What it is called in a sentence: `the daily budget`, `the daily budget of anna`.
  public String name() {
    String name = "the " + period.adjective() + " budget";
    return caller == null ? name : name + " of " + caller;
  }

  /// Whether `asker`, null for the user, may know how it stands: that of all together tells what
  /// others spend.
  boolean openTo(@Nullable String asker) {
    return asker == null || asker.equals(caller);
  }

  /// The command that raises it.
  String raising(Money amount) {
    String command = "easel budget raise " + amount.usd().toPlainString();
    if (caller != null) {
      return command + " --caller " + caller;
    }
    return switch (period) {
      case DAY -> command;
      case MONTH -> command + " --month";
    };
  }
}
