package dev.easel.app.tui.chart;

import dev.easel.app.tui.screen.Depth;
import dev.easel.app.tui.screen.Theme;

/// What charts are drawn with, so that the things that one compares are never told apart by colour
/// alone where there is none.
public enum Pen {
  /// Block elements; colours tell the series apart.
  COLOURED("▁▂▃▄▅▆▇█", "▏▎▍▌▋▊▉█", "██████", '░'),
  /// Block elements; shades tell the series apart.
  SHADED("▁▂▃▄▅▆▇█", "▏▎▍▌▋▊▉█", "█▒░▓▚·", '·'),
  /// ASCII.
  ASCII("12345678", "----####", "#+.%=o", '.');

  private static final int EIGHTHS = 8;

  private final String heights;
  private final String lengths;
  private final String series;
  private final char track;

  Pen(String heights, String lengths, String series, char track) {
    this.heights = heights;
    this.lengths = lengths;
    this.series = series;
    this.track = track;
  }

  /// The pen for a terminal.
  public static Pen of(Theme theme) {
    if (theme.ascii()) {
      return ASCII;
    }
    return theme.depth() == Depth.NONE ? SHADED : COLOURED;
  }

  /// A cell that is filled from below.
  ///
  /// @param eighths 1 to 8
  String height(int eighths) {
    return letter(heights, eighths - 1);
  }

  /// A cell that is filled from the left.
  ///
  /// @param eighths 1 to 8
  String length(int eighths) {
    return letter(lengths, eighths - 1);
  }

  /// A cell that is filled with the series of a number, from 0.
  String filled(int number) {
    return letter(series, Math.clamp(number, 0, series.length() - 1));
  }

  /// The top cell of a column.
  ///
  /// @param eighths 1 to 8
  String top(int eighths, int number) {
    return eighths == EIGHTHS || this == ASCII ? filled(number) : height(eighths);
  }

  /// A cell that is not filled.
  String track() {
    return String.valueOf(track);
  }

  private static String letter(String letters, int index) {
    return letters.substring(index, index + 1);
  }
}
