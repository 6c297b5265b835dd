package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.dashboard.update.Warning;
import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.text.Cells;
import java.util.Optional;

/// One line on every tab for what must not be overlooked.
final class Banner {

  private Banner() {}

  /// Draws it if there is something to say.
  ///
  /// @return how many rows it takes, 0 or 1
  static int draw(Canvas canvas, Scene scene) {
    Optional<Warning> warning = Warning.of(scene.state());
    warning.ifPresent(
        said -> canvas.text(1, 0, Cells.shortened(said.text(), canvas.columns() - 2), said.role()));
    return warning.isPresent() ? 1 : 0;
  }
}
