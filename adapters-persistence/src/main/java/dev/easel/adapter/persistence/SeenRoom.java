package dev.easel.adapter.persistence;

import java.time.Duration;

/// How much room a disk had when somebody looked, less what was promised since: for a short time it
/// need not be looked at again. Safe for use by several threads.
final class SeenRoom {

  private final long trust;
  private long until = System.nanoTime();
  private long left;

  /// Nothing was seen yet.
  ///
  /// @param trust how long what was seen holds
  SeenRoom(Duration trust) {
    this.trust = trust.toNanos();
  }

  /// There is room for so many bytes, from now on.
  synchronized void saw(long bytes) {
    until = System.nanoTime() + trust;
    left = bytes;
  }

  /// Promises so many bytes of what was seen.
  ///
  /// @return whether they were there; when not, somebody has to look
  synchronized boolean promises(long bytes) {
    if (System.nanoTime() - until >= 0 || left < bytes) {
      return false;
    }
    left -= bytes;
    return true;
  }

  /// Somebody found that it is otherwise: what was seen holds no more.
  synchronized void forget() {
    left = -1;
  }
}
