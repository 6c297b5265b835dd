package dev.easel.app.tui.chart;

import dev.easel.app.tui.screen.Canvas;
import java.util.ArrayList;
import java.util.List;

/// Bars that lie below each other: what it is, how many requests, the value, its share of all, the
/// bar. The largest fills the row. With room for them all there is a head, and a foot with the sum.
///
/// @param subject what the names are names of, for the head
/// @param bars largest first; those that have no room are put together in the last row
public record Bars(String subject, Measure measure, List<Bar> bars, Pen pen) implements Drawing {

  /// Copies the list.
  public Bars {
    bars = List.copyOf(bars);
  }

  /// A bar.
  ///
  /// @param requests how many are counted
  /// @param series the number of its colour, from 0
  public record Bar(String name, long requests, Amount amount, int series) {
    private Bar with(Bar other) {
      return new Bar(name, requests + other.requests, amount.plus(other.amount), series);
    }
  }

  @Override
  public List<String> notes(int columns) {
    Bar all = sum("", bars);
    return Notes.of(measure.unit())
        .max(measure, highest(bars))
        .unpriced(all.amount.unknown())
        .counted(all.requests)
        .all();
  }

  @Override
  public void draw(Canvas canvas) {
    List<Bar> rows = fitting(canvas.rows());
    Bar total = sum("total", bars);
    boolean head = canvas.rows() > rows.size();
    boolean foot = canvas.rows() > rows.size() + 1 && rows.size() > 1;
    BarColumns columns = new BarColumns(this, rows, total, canvas);
    if (head && !rows.isEmpty()) {
      columns.head(0);
    }
    int first = head ? 1 : 0;
    for (int row = 0; row < rows.size(); row++) {
      columns.bar(first + row, rows.get(row));
    }
    if (foot) {
      columns.foot(first + rows.size());
    }
  }

  private List<Bar> fitting(int rows) {
    if (bars.size() <= rows || rows <= 0) {
      return bars;
    }
    List<Bar> rest = bars.subList(rows - 1, bars.size());
    List<Bar> fitting = new ArrayList<>(bars.subList(0, rows - 1));
    fitting.add(sum(rest.size() + " others", rest));
    return fitting;
  }

  private static Bar sum(String name, List<Bar> bars) {
    Bar nothing = new Bar(name, 0, Amount.NONE, CostSeries.OTHERS);
    return bars.stream().reduce(nothing, Bar::with);
  }

  static long highest(List<Bar> bars) {
    return bars.stream().mapToLong(bar -> bar.amount().known()).max().orElse(0);
  }
}
