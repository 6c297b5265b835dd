package dev.easel.domain.cost;

import dev.easel.domain.image.Nullable;
import java.util.Optional;

/// A cost, and what stands in the way where it is not known.
///
/// @param obstacle null exactly when the cost has an amount
public record Reckoning(Cost cost, @Nullable Obstacle obstacle) {

  /// Checks that there is either an amount or an obstacle.
  ///
  /// @throws IllegalArgumentException when there are both, or neither
  public Reckoning {
    if ((cost.amount() == null) == (obstacle == null)) {
      throw new IllegalArgumentException("a cost is known, or something stands in the way");
    }
  }

  static Reckoning known(Cost cost) {
    return new Reckoning(cost, null);
  }

  static Reckoning unknown(Obstacle.Kind kind, String sentence) {
    return new Reckoning(Cost.UNKNOWN, new Obstacle(kind, sentence));
  }

  /// What stands in the way, if anything does.
  public Optional<Obstacle> hindered() {
    return Optional.ofNullable(obstacle);
  }
}
