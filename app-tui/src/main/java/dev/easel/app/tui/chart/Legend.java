package dev.easel.app.tui.chart;

import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.text.Cells;
import dev.easel.app.tui.text.VisibleText;
import java.util.List;

/// What the series of a chart are called and what each comes to, in as many columns as have room.
///
/// @param items one for each series, in their order
public record Legend(Measure measure, List<Item> items, Pen pen) implements Drawing {

  private static final int GAP = 3;
  private static final int SIGN = 2;
  private static final int LONGEST = 24;

  /// Copies the list.
  public Legend {
    items = List.copyOf(items);
  }

  /// A series.
  public record Item(String name, Amount amount) {}

  /// How many rows it takes.
  ///
  /// @param columns how wide it will be drawn
  public int rows(int columns) {
    return Math.ceilDiv(items.size(), beside(columns));
  }

  @Override
  public List<String> notes(int columns) {
    return Notes.of(measure.unit()).all();
  }

  @Override
  public void draw(Canvas canvas) {
    int beside = beside(canvas.columns());
    for (int number = 0; number < items.size(); number++) {
      int column = number % beside * (widest() + GAP);
      item(canvas, number, column, number / beside);
    }
  }

  private void item(Canvas canvas, int number, int column, int row) {
    Item item = items.get(number);
    canvas.text(column, row, pen.filled(number), Role.series(number));
    canvas.text(column + SIGN, row, name(item), Role.TEXT);
    int next = column + SIGN + names() + 1;
    Flush.right(canvas, next, row, figure(item), figures(), Role.MONEY);
  }

  private int beside(int columns) {
    return Math.clamp((columns + GAP) / (widest() + GAP), 1, Math.max(1, items.size()));
  }

  private int widest() {
    return SIGN + names() + 1 + figures();
  }

  private int names() {
    return items.stream().mapToInt(item -> Cells.width(name(item))).max().orElse(0);
  }

  private int figures() {
    return items.stream().mapToInt(item -> Cells.width(figure(item))).max().orElse(0);
  }

  private static String name(Item item) {
    return Cells.shortened(VisibleText.line(item.name()), LONGEST);
  }

  private String figure(Item item) {
    return Figure.of(measure, item.amount(), places());
  }

  private int places() {
    return measure.decimals(items.stream().map(item -> item.amount().known()).toList());
  }
}
