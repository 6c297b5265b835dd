package dev.easel.app.tui.command;

import dev.easel.domain.cost.BudgetReport;
import dev.easel.domain.ledger.BudgetFields;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `easel budget`.
@Command(
    name = "budget",
    header = "Say what is committed, what is left, and where the month is heading.",
    sortOptions = false,
    footer = {
      "",
      "The budgets are budget.daily-usd and budget.monthly-usd; callers have budgets of their own.",
      "",
      "Examples:",
      "  easel budget",
      "  easel budget raise 5              for the rest of today",
      "  easel budget raise 20 --month     for the rest of this month",
    })
final class BudgetCommand implements Callable<Integer>, Commands.Parent {

  private final Session session;

  BudgetCommand(Session session) {
    this.session = session;
  }

  @Override
  public List<Object> below() {
    return List.of(new BudgetRaiseCommand(session));
  }

  @Override
  public Integer call() {
    if (session.sandboxed()) {
      session.notices();
    }
    print(session);
    return ExitCode.DONE;
  }

  /// Prints how the budgets stand.
  static void print(Session session) {
    BudgetReport report = session.budgets().report(null);
    if (session.json()) {
      session.print(BudgetFields.of(report));
    } else {
      session.print(new BudgetTable(session.palette(), report).lines());
    }
  }
}
