package dev.easel.app.tui.dashboard.state;

import java.util.List;

/// The panels of the overview.
public enum Pane {
  /// The newest requests.
  LATEST("requests"),
  /// What was spent.
  SPEND("spend"),
  /// What was spent by day.
  DAYS("days"),
  /// What is under way.
  RUNNING("running"),
  /// What was spent by model.
  MODELS("models"),
  /// How long requests took.
  LATENCY("latency"),
  /// How many took how long.
  HISTOGRAM("histogram"),
  /// The picture of the chosen request.
  PICTURE("picture");

  private final String brief;

  Pane(String brief) {
    this.brief = brief;
  }

  /// Its name in one word.
  public String brief() {
    return brief;
  }

  /// The next one, or another so many places on, round and round.
  public Pane next(int step) {
    return values()[Math.floorMod(List.of(values()).indexOf(this) + step, values().length)];
  }
}
