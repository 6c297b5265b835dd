package dev.easel.app.tui.command;

import dev.easel.app.tui.text.Figures;
import dev.easel.app.tui.text.Palette;
import dev.easel.config.Settings;
import dev.easel.domain.cost.Budget;
import dev.easel.domain.cost.Estimate;
import dev.easel.domain.cost.Money;
import dev.easel.domain.cost.Spending;
import dev.easel.domain.cost.Standing;
import dev.easel.domain.image.Fields;
import dev.easel.domain.ledger.BudgetFields;
import dev.easel.domain.ledger.Facts;
import dev.easel.domain.ledger.LogUnavailable;
import dev.easel.domain.usecase.ReportBudget;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What an estimated request would leave of the budgets. An estimate makes no log, and does without
/// one that cannot be read.
final class EstimatedBudget {

  private final Session session;
  private final Estimate estimate;

  EstimatedBudget(Session session, Estimate estimate) {
    this.session = session;
    this.estimate = estimate;
  }

  /// For documents.
  List<Fields> fields() {
    return BudgetFields.of(standings(), estimate);
  }

  /// For people.
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Standing standing : standings()) {
      String label = lines.isEmpty() ? "left" : "";
      lines.add(DeliveryReport.label(label, session.palette()) + words(standing));
    }
    return lines;
  }

  private String words(Standing standing) {
    Palette palette = session.palette();
    String cap = standing.limit().name() + " of " + Figures.money(standing.limit().cap());
    Optional<Money> high = estimate.high();
    if (high.isEmpty()) {
      return "%s of %s now".formatted(Figures.money(standing.left()), cap);
    }
    return standing.admits(high.get())
        ? "%s of %s afterwards".formatted(Figures.money(standing.after(estimate).left()), cap)
        : palette.bad(
            "only %s of %s, which refuses it".formatted(Figures.money(standing.left()), cap));
  }

  private List<Standing> standings() {
    Settings settings = session.settings();
    Budget budget = settings.budget();
    if (budget.unlimited()) {
      return List.of();
    }
    if (!session.wiring().logExists(settings.log())) {
      LocalDate today = LocalDate.ofInstant(session.time().now(), ZoneOffset.UTC);
      return Facts.NONE.limits(budget, null, today, ZoneOffset.UTC).standings(Spending.NONE);
    }
    try {
      return new ReportBudget(session.log(), budget, session.time()).standings(null);
    } catch (LogUnavailable unavailable) {
      session.remark("what is left of the budgets is not known: " + unavailable.getMessage());
      return List.of();
    }
  }
}
