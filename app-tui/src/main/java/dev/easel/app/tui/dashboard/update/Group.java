package dev.easel.app.tui.dashboard.update;

/// What keys are for, in the order in which help lists them.
public enum Group {
  /// Going somewhere.
  MOVE("Move"),
  /// Doing something with what is chosen.
  ACT("Act"),
  /// Looking for something.
  FIND("Find"),
  /// Easel as a whole.
  APP("Easel");

  private final String title;

  Group(String title) {
    this.title = title;
  }

  /// How it is called.
  public String title() {
    return title;
  }
}
