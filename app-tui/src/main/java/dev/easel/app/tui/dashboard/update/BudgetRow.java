package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.screen.Role;
import dev.easel.domain.cost.BudgetReport;
import dev.easel.domain.cost.Committed;
import dev.easel.domain.cost.Forecast;
import dev.easel.domain.cost.Limit;
import dev.easel.domain.cost.Standing;

/// A row of the sheet of budgets.
public sealed interface BudgetRow {

  /// That there is no limit.
  record Unlimited(BudgetReport.Line line) implements BudgetRow {}

  /// How full a budget is.
  record Full(BudgetReport.Line line, Standing standing) implements BudgetRow {}

  /// What is left of it.
  record Left(BudgetReport.Line line, Standing standing) implements BudgetRow {}

  /// What is committed, by kind.
  record Parts(Committed committed) implements BudgetRow {}

  /// By how much it is raised.
  record Raised(Limit limit) implements BudgetRow {}

  /// What the colours of a full budget mean.
  record Legend() implements BudgetRow {}

  /// Where the month is heading.
  record Outlook(BudgetReport report, Forecast forecast) implements BudgetRow {}

  /// Words, or none for a gap.
  record Words(String text, Role role) implements BudgetRow {}
}
