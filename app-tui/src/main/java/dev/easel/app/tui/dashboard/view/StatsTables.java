package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.chart.Measure;
import dev.easel.app.tui.dashboard.state.Chart;
import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.text.Figures;
import dev.easel.app.tui.text.ModelWord;
import dev.easel.domain.cost.Money;
import dev.easel.domain.ledger.Statistics;
import java.util.List;

/// The figures behind the charts.
final class StatsTables {

  private final Statistics statistics;
  private final int decimals;

  StatsTables(Statistics statistics) {
    this.statistics = statistics;
    this.decimals = Measure.DOLLARS.decimals(List.of(statistics.totals().cost().nanos()));
  }

  /// That of a chart; that of latencies is drawn otherwise.
  Grid of(Chart chart) {
    return switch (chart) {
      case DAYS -> days();
      case MODELS, LATENCY -> models();
      case SHAPES -> shapes();
      case FAILURES -> failures();
    };
  }

  private Grid days() {
    Grid grid = new Grid("day", "requests", "failed", "unknown", "cost", "at risk", "unpriced");
    statistics
        .days()
        .reversed()
        .forEach(line -> grid.add(line.day().toString(), figures(line.totals())));
    return grid;
  }

  private Grid models() {
    Grid grid = new Grid("model", "requests", "failed", "unknown", "cost", "at risk", "unpriced");
    statistics
        .models()
        .forEach(line -> grid.add(ModelWord.of(line.model()), figures(line.totals())));
    return grid;
  }

  private EntryColumn.Text[] figures(Statistics.Totals totals) {
    return new EntryColumn.Text[] {
      count(totals.requests(), Role.TEXT),
      count(totals.failed(), Role.BAD),
      count(totals.unknown(), Role.WARNING),
      totals.cost().nanos() == 0 && totals.unpriced() > 0 ? unknown() : money(totals.cost()),
      totals.atRisk().nanos() == 0
          ? none()
          : new EntryColumn.Text("≤" + dollars(totals.atRisk()), Role.WARNING),
      count(totals.unpriced(), Role.WARNING)
    };
  }

  private Grid shapes() {
    Shapes shapes = new Shapes(statistics);
    Grid grid = new Grid("size and quality", "requests", "cost", "mean");
    for (Statistics.ShapeLine line : statistics.shapes()) {
      Money mean = line.cost().of(1, Math.max(1, line.requests()));
      boolean unknown = shapes.cost(line).onlyUnknown();
      grid.add(
          shapes.name(line),
          count(line.requests(), Role.TEXT),
          unknown ? unknown() : money(line.cost()),
          unknown
              ? unknown()
              : new EntryColumn.Text(Measure.DOLLARS.figure(mean.nanos(), 4), Role.TEXT));
    }
    return grid;
  }

  private Grid failures() {
    Grid grid = new Grid("model", "requests", "failed", "share", "unknown", "share");
    for (Statistics.ModelLine line : statistics.models()) {
      Statistics.Totals totals = line.totals();
      grid.add(
          ModelWord.of(line.model()),
          count(totals.requests(), Role.TEXT),
          count(totals.failed(), Role.BAD),
          share(totals.failed(), totals.requests()),
          count(totals.unknown(), Role.WARNING),
          share(totals.unknown(), totals.requests()));
    }
    return grid;
  }

  private static EntryColumn.Text share(long part, long whole) {
    return part == 0
        ? none()
        : new EntryColumn.Text(
            Math.round(1_000.0 * part / Math.max(1, whole)) / 10.0 + " %", Role.TEXT);
  }

  private static EntryColumn.Text count(long count, Role role) {
    return count == 0 ? none() : new EntryColumn.Text(Figures.count(count), role);
  }

  private static EntryColumn.Text none() {
    return new EntryColumn.Text("–", Role.MUTED);
  }

  private static EntryColumn.Text unknown() {
    return new EntryColumn.Text("?", Role.WARNING);
  }

  private EntryColumn.Text money(Money money) {
    return new EntryColumn.Text(dollars(money), Role.MONEY);
  }

  private String dollars(Money money) {
    return Measure.DOLLARS.figure(money.nanos(), decimals);
  }
}
