package dev.easel.app.tui.chart;

/// From zero up to a maximum.
///
/// @param max above zero
record Scale(long max) {

  private static final long[] STEPS = {1, 2, 5};
  private static final int EIGHTHS = 8;

  /// Takes less than one for one.
  Scale {
    max = Math.max(1, max);
  }

  /// Up to the smallest 1, 2 or 5 times a power of ten that is not below `highest`.
  ///
  /// @param least the smallest maximum; a power of ten
  static Scale nice(long highest, long least) {
    for (long power = least; power <= Long.MAX_VALUE / 10; power *= 10) {
      for (long step : STEPS) {
        if (step * power >= highest) {
          return new Scale(step * power);
        }
      }
    }
    return new Scale(Long.MAX_VALUE);
  }

  /// How many eighths of cells a value takes where the maximum takes `cells`; at least one unless
  /// it is nothing.
  int eighths(long value, int cells) {
    if (value <= 0 || cells <= 0) {
      return 0;
    }
    double share = Math.min(1, (double) value / max);
    return Math.max(1, (int) Math.round(share * cells * EIGHTHS));
  }
}
