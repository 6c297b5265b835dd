package dev.easel.app.tui.dashboard.state;

/// Where a key has its meaning.
public enum Scope {
  /// The overview.
  OVERVIEW("Overview"),
  /// The list of requests.
  REQUESTS("Requests"),
  /// The pictures.
  GALLERY("Gallery"),
  /// The charts.
  STATS("Stats"),
  /// One request.
  DETAIL("Detail"),
  /// One picture.
  PICTURE("Picture"),
  /// A line that is typed: a filter, a command, tags.
  LINE("Line"),
  /// A menu or a question.
  MENU("Menu"),
  /// The keys.
  HELP("Keys"),
  /// How the budgets stand.
  BUDGETS("Budgets"),
  /// What was told.
  MESSAGES("Messages"),
  /// A new request.
  FORM("New request"),
  /// A request that only waits for a word.
  OFFER("Send");

  private final String title;

  Scope(String title) {
    this.title = title;
  }

  /// How it is called.
  public String title() {
    return title;
  }

  /// That of a tab.
  static Scope of(Tab tab) {
    return switch (tab) {
      case OVERVIEW -> OVERVIEW;
      case REQUESTS -> REQUESTS;
      case GALLERY -> GALLERY;
      case STATS -> STATS;
    };
  }

  /// Where the user is: in what lies on top.
  public static Scope of(State state) {
    return state.layers().top().map(Layer::scope).orElseGet(() -> of(state.place().tab()));
  }
}
