package dev.easel.adapter.persistence;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/// Who has a file while it comes: a few pictures in the whole process, since each takes two of the
/// files that a process may have open. What is left of them when the process ends is removed. Safe
/// for use by several threads.
final class ArrivingFiles {

  /// The most at once.
  static final int MOST = 16;

  /// How long the end of the process waits for those that are being written.
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private static final Semaphore FREE = new Semaphore(MOST);
  private static final Set<ArrivingPicture> OPEN = ConcurrentHashMap.newKeySet();

  static {
    try {
      Runtime.getRuntime().addShutdownHook(new Thread(ArrivingFiles::forgetAll));
    } catch (IllegalStateException ending) {
      FREE.drainPermits();
    }
  }

  private ArrivingFiles() {}

  /// Lets a picture have a file.
  ///
  /// @return false when others have all there may be
  static boolean enter(ArrivingPicture picture) {
    boolean entered = FREE.tryAcquire();
    if (entered) {
      OPEN.add(picture);
    }
    return entered;
  }

  /// A picture has no file any more, or another owner has it.
  static void leave(ArrivingPicture picture) {
    if (OPEN.remove(picture)) {
      FREE.release();
    }
  }

  private static void forgetAll() {
    OPEN.forEach(ArrivingPicture::forget);
    long end = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (!OPEN.isEmpty() && System.nanoTime() < end) {
        Thread.sleep(1);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
