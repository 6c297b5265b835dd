package dev.easel.app.tui.text;

/// Foreign text as a terminal may show it: nothing that moves the cursor, colours, hides or turns
/// the reading direction; such characters appear by their number, as `<U+001B>`.
public final class VisibleText {

  private static final int ZERO_WIDTH_JOINER = 0x200d;

  private VisibleText() {}

  /// The text on one line, line ends and tabs as a space.
  public static String line(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.strip()
        .replace("\r\n", "\n")
        .codePoints()
        .forEach(point -> {
          switch (point) {
            case '\n', '\r', '\t' -> shown.append(' ');
            default -> append(shown, point);
          }
        });
    return shown.toString();
  }

  /// The text with its own line ends.
  public static String paragraph(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .codePoints()
        .forEach(point -> {
          switch (point) {
            case '\n' -> shown.append('\n');
            case '\t' -> shown.append("  ");
            default -> append(shown, point);
          }
        });
    return shown.toString();
  }

  private static void append(StringBuilder shown, int point) {
    if (visible(point)) {
      shown.appendCodePoint(point);
    } else {
      shown.append("<U+%04X>".formatted(point));
    }
  }

  private static boolean visible(int point) {
    return switch (Character.getType(point)) {
      case Character.FORMAT -> point == ZERO_WIDTH_JOINER;
      case Character.CONTROL,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
