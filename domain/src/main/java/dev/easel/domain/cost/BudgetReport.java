package dev.easel.domain.cost;

import dev.easel.domain.image.Nullable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// How all budgets stand at a moment, and where the month is heading.
///
/// @param day today of all together; null when one caller asks
/// @param month this month of all together; null when one caller asks
/// @param callers those that have a daily budget; or the one that asks
/// @param forecast null when one caller asks
public record BudgetReport(
    Instant at,
    ZoneId zone,
    @Nullable Line day,
    @Nullable Line month,
    List<Line> callers,
    @Nullable Forecast forecast) {

  /// Copies the list.
  public BudgetReport {
    callers = List.copyOf(callers);
  }

  /// What is committed in a period, and the budget if there is one.
  ///
  /// @param caller whose, null for all together
  /// @param limit null when there is none
  /// @param resets when the next period begins
  public record Line(
      BudgetPeriod period,
      @Nullable String caller,
      @Nullable Limit limit,
      Committed committed,
      Instant resets) {

    /// How the budget stands, if there is one.
    public Optional<Standing> standing() {
      return Optional.ofNullable(limit).map(there -> new Standing(there, committed));
    }
  }

  /// Whether the month will stay within its budget; empty when it has none, or none is foreseen.
  public Optional<Boolean> withinMonthly() {
    return Optional.ofNullable(month)
        .map(Line::limit)
        .flatMap(limit ->
            Optional.ofNullable(forecast)
                .map(foreseen -> foreseen.monthEnd().compareTo(limit.cap()) <= 0));
  }
}
