package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.dashboard.state.Sight;
import dev.easel.app.tui.screen.Area;
import dev.easel.domain.ledger.Entry;
import java.util.Optional;

/// Where the list of requests is, and beside it, where there is room, what the chosen one looks
/// like.
///
/// @param list the list, all rows
/// @param picture the panel with its picture, if it is shown
/// @param words the panel with what is known of it, if it is shown
public record RequestsLayout(Area list, Optional<Area> picture, Optional<Area> words) {

  private static final int WITH_SIDE = 120;
  private static final int SIDE_PERCENT = 38;
  private static final int BORDER = 2;
  private static final int ROWS_WITH_PICTURE = 20;

  /// That of an area, with that request chosen.
  public static RequestsLayout of(Area all, Entry chosen) {
    if (all.columns() < WITH_SIDE) {
      return new RequestsLayout(all, Optional.empty(), Optional.empty());
    }
    int wide = all.columns() * SIDE_PERCENT / 100;
    Area list = all.left(all.columns() - wide - 1);
    Area side = all.rightOf(all.columns() - wide).below(1).above(1);
    int rows = side.rows() < ROWS_WITH_PICTURE || Sight.of(chosen).isEmpty() ? 0 : rows(side);
    return new RequestsLayout(
        list,
        Optional.of(side.top(rows)).filter(area -> !area.empty()),
        Optional.of(side.below(rows)));
  }

  // As high as a square picture needs, and not more than half of it.
  private static int rows(Area side) {
    return Math.min((side.columns() - BORDER) / 2 + BORDER, side.rows() / 2);
  }
}
