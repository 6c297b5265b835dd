package dev.easel.app.tui.dashboard.state;

import java.util.List;

/// What the tab of charts shows, in this order.
public enum Chart {
  /// What was spent on each day, by model.
  DAYS("Cost per day", "days"),
  /// What was spent on each model.
  MODELS("Cost by model", "models"),
  /// What was spent on each size and quality of a model.
  SHAPES("Cost by size and quality", "sizes"),
  /// How long requests took.
  LATENCY("Latency", "latency"),
  /// How often requests failed, and why.
  FAILURES("Failures", "failures");

  private final String title;
  private final String brief;

  Chart(String title, String brief) {
    this.title = title;
    this.brief = brief;
  }

  /// What stands above it.
  public String title() {
    return title;
  }

  /// How it is called among the others.
  public String brief() {
    return brief;
  }

  /// The one to the right, or to the left below zero, round and round.
  public Chart next(int step) {
    List<Chart> all = List.of(values());
    return all.get(Math.floorMod(all.indexOf(this) + step, all.size()));
  }
}
