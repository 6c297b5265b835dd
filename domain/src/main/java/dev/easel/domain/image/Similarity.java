package dev.easel.domain.image;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// Finds the names that somebody may have meant.
public final class Similarity {

  private static final int MOST = 3;

  private Similarity() {}

  /// Up to three of `names`, nearest first: those that begin with `name`, or else those that differ
  /// from it in a few letters.
  public static List<String> nearest(String name, List<String> names) {
    String wanted = name.toLowerCase(Locale.ROOT).strip();
    if (wanted.isEmpty()) {
      return List.of();
    }
    List<String> longer = sorted(wanted, names, known -> known.startsWith(wanted));
    int few = Math.max(2, wanted.length() / 4);
    return longer.isEmpty()
        ? sorted(wanted, names, known -> distance(wanted, known) <= few)
        : longer;
  }

  private static List<String> sorted(
      String wanted, List<String> names, Predicate<String> condition) {
    return names.stream()
        .filter(condition)
        .sorted(Comparator.comparingInt(known -> distance(wanted, known)))
        .limit(MOST)
        .toList();
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
