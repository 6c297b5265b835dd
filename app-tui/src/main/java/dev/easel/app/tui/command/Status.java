package dev.easel.app.tui.command;

import dev.easel.app.tui.chart.Measure;
import dev.easel.app.tui.text.Cells;
import dev.easel.app.tui.text.Figures;
import dev.easel.app.tui.text.Palette;
import dev.easel.domain.cost.BudgetReport;
import dev.easel.domain.cost.Money;
import dev.easel.domain.cost.Standing;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.EntryFields;
import dev.easel.domain.ledger.Statistics;
import java.util.ArrayList;
import java.util.List;

/// What somebody wants to know at a glance.
///
/// @param unknown how many requests may have been charged, nobody knows
/// @param atRisk what these and running ones may cost besides, as far as known
record Status(Spent today, Spent month, long running, long unknown, Money atRisk) {

  /// Before there is a log.
  static final Status NOTHING =
      new Status(
          new Spent(Money.ZERO, null, null), new Spent(Money.ZERO, null, null), 0, 0, Money.ZERO);

  private static final int LABEL_CELLS = 12;

  /// What was spent in a period.
  ///
  /// @param cap of the budget, null when there is none
  /// @param percent of it that is committed, running and unknown requests included
  record Spent(Money money, @Nullable Money cap, @Nullable Long percent) {

    private static Spent of(BudgetReport.@Nullable Line line) {
      if (line == null) {
        return NOTHING.today;
      }
      Standing standing = line.standing().orElse(null);
      return standing == null
          ? new Spent(line.committed().settled(), null, null)
          : new Spent(line.committed().settled(), standing.limit().cap(), standing.percent());
    }

    private String line(String period) {
      return percent == null ? Status.dollars(money) + " " + period : percent + "% of " + period;
    }

    private String words() {
      return Status.dollars(money)
          + (cap == null ? "" : " of " + Status.dollars(cap) + " (" + percent + "% committed)");
    }
  }

  static Status of(BudgetReport budget, Statistics.Totals totals) {
    return new Status(
        Spent.of(budget.day()),
        Spent.of(budget.month()),
        totals.running(),
        totals.unknown(),
        totals.atRisk());
  }

  private static String dollars(Money money) {
    return Measure.DOLLARS.figure(money.nanos(), 2);
  }

  /// One line without colours.
  String line() {
    List<String> parts = new ArrayList<>();
    parts.add(dollars(today.money) + " today");
    if (today.percent != null) {
      parts.add(today.line("day"));
    }
    parts.add(month.line("month"));
    if (running > 0) {
      parts.add(running + " running");
    }
    if (unknown > 0) {
      parts.add(unknown + " at risk");
    }
    return String.join(" · ", parts);
  }

  /// A line for each.
  List<String> lines(Palette palette) {
    String risk = unknown == 0 ? "nothing" : Figures.counted(unknown, "request", "requests");
    return List.of(
        label("today", palette) + today.words(),
        label("this month", palette) + month.words(),
        label("running", palette) + Figures.count(running),
        label("at risk", palette)
            + (unknown == 0 ? risk : palette.warning(risk) + " (easel log state:unknown)"));
  }

  private static String label(String word, Palette palette) {
    return palette.faint(Cells.padded(word, LABEL_CELLS));
  }

  /// The same for programs.
  Fields fields() {
    return Fields.NONE
        .with("today_usd", today.money.usd())
        .with("day_cap_usd", EntryFields.usd(today.cap))
        .with("day_percent", today.percent)
        .with("month_usd", month.money.usd())
        .with("month_cap_usd", EntryFields.usd(month.cap))
        .with("month_percent", month.percent)
        .with("running", running)
        .with("unknown", unknown)
        .with("at_risk_usd", atRisk.usd())
        .with("line", line());
  }
}
