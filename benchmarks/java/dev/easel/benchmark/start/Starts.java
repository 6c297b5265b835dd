package dev.easel.benchmark.start;

import dev.easel.benchmark.Times;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/// Ways to start something, which take turns. For use by one thread.
final class Starts {

  private static final int ROUNDS = 7;

  private final Map<String, Start> starts = new LinkedHashMap<>();
  private final Map<String, Times> times = new LinkedHashMap<>();

  /// Starts something once.
  @FunctionalInterface
  interface Start {
    /// Starts it, and tells how many nanoseconds that took.
    long nanos() throws IOException, InterruptedException;
  }

  /// One more way.
  void add(String name, Start start) {
    starts.put(name, start);
    times.put(name, new Times());
  }

  /// Runs each of them once without a clock, for what only a first start does, and then the rounds.
  void run() throws IOException, InterruptedException {
    for (Start start : starts.values()) {
      start.nanos();
    }
    for (int round = 0; round < ROUNDS; round++) {
      for (Map.Entry<String, Start> start : starts.entrySet()) {
        of(start.getKey()).add(start.getValue().nanos());
      }
    }
  }

  /// What one of them took.
  ///
  /// @throws IllegalArgumentException when there is none of this name
  Times of(String name) {
    Times found = times.get(name);
    if (found == null) {
      throw new IllegalArgumentException("nothing is named " + name);
    }
    return found;
  }
}
