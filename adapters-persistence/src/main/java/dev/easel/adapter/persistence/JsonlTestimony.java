package dev.easel.adapter.persistence;

import java.io.IOException;
import java.time.Duration;

/// Tells beside a log how much of it was forced to the disk, now and then. For one thread at a
/// time, under the log's lock.
final class JsonlTestimony {

  private final JsonlPlaces places;
  private final Duration silence;
  private LogWitness forced = LogWitness.NONE;
  private long silentUntil = System.nanoTime();

  JsonlTestimony(JsonlPlaces places, JsonlLimits limits) {
    this.places = places;
    this.silence = limits.silence();
  }

  /// So much was forced, at least.
  void forced(LogWitness some) {
    forced = forced.and(some);
    if (System.nanoTime() - silentUntil >= 0) {
      tell();
    }
  }

  /// Tells what was forced.
  void tell() {
    silentUntil = System.nanoTime() + silence.toNanos();
    try {
      LogWitness known = LogWitness.read(places.witness());
      if (forced.saysMoreThan(known)) {
        known.and(forced).write(places.witness());
      }
    } catch (IOException _) {
      // it is no promise
    }
  }
}
