package dev.easel.app.tui.dashboard.state;

/// The four tabs.
public enum Tab {
  /// What was spent, what is running, what failed.
  OVERVIEW(1, "Overview"),
  /// The requests, one a line.
  REQUESTS(2, "Requests"),
  /// The pictures.
  GALLERY(3, "Gallery"),
  /// The charts.
  STATS(4, "Stats");

  private final int number;
  private final String title;

  Tab(int number, String title) {
    this.number = number;
    this.title = title;
  }

  /// What stands on it.
  public String title() {
    return title;
  }

  /// The key that opens it: `1` to `4`.
  public String key() {
    return String.valueOf(number);
  }

  /// The one to the right, or to the left, round and round.
  public Tab next(int step) {
    return values()[Math.floorMod(number - 1 + step, values().length)];
  }
}
