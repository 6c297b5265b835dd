package dev.easel.adapter.persistence;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/// Lets one thread at a time do something. Safe for use by several threads.
final class Turn {

  private final ReentrantLock lock = new ReentrantLock();

  /// Waits for the turn, and does this in it.
  void take(Runnable work) {
    lock.lock();
    try {
      work.run();
    } finally {
      lock.unlock();
    }
  }

  /// Does this if the turn is nobody else's.
  ///
  /// @return whether it was done, as it says itself
  boolean takeIfFree(BooleanSupplier work) {
    if (!lock.tryLock()) {
      return false;
    }
    try {
      return work.getAsBoolean();
    } finally {
      lock.unlock();
    }
  }
}
