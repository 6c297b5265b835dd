package dev.easel.app.tui.dashboard.state;

/// Where the user is.
///
/// @param panel the panel of the tab that has the focus, from 0
/// @param enlarged whether that panel has the whole screen
/// @param row the chosen row of the panel, where it has rows
/// @param chart which chart is shown, before others where there is room for them
public record Place(Tab tab, Range range, int panel, boolean enlarged, int row, Chart chart)
    implements Part {

  /// Where it begins.
  public static final Place START = new Place(Tab.OVERVIEW, Range.WEEK, 0, false, 0, Chart.DAYS);

  /// On another tab, in its first panel.
  public Place on(Tab other) {
    return new Place(other, range, 0, false, 0, chart);
  }

  /// Looking as far back as `other`.
  public Place over(Range other) {
    return new Place(tab, other, panel, enlarged, row, chart);
  }

  /// In another panel of the tab.
  public Place in(int other) {
    return new Place(tab, range, other, enlarged, 0, chart);
  }

  /// With the panel enlarged, or as before.
  public Place enlarged(boolean other) {
    return new Place(tab, range, panel, other, row, chart);
  }

  /// At another row.
  public Place at(int other) {
    return new Place(tab, range, panel, enlarged, Math.max(0, other), chart);
  }

  /// With another chart.
  public Place showing(Chart other) {
    return new Place(tab, range, panel, enlarged, row, other);
  }
}
