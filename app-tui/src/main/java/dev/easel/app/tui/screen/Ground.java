package dev.easel.app.tui.screen;

/// What lies behind a cell.
public enum Ground {
  /// The terminal's own background.
  PLAIN,
  /// The row that is chosen.
  CHOSEN,
  /// The row that is chosen in a panel that has not the focus.
  CHOSEN_ELSEWHERE,
  /// Where typed text comes next.
  CURSOR
}
