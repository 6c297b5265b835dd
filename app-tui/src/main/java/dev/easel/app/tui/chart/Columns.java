package dev.easel.app.tui.chart;

import dev.easel.app.tui.screen.Canvas;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Columns, one for each day or for as many days as have to share one, each a stack of series, with
/// an axis and dates as far as there is room.
///
/// @param days one for each day, oldest first, without a gap
/// @param requests how many are counted
public record Columns(Measure measure, List<Day> days, long requests, Pen pen) implements Drawing {

  /// Copies the list.
  public Columns {
    days = List.copyOf(days);
  }

  /// A day, or some under the date of the last.
  ///
  /// @param parts of the series, in their order, from the foot up; of every day as many
  /// @param unknown how many more there are that are in no part
  public record Day(LocalDate date, List<Long> parts, long unknown) {
    /// Copies the list.
    public Day {
      parts = List.copyOf(parts);
    }

    /// All parts together.
    Amount amount() {
      return new Amount(parts.stream().reduce(0L, Amount::sum), unknown);
    }

    private Day with(Day later) {
      List<Long> sums =
          IntStream.range(0, parts.size())
              .mapToObj(part -> Amount.sum(parts.get(part), later.parts.get(part)))
              .toList();
      return new Day(later.date, sums, unknown + later.unknown);
    }
  }

  @Override
  public List<String> notes(int columns) {
    int share = ColumnPlot.daysPerColumn(days.size(), ColumnPlot.room(columns, measure, days));
    List<Day> drawn = grouped(share);
    String per = share == 1 ? " per day" : " per " + share + " days";
    return Notes.of(measure.unit() + per)
        .max(measure, highest(drawn))
        .unpriced(days.stream().mapToLong(Day::unknown).sum())
        .counted(requests)
        .all();
  }

  @Override
  public void draw(Canvas canvas) {
    int room = ColumnPlot.room(canvas.columns(), measure, days);
    List<Day> drawn = grouped(ColumnPlot.daysPerColumn(days.size(), room));
    new ColumnPlot(this, drawn, measure.scale(highest(drawn)), canvas).draw();
  }

  // The newest column is always a whole one.
  private List<Day> grouped(int share) {
    List<Day> grouped = new ArrayList<>();
    for (int end = days.size(); end > 0; end -= share) {
      List<Day> together = days.subList(Math.max(0, end - share), end);
      grouped.addFirst(together.stream().reduce(Day::with).orElseThrow());
    }
    return grouped;
  }

  static long highest(List<Day> days) {
    return days.stream().mapToLong(day -> day.amount().known()).max().orElse(0);
  }
}
