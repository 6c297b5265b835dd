package dev.easel.benchmark;

import java.util.List;

/// The middle of some figures.
public final class Median {

  private Median() {}

  /// The median, the higher of two.
  ///
  /// @throws IndexOutOfBoundsException when there is none
  public static <T extends Comparable<T>> T of(List<T> figures) {
    return figures.stream().sorted().toList().get(figures.size() / 2);
  }
}
