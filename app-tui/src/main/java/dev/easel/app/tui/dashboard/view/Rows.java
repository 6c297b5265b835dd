package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.screen.Canvas;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/// Rows of a tile, one below the other. Where they have no room the most dispensable go first.
final class Rows {

  private final List<Row> rows = new ArrayList<>();

  /// A row.
  ///
  /// @param spare 0 for one that stays; the higher, the sooner it goes
  private record Row(int spare, Consumer<Canvas> drawn) {}

  /// Adds a row.
  ///
  /// @param spare 0 for one that stays; the higher, the sooner it goes
  /// @param drawn draws on a canvas of one row
  Rows add(int spare, Consumer<Canvas> drawn) {
    rows.add(new Row(spare, drawn));
    return this;
  }

  /// Adds an empty row.
  Rows gap(int spare) {
    return add(spare, _ -> {});
  }

  /// Draws those for which there is room.
  ///
  /// @return how many there are
  int draw(Canvas canvas) {
    List<Row> kept = new ArrayList<>(rows);
    while (kept.size() > canvas.rows()) {
      kept.remove(kept.reversed().stream().max(Comparator.comparingInt(Row::spare)).orElseThrow());
    }
    for (int number = 0; number < kept.size(); number++) {
      kept.get(number).drawn().accept(canvas.part(canvas.area().below(number).top(1)));
    }
    return kept.size();
  }
}
