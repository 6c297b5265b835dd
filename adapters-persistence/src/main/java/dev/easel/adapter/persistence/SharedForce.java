package dev.easel.adapter.persistence;

import java.io.IOException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// Puts something on stable storage, once for all who ask at the same time: who comes while it is
/// being forced is covered by the next time. Safe for use by several threads.
final class SharedForce {

  /// Puts all that was done before on stable storage.
  interface Force {
    /// Returns when it is there.
    ///
    /// @throws IOException when it cannot be put there
    void force() throws IOException;
  }

  private final Force once;
  private final Lock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();
  private long asked;
  private long covered;
  private boolean forcing;

  SharedForce(Force once) {
    this.once = once;
  }

  /// Returns when everything that was done before is on stable storage.
  ///
  /// @throws IOException when it cannot be put there
  void force() throws IOException {
    lock.lock();
    try {
      long mine = ++asked;
      while (covered < mine) {
        if (forcing) {
          ended.awaitUninterruptibly();
        } else {
          forceForAll();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  // Whoever waits for one that fails tries for itself.
  private void forceForAll() throws IOException {
    long all = asked;
    boolean done = false;
    forcing = true;
    lock.unlock();
    try {
      once.force();
      done = true;
    } finally {
      lock.lock();
      forcing = false;
      covered = done ? all : covered;
      ended.signalAll();
    }
  }
}
