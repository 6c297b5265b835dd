package dev.easel.adapter.persistence;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// Puts what one directory says of its files on stable storage, once for all who ask at the same
/// time: who comes while it is being forced is covered by the next time. Safe for use by several
/// threads.
final class DirectoryForce {

  private final Path directory;
  private final Lock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();
  private long asked;
  private long covered;
  private boolean forcing;

  DirectoryForce(Path directory) {
    this.directory = directory;
  }

  /// Returns when everything that was done in the directory before is on stable storage.
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
      PrivateFiles.force(directory);
      done = true;
    } finally {
      lock.lock();
      forcing = false;
      covered = done ? all : covered;
      ended.signalAll();
    }
  }
}
