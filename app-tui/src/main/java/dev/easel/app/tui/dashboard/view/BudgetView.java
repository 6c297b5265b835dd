package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.dashboard.state.Layer;
import dev.easel.app.tui.dashboard.update.BudgetRow;
import dev.easel.app.tui.dashboard.update.BudgetRows;
import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.screen.Size;
import dev.easel.app.tui.text.Figures;
import java.util.List;

/// The window with the sheet of budgets.
final class BudgetView {

  private static final int BORDERS = 2;

  private BudgetView() {}

  static void draw(Canvas canvas, Layer.BudgetSheet layer, Scene scene) {
    Size size = scene.state().world().size();
    List<BudgetRow> rows = BudgetRows.of(scene.state());
    Canvas window =
        canvas.part(canvas.area().centred(BudgetRows.columns(size), rows.size() + BORDERS));
    Canvas border = Panel.window(window, "Budgets", "days of " + scene.zone().getId());
    Canvas within = border.part(border.area().rightOf(1).left(BudgetRows.cells(size)));
    int first = Math.clamp(layer.first(), 0, Math.max(0, rows.size() - within.rows()));
    BudgetLines lines = new BudgetLines(scene, BudgetRows.cells(size));
    for (int row = 0; row < within.rows() && first + row < rows.size(); row++) {
      lines.draw(within.part(within.area().below(row).top(1)), rows.get(first + row));
    }
    more(window, first, rows.size() - first - within.rows());
  }

  private static void more(Canvas canvas, int above, int below) {
    if (above > 0 || below > 0) {
      Canvas foot = canvas.part(canvas.area().bottom(1).rightOf(1));
      String up = above > 0 ? " ↑ k " : "";
      String down = below > 0 ? " ↓ j " + Figures.counted(below, "more line", "more lines") : "";
      foot.text(0, 0, up + down + " ", Role.MUTED);
    }
  }
}
