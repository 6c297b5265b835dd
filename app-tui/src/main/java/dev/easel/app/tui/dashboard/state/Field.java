package dev.easel.app.tui.dashboard.state;

/// Text that is being typed.
///
/// @param text all of it
/// @param cursor before which character typed text comes, from 0 to the length in UTF-16 units;
///   never inside a pair of surrogates
public record Field(String text, int cursor) {

  /// Nothing typed.
  public static final Field EMPTY = new Field("", 0);

  /// Keeps the cursor within the text.
  public Field {
    cursor = Math.clamp(cursor, 0, text.length());
  }

  /// Text with the cursor at its end.
  public static Field of(String text) {
    return new Field(text, text.length());
  }

  /// With text put in at the cursor.
  public Field typed(String more) {
    return new Field(
        text.substring(0, cursor) + more + text.substring(cursor), cursor + more.length());
  }

  /// Without the character before the cursor.
  public Field backspaced() {
    int from = before(cursor);
    return new Field(text.substring(0, from) + text.substring(cursor), from);
  }

  /// Without the character behind the cursor.
  public Field deleted() {
    return new Field(text.substring(0, cursor) + text.substring(after(cursor)), cursor);
  }

  /// One character to the left.
  public Field left() {
    return new Field(text, before(cursor));
  }

  /// One character to the right.
  public Field right() {
    return new Field(text, after(cursor));
  }

  /// At the beginning of the line.
  public Field home() {
    return new Field(text, text.lastIndexOf('\n', cursor - 1) + 1);
  }

  /// At the end of the line.
  public Field end() {
    int end = text.indexOf('\n', cursor);
    return new Field(text, end < 0 ? text.length() : end);
  }

  /// Without what lies between the cursor and the end of the line.
  public Field killedToEnd() {
    return new Field(text.substring(0, cursor) + text.substring(end().cursor), cursor);
  }

  /// Without what lies between the beginning of the line and the cursor.
  public Field killedToHome() {
    int from = home().cursor;
    return new Field(text.substring(0, from) + text.substring(cursor), from);
  }

  /// Without the word before the cursor.
  public Field killedWord() {
    int from = cursor;
    while (from > 0 && Character.isWhitespace(text.charAt(from - 1))) {
      from--;
    }
    while (from > 0 && !Character.isWhitespace(text.charAt(from - 1))) {
      from--;
    }
    return new Field(text.substring(0, from) + text.substring(cursor), from);
  }

  private int before(int place) {
    return place == 0 ? 0 : text.offsetByCodePoints(place, -1);
  }

  private int after(int place) {
    return place == text.length() ? place : text.offsetByCodePoints(place, 1);
  }
}
