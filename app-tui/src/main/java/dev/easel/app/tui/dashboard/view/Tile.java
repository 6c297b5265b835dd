package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.chart.Drawing;
import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.text.Cells;
import java.util.List;
import java.util.stream.Stream;

/// A panel with a chart or something else to look at, one cell away from its border at both sides.
final class Tile {

  private static final int BORDER = 2;
  private static final int FURNITURE = 8;

  private Tile() {}

  /// Draws the border.
  ///
  /// @param notes for the right of the upper border, as many as have room
  /// @return what is within
  static Canvas draw(Canvas canvas, String title, List<String> notes, boolean active) {
    int room = canvas.columns() - Cells.width(title) - FURNITURE;
    Canvas within = Panel.draw(canvas, title, fitting(notes, room), active);
    return within.part(within.area().rightOf(1).left(within.columns() - BORDER));
  }

  /// Draws a chart within a border.
  ///
  /// @param about what it is a chart of, before what it says itself
  static void draw(Canvas canvas, String title, String about, Drawing drawing) {
    drawing.draw(draw(canvas, title, about, drawing, false));
  }

  /// Draws the border for a chart.
  ///
  /// @return what is within
  static Canvas draw(Canvas canvas, String title, String about, Drawing drawing, boolean active) {
    return draw(canvas, title, noted(about, drawing, canvas.columns() - 2 * BORDER), active);
  }

  private static List<String> noted(String about, Drawing drawing, int columns) {
    return Stream.concat(
            Stream.of(about).filter(word -> !word.isEmpty()), drawing.notes(columns).stream())
        .toList();
  }

  private static String fitting(List<String> notes, int room) {
    String fitting = "";
    for (String note : notes) {
      String longer = fitting.isEmpty() ? note : fitting + ", " + note;
      if (Cells.width(longer) > room) {
        return fitting;
      }
      fitting = longer;
    }
    return fitting;
  }
}
