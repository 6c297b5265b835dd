package dev.easel.app.tui.chart;

import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Cell;
import dev.easel.app.tui.screen.Ink;
import dev.easel.app.tui.screen.Role;
import java.util.List;

/// Amounts over time in one row, the newest on the right. Nothing is a line at the foot, and where
/// nothing is known stands `?`.
///
/// @param amounts oldest first; where they have no room the oldest are left out
public record Sparkline(Measure measure, List<Amount> amounts, Role role, Pen pen)
    implements Drawing {

  private static final int WIDEST = 3;

  /// Copies the list.
  public Sparkline {
    amounts = List.copyOf(amounts);
  }

  @Override
  public List<String> notes(int columns) {
    return Notes.of(measure.unit())
        .max(measure, highest(drawn(columns)))
        .unpriced(drawn(columns).stream().mapToLong(Amount::unknown).sum())
        .all();
  }

  @Override
  public void draw(Canvas canvas) {
    List<Amount> drawn = drawn(canvas.columns());
    Scale scale = new Scale(highest(drawn));
    int wide = Math.clamp(canvas.columns() / Math.max(1, drawn.size()), 1, WIDEST);
    for (int number = 0; number < drawn.size(); number++) {
      Cell cell = cell(drawn.get(number), scale);
      for (int column = 0; column < wide; column++) {
        canvas.put(number * wide + column, 0, cell);
      }
    }
  }

  private List<Amount> drawn(int columns) {
    return amounts.subList(Math.max(0, amounts.size() - columns), amounts.size());
  }

  private static long highest(List<Amount> amounts) {
    return amounts.stream().mapToLong(Amount::known).max().orElse(0);
  }

  private Cell cell(Amount amount, Scale scale) {
    if (amount.onlyUnknown()) {
      return new Cell("?", Ink.of(Role.WARNING));
    }
    int eighths = scale.eighths(amount.known(), 1);
    return eighths == 0
        ? new Cell("_", Ink.of(Role.MUTED))
        : new Cell(pen.height(eighths), Ink.of(role));
  }
}
