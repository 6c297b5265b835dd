package dev.easel.benchmark.gateway;

import dev.easel.benchmark.gateway.Sides.Side;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What the rounds of several sides, which take turns, come to.
final class Medians {

  private static final int ROUNDS = 5;
  private static final Duration LENGTH = Duration.ofSeconds(2);

  private final Map<Side, Round> medians = new EnumMap<>(Side.class);

  private Medians() {}

  /// A round of one side.
  @FunctionalInterface
  interface Kind {
    Round run(Side side, Duration length) throws IOException, InterruptedException;
  }

  /// Runs them.
  static Medians of(List<Side> sides, Kind kind) throws IOException, InterruptedException {
    Map<Side, List<Round>> rounds = new EnumMap<>(Side.class);
    for (int round = 0; round < ROUNDS; round++) {
      for (Side side : sides) {
        rounds.computeIfAbsent(side, _ -> new ArrayList<>()).add(kind.run(side, LENGTH));
      }
    }
    Medians all = new Medians();
    rounds.forEach((side, some) -> all.medians.put(side, Round.median(some)));
    return all;
  }

  /// What a side came to.
  ///
  /// @throws IllegalStateException when it took no turn
  Round get(Side side) {
    Round median = medians.get(side);
    if (median == null) {
      throw new IllegalStateException(side + " took no turn");
    }
    return median;
  }

  /// How many times the rate of another one a side has; not a number when the other took no turn.
  double times(Side side, Side other) {
    Round base = medians.get(other);
    return base == null ? Double.NaN : get(side).perSecond() / base.perSecond();
  }

  /// All but these sides, each with its name.
  String besides(Side... left) {
    List<Side> out = List.of(left);
    return medians.entrySet().stream()
        .filter(one -> !out.contains(one.getKey()))
        .map(one -> one.getKey().name().toLowerCase(Locale.ROOT) + " " + one.getValue())
        .reduce((before, next) -> before + "; " + next)
        .orElse("");
  }
}
