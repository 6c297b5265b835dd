package dev.easel.domain.image;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Finds the names that somebody may have meant.
public final class Similarity {

  private static final int MOST = 3;

  private Similarity() {}

  /// Up to three of `names` that begin like `name` or differ from it in a few letters, nearest
  /// first.
  public static List<String> nearest(String name, List<String> names) {
    String wanted = name.toLowerCase(Locale.ROOT).strip();
    return names.stream()
        .filter(known -> !wanted.isEmpty() && near(wanted, known))
        .sorted(Comparator.comparingInt(known -> distance(wanted, known)))
        .limit(MOST)
        .toList();
  }

  private static boolean near(String wanted, String known) {
    return known.startsWith(wanted) || distance(wanted, known) <= Math.max(2, wanted.length() / 4);
  }

  /// The number of letters to insert, delete or replace.
  static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int column = 0; column < row.length; column++) {
      row[column] = column;
    }
    for (int index = 0; index < one.length(); index++) {
      row = next(row, one.charAt(index), other);
    }
    return row[other.length()];
  }

  private static int[] next(int[] above, char letter, String other) {
    int[] row = new int[above.length];
    row[0] = above[0] + 1;
    for (int column = 1; column < row.length; column++) {
      int replaced = above[column - 1] + (letter == other.charAt(column - 1) ? 0 : 1);
      row[column] = Math.min(replaced, 1 + Math.min(above[column], row[column - 1]));
    }
    return row;
  }
}
