package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.chart.Amount;
import dev.easel.app.tui.chart.Bars;
import dev.easel.app.tui.chart.Columns;
import dev.easel.app.tui.chart.CostSeries;
import dev.easel.app.tui.chart.Drawing;
import dev.easel.app.tui.chart.Latencies;
import dev.easel.app.tui.chart.Legend;
import dev.easel.app.tui.chart.Measure;
import dev.easel.app.tui.chart.Percentiles;
import dev.easel.app.tui.dashboard.state.Books;
import dev.easel.app.tui.dashboard.state.Chart;
import dev.easel.app.tui.dashboard.state.Range;
import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.text.Cells;
import dev.easel.domain.ledger.Statistics;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/// Draws one of the charts, and below it the figures behind it where there is room.
final class StatsCharts {

  private static final int ROWS_WITH_TABLE = 14;
  private static final int FEWEST_ROWS = 7;
  private static final int HEAD_AND_FOOT = 2;

  private final Scene scene;
  private final Books.Sheet sheet;
  private final Statistics statistics;
  private final CostSeries series;

  StatsCharts(Scene scene, Books.Sheet sheet) {
    this.scene = scene;
    this.sheet = sheet;
    this.statistics = sheet.ranged();
    this.series = CostSeries.of(statistics);
  }

  /// Draws a chart within a border.
  void draw(Canvas canvas, Chart chart, boolean active) {
    Drawing drawing = drawing(chart);
    String range = sheet.range().word();
    if (nothing(chart)) {
      nothing(Tile.draw(canvas, chart.title(), List.of(range), active), chart);
    } else {
      draw(Tile.draw(canvas, chart.title(), range, drawing, active), chart, drawing);
    }
  }

  private void nothing(Canvas within, Chart chart) {
    boolean all = sheet.range() == Range.ALL;
    String range = all ? "" : " in the last " + sheet.range().word() + "; t looks further back";
    String sentence = words(chart) + range;
    Canvas middle = within.part(within.area().centred(Cells.width(sentence), 1));
    middle.text(0, 0, Cells.shortened(sentence, middle.columns()), Role.MUTED);
  }

  private void draw(Canvas within, Chart chart, Drawing drawing) {
    boolean withTable = within.rows() >= ROWS_WITH_TABLE;
    int rows = withTable ? rows(chart, within.rows()) : within.rows();
    chart(within.part(within.area().top(rows)), chart, drawing);
    if (withTable) {
      table(within.part(within.area().below(rows + 1)), chart);
    }
  }

  private boolean nothing(Chart chart) {
    return switch (chart) {
      case DAYS, MODELS -> statistics.models().isEmpty();
      case SHAPES -> statistics.shapes().isEmpty();
      case LATENCY -> statistics.histogram().isEmpty();
      case FAILURES -> statistics.codes().isEmpty();
    };
  }

  private static String words(Chart chart) {
    return switch (chart) {
      case DAYS, MODELS -> "no request";
      case SHAPES -> "no request has ended";
      case LATENCY -> "no request has brought a picture";
      case FAILURES -> "nothing failed";
    };
  }

  // A chart takes no more rows than it needs, and about half where it could take them all.
  private int rows(Chart chart, int rows) {
    int half = Math.max(FEWEST_ROWS, rows * 55 / 100);
    return switch (chart) {
      case DAYS -> half;
      case MODELS -> Math.min(half, statistics.models().size() + HEAD_AND_FOOT);
      case SHAPES -> Math.min(half, statistics.shapes().size() + HEAD_AND_FOOT);
      case LATENCY -> Math.min(half, new Latencies(statistics.histogram(), scene.pen()).rows());
      case FAILURES -> Math.min(half, statistics.codes().size() + HEAD_AND_FOOT);
    };
  }

  private void chart(Canvas canvas, Chart chart, Drawing drawing) {
    if (chart != Chart.DAYS) {
      drawing.draw(canvas);
      return;
    }
    Legend legend = new Legend(Measure.DOLLARS, series.legend(), scene.pen());
    int rows = legend.rows(canvas.columns());
    int kept = canvas.rows() - rows >= FEWEST_ROWS ? rows : 0;
    drawing.draw(canvas.part(canvas.area().above(kept)));
    legend.draw(canvas.part(canvas.area().bottom(kept)));
  }

  private void table(Canvas canvas, Chart chart) {
    if (chart == Chart.LATENCY) {
      Percentiles.of(statistics, scene.pen()).draw(canvas);
    } else {
      new StatsTables(statistics).of(chart).draw(canvas);
    }
  }

  private Drawing drawing(Chart chart) {
    return switch (chart) {
      case DAYS ->
          new Columns(Measure.DOLLARS, days(), statistics.totals().requests(), scene.pen());
      case MODELS -> new Bars("model", Measure.DOLLARS, series.bars(), scene.pen());
      case SHAPES -> new Bars("size and quality", Measure.DOLLARS, shapes(), scene.pen());
      case LATENCY -> new Latencies(statistics.histogram(), scene.pen());
      case FAILURES -> new Bars("failure", Measure.REQUESTS, failures(), scene.pen());
    };
  }

  private List<Columns.Day> days() {
    return series.days(statistics, first(), scene.today());
  }

  private LocalDate first() {
    return switch (sheet.range()) {
      case HOUR -> ago(Duration.ofHours(1));
      case DAY -> ago(Duration.ofDays(1));
      case WEEK -> ago(Duration.ofDays(7));
      case MONTH -> ago(Duration.ofDays(30));
      case ALL -> statistics.days().isEmpty() ? scene.today() : statistics.days().getFirst().day();
    };
  }

  private LocalDate ago(Duration duration) {
    return LocalDate.ofInstant(scene.now().minus(duration), scene.zone());
  }

  private List<Bars.Bar> shapes() {
    Shapes shapes = new Shapes(statistics);
    return statistics.shapes().stream()
        .sorted(Comparator.comparing(Statistics.ShapeLine::cost).reversed())
        .map(line ->
            new Bars.Bar(
                shapes.name(line), line.requests(), shapes.cost(line), series.number(line.model())))
        .toList();
  }

  private List<Bars.Bar> failures() {
    return statistics.codes().stream()
        .map(line -> new Bars.Bar(line.code(), line.requests(), Amount.of(line.requests()), 0))
        .toList();
  }
}
