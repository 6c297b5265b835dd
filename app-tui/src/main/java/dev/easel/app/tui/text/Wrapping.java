package dev.easel.app.tui.text;

import java.util.ArrayList;
import java.util.List;

/// Breaks text into lines between its words; a word that is too long is cut.
public final class Wrapping {

  private Wrapping() {}

  /// The lines of visible text, each at most `cells` wide; its own line ends stay.
  public static List<String> lines(String text, int cells) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\n", -1)) {
      wrap(paragraph, Math.max(2, cells), lines);
    }
    return lines;
  }

  private static void wrap(String paragraph, int cells, List<String> lines) {
    StringBuilder line = new StringBuilder();
    int used = 0;
    for (String word : paragraph.split("(?<= )", -1)) {
      int wide = Cells.width(word.stripTrailing());
      if (used > 0 && used + wide > cells) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
        used = 0;
      }
      String rest = wide > cells ? cut(word, cells, lines) : word;
      line.append(rest);
      used += Cells.width(rest);
    }
    lines.add(line.toString().stripTrailing());
  }

  // Gives the lines that a long word fills, and returns what is left of it, which fits.
  private static String cut(String word, int cells, List<String> lines) {
    int end = word.stripTrailing().length();
    int from = 0;
    int used = 0;
    for (int at = 0; at < end; at += Character.charCount(word.codePointAt(at))) {
      int wide = Cells.width(Character.toString(word.codePointAt(at)));
      if (used + wide > cells) {
        lines.add(word.substring(from, at));
        from = at;
        used = 0;
      }
      used += wide;
    }
    return word.substring(from);
  }
}
