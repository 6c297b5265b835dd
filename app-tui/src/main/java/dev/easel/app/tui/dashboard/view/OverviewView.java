package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.chart.Bars;
import dev.easel.app.tui.chart.Columns;
import dev.easel.app.tui.chart.CostSeries;
import dev.easel.app.tui.chart.Drawing;
import dev.easel.app.tui.chart.Latencies;
import dev.easel.app.tui.chart.Measure;
import dev.easel.app.tui.chart.Percentiles;
import dev.easel.app.tui.dashboard.state.Books;
import dev.easel.app.tui.screen.Area;
import dev.easel.app.tui.screen.Canvas;
import java.util.List;

/// What was spent, what is running and for how long still, what failed: in one glance. The more
/// room there is, the more tiles.
final class OverviewView {

  private static final int DAYS = 30;
  private static final int WITH_DAYS = 110;
  private static final int WITH_HISTOGRAM = 150;

  private final Scene scene;
  private final Books.Sheet sheet;

  private OverviewView(Scene scene, Books.Sheet sheet) {
    this.scene = scene;
    this.sheet = sheet;
  }

  static void draw(Canvas canvas, Scene scene) {
    Books.Sheet sheet = scene.state().books().sheet();
    if (sheet == null || NothingView.empty(scene, sheet)) {
      NothingView.draw(canvas, scene);
    } else {
      new OverviewView(scene, sheet).tiles(canvas);
    }
  }

  /// How many rows the three rows of tiles have; none where there is no room.
  private record Heights(int money, int models, int requests) {
    static Heights of(int rows) {
      int money = rows >= 50 ? 14 : rows >= 40 ? 12 : rows >= 26 ? 9 : Math.min(7, rows);
      int models = rows >= 50 ? 13 : rows >= 40 ? 11 : rows >= 26 ? 8 : rows >= 18 ? 6 : 0;
      return new Heights(money, models, rows - money - models);
    }
  }

  private void tiles(Canvas canvas) {
    Heights heights = Heights.of(canvas.rows());
    Area all = canvas.area();
    money(canvas.part(all.top(heights.money())));
    models(canvas.part(all.below(heights.money()).top(heights.models())));
    new LatestTile(scene, sheet).draw(canvas.part(all.bottom(heights.requests())));
  }

  private void money(Canvas canvas) {
    boolean withDays = canvas.columns() >= WITH_DAYS;
    List<Area> places = withDays ? three(canvas.area()) : canvas.area().columns(2);
    new SpendTile(scene, sheet, !withDays).draw(canvas.part(places.getFirst()));
    if (withDays) {
      Tile.draw(canvas.part(places.get(1)), "Cost per day", DAYS + "d", days());
    }
    new RunningTile(scene, sheet).draw(canvas.part(places.getLast()));
  }

  // The middle one is the widest.
  private static List<Area> three(Area area) {
    int side = area.columns() * 33 / 100;
    int middle = area.columns() - 2 * side;
    return List.of(area.left(side), area.rightOf(side).left(middle), area.rightOf(side + middle));
  }

  private void models(Canvas canvas) {
    boolean withHistogram = canvas.columns() >= WITH_HISTOGRAM;
    List<Area> places = withHistogram ? three(canvas.area()) : canvas.area().columns(2);
    String range = sheet.range().word();
    Tile.draw(canvas.part(places.get(0)), "Cost by model", range, bars());
    Tile.draw(canvas.part(places.get(1)), "Latency", range, latency());
    if (withHistogram) {
      Tile.draw(canvas.part(places.get(2)), "Latency histogram", range, histogram());
    }
  }

  private CostSeries series() {
    return CostSeries.of(sheet.ranged());
  }

  private Drawing days() {
    var days = series().days(sheet.all(), scene.today().minusDays(DAYS - 1L), scene.today());
    long requests =
        sheet.all().days().stream()
            .filter(line -> line.day().isAfter(scene.today().minusDays(DAYS)))
            .mapToLong(line -> line.totals().requests())
            .sum();
    return new Columns(Measure.DOLLARS, days, requests, scene.pen());
  }

  private Drawing bars() {
    return new Bars("model", Measure.DOLLARS, series().bars(), scene.pen());
  }

  private Drawing latency() {
    return Percentiles.of(sheet.ranged(), scene.pen());
  }

  private Drawing histogram() {
    return new Latencies(sheet.ranged().histogram(), scene.pen());
  }
}
