package dev.easel.app.tui.command;

import dev.easel.app.tui.text.Figures;
import dev.easel.domain.cost.BudgetPeriod;
import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Fact;
import dev.easel.domain.usecase.RaiseBudget;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `easel budget raise`.
@Command(
    name = "raise",
    header = "Let more be spent today, or this month, than is configured.",
    sortOptions = false,
    preprocessor = MinusWords.class,
    footer = {
      "",
      "Every process on the log goes by it at once. Tomorrow, or next month, the base holds again.",
      "",
      "Examples:",
      "  easel budget raise 5",
      "  easel budget raise 20 --month",
      "  easel budget raise 2.50 --caller anna",
    })
final class BudgetRaiseCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "USD", description = "By how many dollars.")
  private String usd = "";

  @Option(names = "--month", description = "This month's budget; today's unless said.")
  private boolean month;

  @Option(
      names = "--caller",
      paramLabel = "NAME",
      description = "The caller's own budget; that of all together unless said.")
  private @Nullable String caller;

  BudgetRaiseCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Money amount = Dollars.positive("easel budget raise", MinusWords.typed(usd));
    String name = caller == null ? null : caller.toLowerCase(Locale.ROOT);
    if (session.sandboxed() && name == null) {
      throw CommandFailure.wrong("the sandbox spends nothing, and has no budgets of all together");
    }
    BudgetPeriod period = month ? BudgetPeriod.MONTH : BudgetPeriod.DAY;
    RaiseBudget raising =
        new RaiseBudget(session.log(), session.settings().budget(), session.time());
    switch (raising.raise(period, name, amount)) {
      case RaiseBudget.Raising.Raised(Fact.Raise raise, boolean here) -> tell(raise, here);
      case RaiseBudget.Raising.Refused(String reason) ->
          throw CommandFailure.of(ExitCode.WRONG, "not_raised", reason);
    }
    return ExitCode.DONE;
  }

  private void tell(Fact.Raise raise, boolean here) {
    if (!session.json()) {
      String whose = raise.caller() == null ? "" : " of " + raise.caller();
      session.print(
          "the %s budget%s is raised by %s until the end of the %s"
              .formatted(
                  raise.period().adjective(),
                  whose,
                  Figures.money(raise.amount()),
                  raise.period().word()));
      session.print("");
    }
    if (!here) {
      session.remark(
          "no %s budget is configured here (budget.%1$s-usd); it is raised for every process on this"
                  .formatted(raise.period().adjective())
              + " log that has one");
    }
    BudgetCommand.print(session);
  }
}
