package dev.easel.app.tui.command;

import dev.easel.app.tui.text.Cells;
import dev.easel.app.tui.text.Figures;
import dev.easel.app.tui.text.Palette;
import dev.easel.app.tui.text.Table;
import dev.easel.app.tui.text.VisibleText;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Statistics;
import java.util.ArrayList;
import java.util.List;

/// Statistics for people.
final class StatisticsReport {

  private static final int MOST_DAYS = 14;
  private static final int MOST_LINES = 20;
  private static final int LONGEST_NAME = 40;

  private final Palette palette;
  private final Statistics statistics;

  StatisticsReport(Palette palette, Statistics statistics) {
    this.palette = palette;
    this.statistics = statistics;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>(summary());
    lines.addAll(section("by model", models()));
    lines.addAll(section("by day", days()));
    lines.addAll(section("by caller", callers()));
    lines.addAll(section("by failure", codes()));
    return lines;
  }

  private List<String> summary() {
    Statistics.Totals totals = statistics.totals();
    List<String> lines = new ArrayList<>();
    lines.add(
        label("requests")
            + palette.strong(Figures.count(totals.requests()))
            + palette.faint("  " + outcomes(totals)));
    lines.add(label("cost") + palette.strong(Figures.money(totals.cost())) + unpriced(totals));
    if (totals.atRisk().nanos() != 0) {
      String risk = "up to " + Figures.money(totals.atRisk());
      lines.add(
          label("at risk")
              + palette.warning(risk)
              + palette.faint("  running, unknown or of unknown cost"));
    }
    lines.add(label("took") + latencies(statistics.latency()));
    if (!statistics.coverage().complete()) {
      lines.add(
          palette.warning(
              "counted over the newest "
                  + Figures.count(statistics.coverage().scanned())
                  + " entries only; a narrower query counts all"));
    }
    return lines;
  }

  private static String outcomes(Statistics.Totals totals) {
    String ended =
        Figures.count(totals.successful())
            + " successful, "
            + Figures.count(totals.failed())
            + " failed, "
            + Figures.count(totals.unknown())
            + " unknown";
    return totals.running() == 0
        ? ended
        : ended + ", and " + Figures.count(totals.running()) + " running";
  }

  private String unpriced(Statistics.Totals totals) {
    if (totals.unpriced() == 0) {
      return "";
    }
    long all = totals.requests() + totals.running();
    boolean one = totals.unpriced() == 1;
    return palette.warning(
        "  %s of %s %s no known cost"
            .formatted(
                Figures.count(totals.unpriced()),
                Figures.counted(all, "entry", "entries"),
                one ? "has" : "have"));
  }

  private static String latencies(Statistics.Latency latency) {
    if (latency.average() == null) {
      return "–";
    }
    return "average %s over all; of those settled half within %s, 90 %% within %s, 99 %% within %s"
        .formatted(
            duration(latency.average()),
            duration(latency.p50()),
            duration(latency.p90()),
            duration(latency.p99()));
  }

  private static String duration(@Nullable Long micros) {
    return micros == null ? "–" : Figures.micros(micros);
  }

  private Table models() {
    Table table = table("model", ">usually");
    for (Statistics.ModelLine line : first(statistics.models())) {
      List<Table.Cell> row = new ArrayList<>(List.of(name(line.model())));
      row.addAll(cells(line.totals()));
      row.add(Table.Cell.of(duration(line.latency().p50())));
      table.add(row);
    }
    return table;
  }

  private Table days() {
    Table table = table("day");
    int skipped = Math.max(0, statistics.days().size() - MOST_DAYS);
    for (Statistics.DayLine line : statistics.days().subList(skipped, statistics.days().size())) {
      List<Table.Cell> row = new ArrayList<>(List.of(Table.Cell.of(line.day().toString())));
      row.addAll(cells(line.totals()));
      table.add(row);
    }
    return table;
  }

  private Table callers() {
    Table table = table("caller");
    boolean named = statistics.callers().stream().anyMatch(line -> !line.caller().isEmpty());
    for (Statistics.CallerLine line :
        named ? first(statistics.callers()) : List.<Statistics.CallerLine>of()) {
      List<Table.Cell> row =
          new ArrayList<>(List.of(name(line.caller().isEmpty() ? "(you)" : line.caller())));
      row.addAll(cells(line.totals()));
      table.add(row);
    }
    return table;
  }

  private Table codes() {
    Table table = new Table(List.of("failure", ">requests"));
    first(statistics.codes())
        .forEach(line ->
            table.add(List.of(name(line.code()), Table.Cell.of(Figures.count(line.requests())))));
    return table;
  }

  private static <T> List<T> first(List<T> lines) {
    return lines.subList(0, Math.min(MOST_LINES, lines.size()));
  }

  private static Table table(String subject, String... more) {
    List<String> heads =
        new ArrayList<>(
            List.of(
                subject, ">requests", ">successful", ">failed", ">unknown", ">cost", ">at risk"));
    heads.addAll(List.of(more));
    return new Table(heads);
  }

  private static List<Table.Cell> cells(Statistics.Totals totals) {
    return List.of(
        Table.Cell.of(Figures.count(totals.requests())),
        Table.Cell.of(Figures.count(totals.successful())),
        Table.Cell.of(Figures.count(totals.failed())),
        Table.Cell.of(Figures.count(totals.unknown())),
        Table.Cell.of(Figures.money(totals.cost())),
        Table.Cell.of(totals.atRisk().nanos() == 0 ? "–" : Figures.money(totals.atRisk())));
  }

  private static Table.Cell name(String text) {
    return Table.Cell.of(Cells.shortened(VisibleText.line(text), LONGEST_NAME));
  }

  private List<String> section(String title, Table table) {
    List<String> lines = new ArrayList<>();
    if (!table.isEmpty()) {
      lines.add("");
      lines.add(palette.strong(title));
      lines.addAll(table.lines(palette));
    }
    return lines;
  }

  private String label(String word) {
    return DeliveryReport.label(word, palette);
  }
}
