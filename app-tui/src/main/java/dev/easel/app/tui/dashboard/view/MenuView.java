package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.dashboard.state.Click;
import dev.easel.app.tui.dashboard.state.Layer;
import dev.easel.app.tui.screen.Area;
import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Ground;
import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.text.Cells;
import dev.easel.app.tui.text.VisibleText;
import dev.easel.app.tui.text.Wrapping;
import java.util.ArrayList;
import java.util.List;

/// A question, and what can be answered.
final class MenuView {

  private static final int WIDEST = 74;

  private MenuView() {}

  static void draw(Canvas canvas, Layer.Menu menu) {
    int wide = Math.min(WIDEST, canvas.columns() - 2);
    List<String> lines = new ArrayList<>();
    menu.lines().forEach(line -> lines.addAll(Wrapping.lines(VisibleText.line(line), wide - 4)));
    Area place = canvas.area().centred(wide, lines.size() + menu.choices().size() + 5);
    Canvas within = Panel.window(canvas.part(place), menu.title(), "Esc closes");
    int row = 1;
    for (String line : lines) {
      within.text(1, row++, line, Role.TEXT);
    }
    row++;
    for (int index = 0; index < menu.choices().size(); index++) {
      choice(within.part(within.area().below(row++).top(1)), menu, index);
    }
  }

  private static void choice(Canvas canvas, Layer.Menu menu, int index) {
    Layer.Choice choice = menu.choices().get(index);
    canvas.text(2, 0, choice.key().name(), Role.KEY);
    canvas.text(
        6, 0, Cells.shortened(choice.label(), Math.max(0, canvas.columns() - 7)), Role.TEXT);
    if (index == menu.chosen()) {
      canvas.ground(Ground.CHOSEN);
    }
    canvas.target(new Click.OnChoice(index));
  }
}
