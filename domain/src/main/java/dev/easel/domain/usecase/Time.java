package dev.easel.domain.usecase;

import dev.easel.domain.image.Watch;
import java.time.Duration;
import java.time.Instant;

/// The port to the clocks. Safe for use by several threads.
public interface Time {

  /// The wall clock's moment.
  Instant now();

  /// Nanoseconds of a clock that never jumps; only differences mean something.
  long nanos();

  /// Waits, looking at `watch` often.
  ///
  /// @return false when the wait was cut short because the watcher cancelled
  boolean pause(Duration wait, Watch watch);
}
