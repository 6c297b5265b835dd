package dev.easel.adapter.persistence;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/// A thread that has begun to wait for something.
final class WaitingThread {

  private WaitingThread() {}

  /// Starts a thread that does this, and returns when it waits in it.
  static Thread in(Callable<?> work) {
    Thread thread = Thread.ofVirtual().start(new FutureTask<>(work));
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    return thread;
  }
}
