package dev.easel.app.tui.screen;

/// What a cell is there for; a theme says how that looks.
public enum Role {
  /// Text.
  TEXT('.'),
  /// Units, hints, what is there for completeness; never anything that is needed.
  MUTED('m'),
  /// A heading, the tab that is open.
  HEADING('h'),
  /// The border of a panel.
  BORDER('-'),
  /// The border of the panel that has the focus.
  ACTIVE_BORDER('='),
  /// What went well.
  GOOD('g'),
  /// What went wrong.
  BAD('b'),
  /// What needs a look.
  WARNING('w'),
  /// What is under way.
  RUNNING('r'),
  /// What was given up before it cost anything.
  RELEASED('c'),
  /// An amount of money.
  MONEY('$'),
  /// A key that can be pressed, or a link.
  KEY('k'),
  /// The text that is typed, and its cursor.
  INPUT('i'),
  /// The first of the things that a chart compares.
  SERIES_1('1'),
  /// The second.
  SERIES_2('2'),
  /// The third.
  SERIES_3('3'),
  /// The fourth.
  SERIES_4('4'),
  /// The fifth.
  SERIES_5('5'),
  /// All others.
  SERIES_6('6');

  private static final Role[] SERIES = {SERIES_1, SERIES_2, SERIES_3, SERIES_4, SERIES_5, SERIES_6};

  private final char letter;

  Role(char letter) {
    this.letter = letter;
  }

  /// The letter that stands for it where roles are shown.
  public char letter() {
    return letter;
  }

  /// The role of the thing with this number, from 0, of those that a chart compares.
  public static Role series(int number) {
    return SERIES[Math.clamp(number, 0, SERIES.length - 1)];
  }
}
