package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.LogUnavailable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/// The lock around every write to a log: a mutex among the handles of this process, and a lock on a
/// file among processes. All handles of a process share one open file, because closing any would
/// drop the process's lock. Safe for use by several threads.
final class JsonlLock implements AutoCloseable {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final long SHORTEST_PAUSE = 50_000;
  private static final long LONGEST_PAUSE = 1_000_000;

  private static final Map<FileIdentity, Shared> SHARED = new HashMap<>();

  private static final class Shared {
    private final ReentrantLock mutex = new ReentrantLock(true);
    private final FileIdentity file;
    private @Nullable FileChannel channel;
    private int users;

    private Shared(FileIdentity file) {
      this.file = file;
    }
  }

  private final JsonlHold log;
  private final Shared shared;

  private JsonlLock(JsonlHold log, Shared shared) {
    this.log = log;
    this.shared = shared;
  }

  /// The lock on this file, by its real path.
  ///
  /// @param log what is locked
  static JsonlLock join(Path file, JsonlHold log) {
    synchronized (SHARED) {
      Shared shared = SHARED.computeIfAbsent(FileIdentity.of(file), Shared::new);
      shared.users++;
      return new JsonlLock(log, shared);
    }
  }

  /// Waits until the lock is this thread's. Whether the log lies in its place still is for whoever
  /// reads or writes it then.
  ///
  /// @throws LogUnavailable when others keep it for half a minute, or it does not lie in its place
  ///   any more
  Held hold() throws IOException {
    shared.mutex.lock();
    try {
      return new Held(acquire());
    } catch (IOException | RuntimeException | Error failed) {
      shared.mutex.unlock();
      throw failed;
    }
  }

  /// The lock, held until it is closed by the thread that holds it.
  final class Held implements AutoCloseable {
    private final FileLock lock;

    private Held(FileLock lock) {
      this.lock = lock;
    }

    @Override
    public void close() throws IOException {
      try {
        lock.release();
      } finally {
        shared.mutex.unlock();
      }
    }
  }

  private FileLock acquire() throws IOException {
    long end = System.nanoTime() + LONGEST_WAIT.toNanos();
    for (long pause = SHORTEST_PAUSE; ; pause = Math.min(LONGEST_PAUSE, pause * 2)) {
      FileLock lock = channel().tryLock();
      if (lock != null) {
        demandPlace(lock);
        return lock;
      }
      await(end, pause);
    }
  }

  // Whoever comes to the place now locks another file, or none.
  private void demandPlace(FileLock lock) throws IOException {
    if (!shared.file.isInPlace()) {
      lock.release();
      throw log.moved();
    }
  }

  private void await(long end, long pause) {
    if (System.nanoTime() > end) {
      throw new LogUnavailable(
          LogUnavailable.Reason.BUSY,
          "another program has kept the log locked for half a minute ("
              + shared.file.path()
              + "); end it, or try again");
    }
    try (KeptInterrupt _ = KeptInterrupt.begin()) {
      LockSupport.parkNanos(pause);
    }
  }

  private FileChannel channel() throws IOException {
    if (shared.channel == null) {
      shared.channel = FileChannel.open(shared.file.path(), StandardOpenOption.WRITE);
    }
    return shared.channel;
  }

  private void closeChannel() throws IOException {
    if (shared.channel != null) {
      shared.channel.close();
      shared.channel = null;
    }
  }

  @Override
  public void close() throws IOException {
    shared.mutex.lock();
    try {
      synchronized (SHARED) {
        if (--shared.users == 0) {
          SHARED.remove(shared.file);
          closeChannel();
        }
      }
    } finally {
      shared.mutex.unlock();
    }
  }
}
