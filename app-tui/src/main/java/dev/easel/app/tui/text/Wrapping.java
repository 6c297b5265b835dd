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
      String rest = word;
      while (Cells.width(rest.stripTrailing()) > cells) {
        String head = head(rest, cells);
        lines.add(head);
        rest = rest.substring(head.length());
      }
      line.append(rest);
      used += Cells.width(rest);
    }
    lines.add(line.toString().stripTrailing());
  }

  private static String head(String text, int cells) {
    int end = 0;
    int used = 0;
    while (end < text.length()) {
      int next = end + Character.charCount(text.codePointAt(end));
      used += Cells.width(text.substring(end, next));
      if (used > cells) {
        break;
      }
      end = next;
    }
    return text.substring(0, end);
  }
}
