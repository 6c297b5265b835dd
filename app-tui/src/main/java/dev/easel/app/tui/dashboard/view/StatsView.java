package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.dashboard.state.Books;
import dev.easel.app.tui.dashboard.state.Chart;
import dev.easel.app.tui.dashboard.state.Click;
import dev.easel.app.tui.screen.Area;
import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.text.Cells;
import dev.easel.app.tui.text.Figures;
import dev.easel.domain.ledger.Statistics;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The charts of the range: one at a time, two or four by how much room there is.
final class StatsView {

  private static final int WITH_TWO = 120;
  private static final int WITH_FOUR = 160;
  private static final int ROWS_WITH_FOUR = 40;

  private StatsView() {}

  static void draw(Canvas canvas, Scene scene) {
    Books.Sheet sheet = scene.state().books().sheet();
    if (sheet == null || NothingView.empty(scene, sheet)) {
      NothingView.draw(canvas, scene);
      return;
    }
    Area below = canvas.area().below(1);
    List<Area> places = scene.state().place().alone() ? List.of(below) : places(below);
    names(canvas.part(canvas.area().top(1)), scene, sheet, places.size());
    StatsCharts charts = new StatsCharts(scene, sheet);
    for (int number = 0; number < places.size(); number++) {
      Chart chart = scene.state().place().chart().next(number);
      charts.draw(canvas.part(places.get(number)), chart, number == 0);
    }
  }

  private static List<Area> places(Area area) {
    if (area.columns() >= WITH_FOUR && area.rows() >= ROWS_WITH_FOUR) {
      List<Area> four = new ArrayList<>();
      area.rows(2).forEach(row -> four.addAll(row.columns(2)));
      return four;
    }
    return area.columns() >= WITH_TWO ? area.columns(2) : List.of(area);
  }

  private static void names(Canvas canvas, Scene scene, Books.Sheet sheet, int shown) {
    Chart chosen = scene.state().place().chart();
    List<Chart> seen = IntStream.range(0, shown).mapToObj(chosen::next).toList();
    int column = canvas.text(1, 0, "h l", Role.KEY) + 2;
    for (Chart chart : Chart.values()) {
      Role role = seen.contains(chart) ? Role.HEADING : Role.MUTED;
      int from = column;
      column = canvas.text(column, 0, chart.brief(), role) + 2;
      canvas.part(canvas.area().rightOf(from).left(column - from)).target(new Click.OnChart(chart));
    }
    String remark = remark(scene, sheet.ranged().coverage());
    int at = canvas.columns() - Cells.width(remark) - 1;
    if (at > column) {
      canvas.text(at, 0, remark, sheet.ranged().coverage().complete() ? Role.MUTED : Role.WARNING);
    }
  }

  private static String remark(Scene scene, Statistics.Coverage coverage) {
    return coverage.complete()
        ? "days of " + scene.zone().getId()
        : "! only the newest " + Figures.count(coverage.scanned()) + " entries";
  }
}
