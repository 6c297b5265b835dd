package dev.easel.app.tui.dashboard.state;

/// Where the user is.
///
/// @param row the chosen row of the overview
/// @param chart which chart is shown, before others where there is room for them
public record Place(Tab tab, Range range, int row, Chart chart) implements Part {

  /// Where it begins.
  public static final Place START = new Place(Tab.OVERVIEW, Range.WEEK, 0, Chart.DAYS);

  /// On another tab.
  public Place on(Tab other) {
    return new Place(other, range, 0, chart);
  }

  /// Looking as far back as `other`.
  public Place over(Range other) {
    return new Place(tab, other, row, chart);
  }

  /// At another row.
  public Place at(int other) {
    return new Place(tab, range, Math.max(0, other), chart);
  }

  /// With another chart.
  public Place showing(Chart other) {
    return new Place(tab, range, row, other);
  }
}
