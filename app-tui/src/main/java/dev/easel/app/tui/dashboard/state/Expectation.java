package dev.easel.app.tui.dashboard.state;

import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Nullable;
import java.time.Duration;

/// What is to be expected of a request, from those before it that ended well.
///
/// @param runs how many they were, at most fifty
/// @param middle how long the middle one took
/// @param slow how long all but one in twenty took
/// @param cheapest what the cheapest cost, null when no cost is known
/// @param dearest what the dearest cost, null when no cost is known
public record Expectation(
    int runs, Duration middle, Duration slow, @Nullable Money cheapest, @Nullable Money dearest) {

  /// With fewer than this many there is nothing to expect.
  public static final int FEWEST = 5;
}
