package dev.easel.domain.cost;

import dev.easel.domain.image.Nullable;
import java.util.Map;

/// What is committed on a day and in its month.
///
/// @param day by all together
/// @param month by all together
/// @param callers on the day, by each named caller that has asked for something
public record Spending(Committed day, Committed month, Map<String, Committed> callers) {

  /// Nothing.
  public static final Spending NONE = new Spending(Committed.NONE, Committed.NONE, Map.of());

  /// Copies the map.
  public Spending {
    callers = Map.copyOf(callers);
  }

  /// What counts for a budget.
  ///
  /// @param caller whose, null for that of all together; a caller has one for the day only
  public Committed of(BudgetPeriod period, @Nullable String caller) {
    if (caller != null) {
      return callers.getOrDefault(caller, Committed.NONE);
    }
    return switch (period) {
      case DAY -> day;
      case MONTH -> month;
    };
  }
}
