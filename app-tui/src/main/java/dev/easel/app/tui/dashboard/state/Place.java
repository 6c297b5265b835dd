package dev.easel.app.tui.dashboard.state;

/// Where the user is.
///
/// @param row the chosen row of the overview
/// @param chart which chart is shown, before others where there is room for them
/// @param pane which panel of the overview is shown where one is shown alone
/// @param alone whether one panel, or one chart, has all the room
public record Place(Tab tab, Range range, int row, Chart chart, Pane pane, boolean alone)
    implements Part {

  /// Where it begins.
  public static final Place START =
      new Place(Tab.OVERVIEW, Range.WEEK, 0, Chart.DAYS, Pane.LATEST, false);

  /// On another tab.
  public Place on(Tab other) {
    return new Place(other, range, 0, chart, Pane.LATEST, false);
  }

  /// Looking as far back as `other`.
  public Place over(Range other) {
    return new Place(tab, other, row, chart, pane, alone);
  }

  /// At another row.
  public Place at(int other) {
    return new Place(tab, range, Math.max(0, other), chart, pane, alone);
  }

  /// With another chart.
  public Place showing(Chart other) {
    return new Place(tab, range, row, other, pane, alone);
  }

  /// With another panel.
  public Place showing(Pane other) {
    return new Place(tab, range, row, chart, other, alone);
  }

  /// With one panel, or all of them.
  public Place alone(boolean wanted) {
    return new Place(tab, range, row, chart, pane, wanted);
  }
}
