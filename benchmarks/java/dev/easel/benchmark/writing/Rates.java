package dev.easel.benchmark.writing;

import dev.easel.benchmark.Median;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The rates of several rounds by name. For use by one thread.
final class Rates {

  private final Map<String, List<Double>> rates = new HashMap<>();

  /// Adds the rate of a round, in one second.
  void add(String name, double rate) {
    rates.computeIfAbsent(name, _ -> new ArrayList<>()).add(rate);
  }

  /// The median.
  ///
  /// @throws IllegalStateException when there was no round
  double of(String name) {
    List<Double> some = rates.getOrDefault(name, List.of());
    if (some.isEmpty()) {
      throw new IllegalStateException("there was no round of " + name);
    }
    return Median.of(some);
  }
}
