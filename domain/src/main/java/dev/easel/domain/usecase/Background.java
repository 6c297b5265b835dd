package dev.easel.domain.usecase;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// The port to work that goes on while nobody waits for it. Safe for use by several threads.
public interface Background {

  /// Takes `step` again every few seconds, as long as this process lives, until it says that it is
  /// done. The first time is a few seconds from now; one step never overlaps with itself.
  void until(BooleanSupplier step);

  /// How many pieces of work are not done.
  int count();

  /// Takes each step that is not done a last time, at once, since this process is about to end.
  ///
  /// @param longest how long to wait for that; a step that takes longer goes on
  /// @return how many are not done
  int end(Duration longest);
}
