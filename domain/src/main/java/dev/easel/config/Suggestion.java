package dev.easel.config;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;

/// Finds what a user may have meant.
final class Suggestion {

  private static final int FARTHEST = 4;

  private Suggestion() {}

  static String forKey(String word) {
    return nearest(word, Arrays.stream(Key.values()).map(Key::word));
  }

  static String forVariable(String variable) {
    return nearest(variable, Arrays.stream(Key.values()).map(Key::variable));
  }

  private static String nearest(String word, Stream<String> known) {
    return known
        .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
        .filter(candidate -> distance(word, candidate) <= FARTHEST)
        .map(candidate -> "did you mean " + candidate + "?")
        .orElse("`easel doctor --keys` lists them all");
  }

  /// The number of characters to insert, delete or replace (Levenshtein distance).
  static int distance(String one, String other) {
    int[] previous = new int[other.length() + 1];
    Arrays.setAll(previous, index -> index);
    for (int row = 1; row <= one.length(); row++) {
      int[] current = new int[other.length() + 1];
      current[0] = row;
      for (int column = 1; column <= other.length(); column++) {
        int replaced = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
        current[column] =
            Math.min(
                previous[column - 1] + replaced,
                1 + Math.min(previous[column], current[column - 1]));
      }
      previous = current;
    }
    return previous[other.length()];
  }
}
