package dev.easel.app.tui.command;

import dev.easel.app.tui.text.Cells;
import dev.easel.app.tui.text.Figures;
import dev.easel.app.tui.text.Palette;
import dev.easel.app.tui.text.Table;
import dev.easel.app.tui.text.VisibleText;
import dev.easel.domain.cost.BudgetLevel;
import dev.easel.domain.cost.BudgetPeriod;
import dev.easel.domain.cost.BudgetReport;
import dev.easel.domain.cost.Committed;
import dev.easel.domain.cost.Forecast;
import dev.easel.domain.cost.Limit;
import dev.easel.domain.cost.Money;
import dev.easel.domain.cost.Standing;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// How the budgets stand, for people.
final class BudgetTable {

  private static final int LONGEST_NAME = 40;
  private static final int BAR = 20;
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private final Palette palette;
  private final BudgetReport report;

  BudgetTable(Palette palette, BudgetReport report) {
    this.palette = palette;
    this.report = report;
  }

  List<String> lines() {
    Table table =
        new Table(
            List.of(
                "budget",
                ">cap",
                ">committed",
                ">left",
                "used",
                ">settled",
                ">running",
                ">at risk",
                "resets"));
    all().forEach(line -> table.add(row(line)));
    List<String> lines = new ArrayList<>(table.lines(palette));
    all().flatMap(line -> remarks(line).stream()).forEach(lines::add);
    Optional.ofNullable(report.forecast()).ifPresent(forecast -> lines.addAll(lines(forecast)));
    return lines;
  }

  private Stream<BudgetReport.Line> all() {
    Stream<BudgetReport.Line> together =
        Stream.of(Optional.ofNullable(report.day()), Optional.ofNullable(report.month()))
            .flatMap(Optional::stream);
    return Stream.concat(together, report.callers().stream());
  }

  private List<Table.Cell> row(BudgetReport.Line line) {
    Committed committed = line.committed();
    return List.of(
        Table.Cell.of(Cells.shortened(name(line), LONGEST_NAME)),
        Table.Cell.of(known(line, standing -> Figures.money(standing.limit().cap()), "no limit")),
        Table.Cell.of(Figures.money(committed.total())),
        Table.Cell.of(known(line, standing -> Figures.money(standing.left()), "–")),
        new Table.Cell(known(line, BudgetTable::bar, "–"), paint(line)),
        Table.Cell.of(Figures.money(committed.settled())),
        Table.Cell.of(Figures.money(committed.reserved())),
        Table.Cell.of(Figures.money(committed.atRisk())),
        Table.Cell.of(MINUTE.format(line.resets().atZone(report.zone()))));
  }

  private static String name(BudgetReport.Line line) {
    if (line.caller() != null) {
      return VisibleText.line(line.caller()) + " today";
    }
    return line.period() == BudgetPeriod.DAY ? "today" : "this month";
  }

  private static String known(
      BudgetReport.Line line, Function<Standing, String> words, String otherwise) {
    return line.standing().map(words).orElse(otherwise);
  }

  private static String bar(Standing standing) {
    int full = (int) Math.min(BAR, standing.percent() * BAR / 100);
    return "█".repeat(full)
        + "░".repeat(BAR - full)
        + " "
        + standing.percent()
        + " %"
        + word(standing);
  }

  private static String word(Standing standing) {
    return switch (standing.level()) {
      case OK -> "";
      case NEAR_80, NEAR_95 -> " near";
      case REACHED -> " reached";
    };
  }

  private UnaryOperator<String> paint(BudgetReport.Line line) {
    BudgetLevel level = line.standing().map(Standing::level).orElse(BudgetLevel.OK);
    return switch (level) {
      case OK -> UnaryOperator.identity();
      case NEAR_80, NEAR_95 -> palette::warning;
      case REACHED -> palette::bad;
    };
  }

  private List<String> remarks(BudgetReport.Line line) {
    List<String> remarks = new ArrayList<>();
    Money raised = Optional.ofNullable(line.limit()).map(Limit::raised).orElse(Money.ZERO);
    if (!raised.equals(Money.ZERO)) {
      remarks.add(name(line) + " is raised by " + Figures.money(raised));
    }
    long unpriced = line.committed().unpriced();
    if (unpriced > 0) {
      remarks.add(
          palette.warning(
              "%s: %s no known cost and %s in no sum"
                  .formatted(
                      name(line),
                      Figures.counted(unpriced, "request has", "requests have"),
                      unpriced == 1 ? "is" : "are")));
    }
    return remarks;
  }

  private List<String> lines(Forecast forecast) {
    String label = DeliveryReport.label("forecast", palette);
    String within =
        report
            .withinMonthly()
            .map(fits ->
                fits ? palette.good(", within the budget") : palette.bad(", over the budget"))
            .orElse("");
    return List.of(
        "",
        label
            + palette.strong(Figures.money(forecast.monthEnd()))
            + " by the end of the month"
            + within,
        DeliveryReport.label("", palette) + palette.faint(forecast.rule()));
  }
}
