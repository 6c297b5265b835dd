package dev.easel.domain.image;

/// Foreign text as a message may show it: short, on one line, nothing invisible.
public final class Quotation {

  private static final int LONGEST = 40;

  private Quotation() {}

  /// A plain value of a request in a message.
  static String of(@Nullable Object value) {
    return switch (value) {
      case String text -> '"' + shown(text) + '"';
      case null, default -> shown(String.valueOf(value));
    };
  }

  /// The text without quotation marks.
  public static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints().limit(LONGEST).forEach(point -> append(shown, point));
    return text.codePointCount(0, text.length()) > LONGEST ? shown + "…" : shown.toString();
  }

  /// The character's number as Unicode writes it: `U+0000`.
  static String number(int point) {
    return "U+%04X".formatted(point);
  }

  private static void append(StringBuilder shown, int point) {
    if (visible(point)) {
      shown.appendCodePoint(point);
    } else {
      shown.append('<').append(number(point)).append('>');
    }
  }

  private static boolean visible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
