package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.chart.Bars;
import dev.easel.app.tui.chart.Columns;
import dev.easel.app.tui.chart.CostSeries;
import dev.easel.app.tui.chart.Drawing;
import dev.easel.app.tui.chart.Latencies;
import dev.easel.app.tui.chart.Measure;
import dev.easel.app.tui.chart.Percentiles;
import dev.easel.app.tui.dashboard.state.Books;
import dev.easel.app.tui.dashboard.state.Click;
import dev.easel.app.tui.dashboard.state.Pane;
import dev.easel.app.tui.dashboard.state.Sight;
import dev.easel.app.tui.dashboard.update.Looking;
import dev.easel.app.tui.dashboard.update.OverviewLayout;
import dev.easel.app.tui.screen.Area;
import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Role;
import dev.easel.domain.ledger.Entry;
import java.util.List;

/// What was spent, what is running and for how long still, what failed: in one glance. The more
/// room there is, the more tiles.
final class OverviewView {

  private static final int DAYS = 30;
  private static final int WITH_NAMES = 76;

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
      return;
    }
    OverviewView view = new OverviewView(scene, sheet);
    if (scene.state().place().alone()) {
      view.alone(canvas);
    } else {
      view.tiles(canvas);
    }
  }

  private void tiles(Canvas canvas) {
    OverviewLayout layout = OverviewLayout.of(canvas.area(), scene.state());
    boolean line = !layout.panes().containsKey(Pane.DAYS);
    for (Pane pane : Pane.values()) {
      Area area = layout.panes().get(pane);
      if (area != null) {
        draw(canvas.part(area), pane, line);
      }
    }
  }

  private void alone(Canvas canvas) {
    Pane shown = scene.state().place().pane();
    names(canvas.part(canvas.area().top(1)), shown);
    draw(canvas.part(OverviewLayout.alone(canvas.area())), shown, true);
  }

  private static void names(Canvas canvas, Pane shown) {
    int column = canvas.text(1, 0, "h l", Role.KEY) + 2;
    boolean all = canvas.columns() >= WITH_NAMES;
    for (Pane pane : Pane.values()) {
      if (all || pane == shown) {
        Role role = pane == shown ? Role.HEADING : Role.MUTED;
        int from = column;
        column = canvas.text(column, 0, pane.brief(), role) + 2;
        canvas.part(canvas.area().rightOf(from).left(column - from)).target(new Click.OnPane(pane));
      }
    }
  }

  private void draw(Canvas canvas, Pane pane, boolean line) {
    String range = sheet.range().word();
    switch (pane) {
      case SPEND -> new SpendTile(scene, sheet, line).draw(canvas);
      case DAYS -> Tile.draw(canvas, "Cost per day", DAYS + "d", days());
      case RUNNING -> new RunningTile(scene, sheet).draw(canvas);
      case MODELS -> Tile.draw(canvas, "Cost by model", range, bars());
      case LATENCY -> Tile.draw(canvas, "Latency", range, latency());
      case HISTOGRAM -> Tile.draw(canvas, "Latency histogram", range, histogram());
      case LATEST -> new LatestTile(scene, sheet).draw(canvas);
      case PICTURE -> picture(canvas);
    }
  }

  private void picture(Canvas canvas) {
    OverviewLayout.pictured(scene.state())
        .ifPresentOrElse(
            entry -> picture(canvas, entry),
            () ->
                Tile.draw(canvas, "Picture", List.of(), false)
                    .text(0, 0, "no picture yet", Role.MUTED));
  }

  private void picture(Canvas canvas, Entry entry) {
    Sight sight = Sight.of(entry).getFirst();
    String title = "Picture #" + entry.id().shortForm();
    Canvas within = Panel.draw(canvas, title, DetailView.described(sight), false);
    PreviewLook.draw(within, scene, sight, Looking.fit(sight.sha256(), within.area()));
    within.target(new Click.OnPreview());
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
