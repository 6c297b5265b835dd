package dev.easel.app.tui.text;

/// Measures text in the cells of a terminal, where a Chinese character or an emoji takes two and an
/// accent of its own takes none.
public final class Cells {

  // East Asian Wide and Fullwidth (Unicode Standard Annex 11), emoji apart.
  private static final int[][] WIDE = {
    {0x1100, 0x115f}, {0x2329, 0x232a}, {0x2e80, 0x303e}, {0x3041, 0x33ff}, {0x3400, 0x4dbf},
    {0x4e00, 0x9fff}, {0xa000, 0xa4cf}, {0xa960, 0xa97f}, {0xac00, 0xd7a3}, {0xf900, 0xfaff},
    {0xfe10, 0xfe19}, {0xfe30, 0xfe6f}, {0xff00, 0xff60}, {0xffe0, 0xffe6}, {0x16fe0, 0x18aff},
    {0x1b000, 0x1b2ff}, {0x1f200, 0x1f265}, {0x20000, 0x3fffd},
  };

  private Cells() {}

  /// The number of cells that `text`, which is visible, takes.
  public static int width(String text) {
    Ruler ruler = new Ruler();
    int cells = 0;
    for (int index = 0; index < text.length(); index = text.offsetByCodePoints(index, 1)) {
      cells += ruler.cells(text.codePointAt(index));
    }
    return cells;
  }

  /// The text, or as much of its beginning as fits into `cells` with `…` behind it.
  public static String shortened(String text, int cells) {
    if (width(text) <= cells) {
      return text;
    }
    Ruler ruler = new Ruler();
    StringBuilder kept = new StringBuilder();
    int used = 1;
    for (int point : text.codePoints().toArray()) {
      used += ruler.cells(point);
      if (used > cells) {
        break;
      }
      kept.appendCodePoint(point);
    }
    return kept.toString().stripTrailing() + "…";
  }

  /// Whether a character has no cells because it only changes the emoji before it: a colour of
  /// skin, or an emoji that a joiner joins to another.
  ///
  /// @param before the last character that has cells
  /// @param joined whether a zero width joiner stands between the two
  public static boolean joins(int before, boolean joined, int point) {
    return Character.isEmojiModifier(point)
        ? Character.isEmoji(before)
        : joined
            && Character.isExtendedPictographic(point)
            && Character.isExtendedPictographic(before);
  }

  /// Goes along a text.
  private static final class Ruler {

    private static final int ZERO_WIDTH_JOINER = 0x200d;

    private int before;
    private boolean joined;

    int cells(int point) {
      if (point == ZERO_WIDTH_JOINER) {
        joined = true;
        return 0;
      }
      int cells = joins(before, joined, point) ? 0 : width(point);
      if (cells > 0) {
        before = point;
        joined = false;
      }
      return cells;
    }
  }

  /// The text with spaces behind it up to `cells`.
  public static String padded(String text, int cells) {
    return text + " ".repeat(Math.max(0, cells - width(text)));
  }

  /// The text with spaces before it up to `cells`.
  public static String aligned(String text, int cells) {
    return " ".repeat(Math.max(0, cells - width(text))) + text;
  }

  private static int width(int point) {
    if (point < 0x300) {
      return 1;
    }
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> Character.isEmojiPresentation(point) || isWide(point) ? 2 : 1;
    };
  }

  private static boolean isWide(int point) {
    for (int[] range : WIDE) {
      if (point >= range[0] && point <= range[1]) {
        return true;
      }
    }
    return false;
  }
}
