package dev.easel.app.tui.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.easel.app.tui.dashboard.state.Chart;
import dev.easel.app.tui.screen.Golden;
import dev.easel.app.tui.screen.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The charts at every size.
final class StatsTest {

  private static Sitting stats(int columns, int rows) {
    return Sitting.at(SampleLog.busy(), new Size(columns, rows)).press("4", "t");
  }

  private static void check(String name, Sitting sitting) {
    Golden.check("stats/%s-%s".formatted(name, sitting.state().world().size()), sitting.frame());
  }

  @ParameterizedTest
  @CsvSource({"60, 16", "80, 24", "120, 30", "160, 48", "200, 60"})
  void showsEveryChart(int columns, int rows) {
    Sitting sitting = stats(columns, rows);
    for (Chart chart : Chart.values()) {
      assertEquals(chart, sitting.state().place().chart());
      check(chart.brief().replace(' ', '-'), sitting);
      sitting.press("l");
    }
  }

  @Test
  void goesRoundAndRound() {
    Sitting sitting = stats(80, 24).press("h");
    assertEquals(Chart.FAILURES, sitting.state().place().chart());
    assertEquals(Chart.DAYS, sitting.press("right").state().place().chart());
  }

  @ParameterizedTest
  @CsvSource({"80, 24", "120, 30", "160, 48"})
  void saysWhereThereIsNothing(int columns, int rows) {
    check("empty", Sitting.at(Scenery.empty(), new Size(columns, rows)).press("4"));
    Sitting hour = Sitting.at(SampleLog.idle(), new Size(columns, rows)).press("4", ":");
    hour.type("range 1h").press("enter", "h");
    check("nothing", hour);
  }
}
