package dev.easel.app.tui.screen;

import dev.easel.app.tui.text.Cells;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// Cuts text into what a terminal draws in one or two cells: a character with its accents. Of emoji
/// that are joined only the first is kept, since terminals differ in what they make of them; what
/// cannot be seen is left out or becomes a dot.
final class Clusters {

  private static final int ZERO_WIDTH_JOINER = 0x200d;
  private static final int MOST_ACCENTS = 2;

  private final List<Cluster> clusters = new ArrayList<>();
  private boolean joining;
  private int accents;

  private Clusters() {}

  /// A character with its accents.
  ///
  /// @param columns 1 or 2
  record Cluster(String text, int columns) {}

  static List<Cluster> of(String text) {
    if (ascii(text)) {
      return ofAscii(text);
    }
    Clusters cutting = new Clusters();
    Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(cutting::add);
    return cutting.clusters;
  }

  private static boolean ascii(String text) {
    return text.chars().allMatch(character -> character >= ' ' && character < 0x7f);
  }

  private static List<Cluster> ofAscii(String text) {
    return text.chars().mapToObj(one -> new Cluster(Character.toString(one), 1)).toList();
  }

  private void add(int point) {
    switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> accent(point);
      case Character.FORMAT -> joining = point == ZERO_WIDTH_JOINER;
      case Character.CONTROL,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          start("·", 1);
      default -> visible(point);
    }
  }

  private void visible(int point) {
    String text = Character.toString(point);
    int before = clusters.isEmpty() ? 0 : clusters.getLast().text().codePointAt(0);
    if (Cells.joins(before, joining, point)) {
      joining = false;
      return;
    }
    start(text, Cells.width(text));
  }

  private void start(String text, int columns) {
    joining = false;
    accents = 0;
    clusters.add(new Cluster(text, columns));
  }

  // A terminal draws every accent that it is given; a tower of them would cover other rows.
  private void accent(int point) {
    boolean selector = point >= 0xfe00 && point <= 0xfe0f;
    if (clusters.isEmpty() || selector || accents == MOST_ACCENTS) {
      return;
    }
    accents++;
    Cluster last = clusters.removeLast();
    clusters.add(new Cluster(last.text() + Character.toString(point), last.columns()));
  }
}
