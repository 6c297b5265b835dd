package dev.easel.app.tui.chart;

import java.util.List;

/// Which series every cell of a column belongs to. A cell has one colour, so it goes to the series
/// that takes most of it.
final class Stack {

  private static final int EIGHTHS = 8;

  private final int[] ends;

  Stack(List<Long> parts, Scale scale, int rows) {
    ends = new int[parts.size()];
    long sum = 0;
    for (int part = 0; part < ends.length; part++) {
      sum = Amount.sum(sum, Math.max(0, parts.get(part)));
      ends[part] = scale.eighths(sum, rows);
    }
  }

  /// How many cells are filled, the last one perhaps in part.
  int rows() {
    return Math.ceilDiv(height(), EIGHTHS);
  }

  /// How many eighths of a cell are filled.
  ///
  /// @param row from the foot, below [#rows]
  int eighths(int row) {
    return Math.min(EIGHTHS, height() - row * EIGHTHS);
  }

  /// The number of the series that a cell belongs to.
  ///
  /// @param row from the foot, below [#rows]
  int series(int row) {
    int best = 0;
    for (int part = 1; part < ends.length; part++) {
      best = within(part, row) > within(best, row) ? part : best;
    }
    return best;
  }

  private int height() {
    return ends.length == 0 ? 0 : ends[ends.length - 1];
  }

  private int within(int part, int row) {
    int from = Math.max(part == 0 ? 0 : ends[part - 1], row * EIGHTHS);
    int to = Math.min(ends[part], (row + 1) * EIGHTHS);
    return to - from;
  }
}
