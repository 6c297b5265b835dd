package dev.easel.domain.usecase;

import dev.easel.domain.image.Watch;
import java.time.Duration;
import java.time.Instant;

/// A clock that stands still until a test moves it; a pause moves it by the wait and takes no time.
public final class ManualTime implements Time {

  private Instant now;
  private long nanos;

  /// A clock that shows `start`.
  public ManualTime(Instant start) {
    this.now = start;
  }

  /// Moves both clocks on.
  public synchronized void advance(Duration by) {
    now = now.plus(by);
    nanos += by.toNanos();
  }

  /// Sets the wall clock, as an administrator may; the other clock stays.
  public synchronized void jumpTo(Instant instant) {
    now = instant;
  }

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public synchronized long nanos() {
    return nanos;
  }

  @Override
  public boolean pause(Duration wait, Watch watch) {
    if (watch.cancelled()) {
      return false;
    }
    advance(wait);
    return !watch.cancelled();
  }
}
