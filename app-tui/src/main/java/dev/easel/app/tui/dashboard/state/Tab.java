package dev.easel.app.tui.dashboard.state;

/// The four tabs.
public enum Tab {
  /// What was spent, what is running, what failed.
  OVERVIEW("Overview"),
  /// The requests, one a line.
  REQUESTS("Requests"),
  /// The pictures.
  GALLERY("Gallery"),
  /// The charts.
  STATS("Stats");

  private final String title;

  Tab(String title) {
    this.title = title;
  }

  /// What stands on it.
  public String title() {
    return title;
  }

  /// The key that opens it: `1` to `4`.
  public String key() {
    return String.valueOf(ordinal() + 1);
  }

  /// The one to the right, or to the left, round and round.
  public Tab next(int step) {
    return values()[Math.floorMod(ordinal() + step, values().length)];
  }
}
