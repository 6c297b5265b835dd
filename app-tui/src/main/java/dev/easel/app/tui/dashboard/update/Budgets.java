package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.dashboard.state.Books;
import dev.easel.app.tui.dashboard.state.Event;
import dev.easel.app.tui.dashboard.state.Field;
import dev.easel.app.tui.dashboard.state.Layer;
import dev.easel.app.tui.dashboard.state.Message;
import dev.easel.app.tui.dashboard.state.Scope;
import dev.easel.app.tui.dashboard.state.State;
import dev.easel.app.tui.text.Figures;
import dev.easel.app.tui.text.VisibleText;
import dev.easel.domain.cost.BudgetPeriod;
import dev.easel.domain.cost.BudgetReport;
import dev.easel.domain.cost.Limit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The sheet of budgets.
final class Budgets {

  private static final Set<Scope> HERE = Set.of(Scope.BUDGETS);

  private Budgets() {}

  /// The keys of the sheet, and the one that opens it.
  static List<Binding> bindings() {
    return List.of(
        Binding.of(
                "budgets",
                "!",
                "!",
                "how the budgets stand",
                Group.FIND,
                Scopes.TABS,
                Budgets::open)
            .hinted("budgets"),
        Binding.of(
                "raise-day",
                "d",
                "d",
                "raise today's budget",
                Group.ACT,
                HERE,
                state -> raise(state, BudgetPeriod.DAY))
            .unless(state -> missing(state, BudgetPeriod.DAY))
            .hinted("raise today's"),
        Binding.of(
                "raise-month",
                "m",
                "m",
                "raise this month's budget",
                Group.ACT,
                HERE,
                state -> raise(state, BudgetPeriod.MONTH))
            .unless(state -> missing(state, BudgetPeriod.MONTH))
            .hinted("raise the month's"),
        Binding.of("raise", ":", ":", "raise a caller's budget", Group.ACT, HERE, Budgets::raise),
        Binding.of("close-budgets", "!", "!", "close", Group.APP, HERE, Leaving::back));
  }

  private static Step open(State state) {
    return Step.to(state.under(new Layer.BudgetSheet(0)));
  }

  private static Step raise(State state, BudgetPeriod period) {
    return typing(state, period == BudgetPeriod.DAY ? "raise day " : "raise month ");
  }

  private static Step raise(State state) {
    return typing(state, "raise ");
  }

  private static Step typing(State state, String text) {
    Field field = Field.of(text);
    return Step.to(state.under(new Layer.Line(Layer.Line.Purpose.COMMAND, field, "", null)));
  }

  private static Optional<String> missing(State state, BudgetPeriod period) {
    Books.Sheet sheet = state.books().sheet();
    if (sheet == null) {
      return Optional.of("the log is still being read");
    }
    BudgetReport report = sheet.budget();
    Optional<Limit> limit =
        Optional.ofNullable(period == BudgetPeriod.DAY ? report.day() : report.month())
            .map(BudgetReport.Line::limit);
    return limit.isPresent()
        ? Optional.empty()
        : Optional.of("there is no " + period.adjective() + " budget");
  }

  /// Tells that a budget was raised, and reads how it stands now.
  static Step raised(State state, Event.Raised raised) {
    String whose = raised.caller() == null ? "" : " of " + VisibleText.line(raised.caller());
    String sentence =
        "the %s budget%s is %s higher until it ends"
            .formatted(raised.period().adjective(), whose, Figures.money(raised.amount()));
    return Reading.books(state.saying(Message.Severity.SUCCESS, sentence));
  }
}
