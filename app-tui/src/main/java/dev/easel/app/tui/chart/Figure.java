package dev.easel.app.tui.chart;

import dev.easel.app.tui.text.Figures;

/// Writes an amount so that what is unknown of it is told.
final class Figure {

  private Figure() {}

  /// `$18.90`, or `?` where nothing is known.
  static String of(Measure measure, Amount amount, int places) {
    return amount.onlyUnknown() ? "?" : measure.figure(amount.known(), places);
  }

  /// ` +3?`, or nothing where all is known.
  static String unknown(Amount amount) {
    return amount.unknown() == 0 ? "" : "+" + Figures.count(amount.unknown()) + "?";
  }

  /// `61 %` of a whole; `<1 %` and `–` where it is less or there is no whole.
  static String share(long part, long whole) {
    if (whole <= 0) {
      return "–";
    }
    long percent = Math.round(100.0 * part / whole);
    return percent == 0 && part > 0 ? "<1 %" : percent + " %";
  }
}
