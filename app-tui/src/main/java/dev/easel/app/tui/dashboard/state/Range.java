package dev.easel.app.tui.dashboard.state;

/// How far back the dashboard looks.
public enum Range {
  /// An hour.
  HOUR("1h"),
  /// A day and a night.
  DAY("24h"),
  /// A week.
  WEEK("7d"),
  /// A month of thirty days.
  MONTH("30d"),
  /// Everything.
  ALL("all");

  private final String word;

  Range(String word) {
    this.word = word;
  }

  /// How it is called.
  public String word() {
    return word;
  }

  /// The next wider one; after the widest the narrowest.
  public Range next() {
    return switch (this) {
      case HOUR -> DAY;
      case DAY -> WEEK;
      case WEEK -> MONTH;
      case MONTH -> ALL;
      case ALL -> HOUR;
    };
  }

  /// The filter in the query language, together with what the user filters by.
  public String with(String filter) {
    String since = this == ALL ? "" : "since:" + word;
    return (since + " " + filter.strip()).strip();
  }
}
