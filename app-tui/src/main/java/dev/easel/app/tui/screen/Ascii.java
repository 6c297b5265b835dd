package dev.easel.app.tui.screen;

import java.util.HashMap;
import java.util.Map;

/// ASCII for the glyphs of the interface, for terminals that draw nothing else. What stands for
/// nothing of the interface becomes a question mark.
final class Ascii {

  private static final Map<String, String> REPLACEMENTS = new HashMap<>();

  static {
    replace("─━═╌╍┄┅┈┉╴╶╸╺–—−▔‐‑", "-");
    replace("│┃║╎╏┆┇┊┋╵╷╹╻▏", "|");
    replace("┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬╭╮╰╯┝┥┠┨┯┷┿╂✓✔", "+");
    // Heights and widths in eighths: each one denser than the one before.
    replace("▁", "_");
    replace("▂▎▖▗▘▝░·•…", ".");
    replace("▃▍", "-");
    replace("▄▌▒", "=");
    replace("▅▋±", "+");
    replace("▆▊★●◆◉▪", "*");
    replace("▇▉▓", "%");
    replace("█▐■▙▛▜▟▚▞", "#");
    replace("▀“”„″", "\"");
    replace("←◀◂‹«↵⏎≤", "<");
    replace("→▶▸›»≥", ">");
    replace("↑▲▴", "^");
    replace("↓▼▾", "v");
    replace("✗✘×", "x");
    replace("↻⟳↺", "r");
    replace("○◌☆□", "o");
    replace("≈∼", "~");
    replace("‘’′", "'");
    replace("⚠", "!");
    replace("⋮", ":");
    replace("\u00a0\u2009\u202f\u2800", " ");
  }

  private Ascii() {}

  private static void replace(String glyphs, String ascii) {
    glyphs.codePoints().forEach(point -> REPLACEMENTS.put(Character.toString(point), ascii));
  }

  /// One character of ASCII, whatever the glyph's width.
  static String of(String glyph) {
    if (glyph.chars().allMatch(character -> character < 0x7f)) {
      return glyph;
    }
    String known = REPLACEMENTS.get(glyph);
    return known != null ? known : braille(glyph.codePointAt(0));
  }

  private static String braille(int point) {
    boolean dots = point > 0x2800 && point <= 0x28ff;
    return dots ? density(Integer.bitCount(point - 0x2800)) : "?";
  }

  private static String density(int dots) {
    return dots <= 2 ? "." : dots <= 5 ? ":" : "#";
  }
}
