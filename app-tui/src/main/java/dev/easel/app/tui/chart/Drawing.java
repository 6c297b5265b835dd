package dev.easel.app.tui.chart;

import dev.easel.app.tui.screen.Canvas;
import java.util.List;

/// Something to see on a canvas of any size, down to none at all. What has no room is left out, the
/// least needed first. Immutable.
public interface Drawing {

  /// What is drawn, for a title, a few words each and the most needed first: the unit, the maximum,
  /// how many are unknown, how many are counted, as far as they apply.
  ///
  /// @param columns how wide it will be drawn
  List<String> notes(int columns);

  /// Draws it.
  void draw(Canvas canvas);
}
