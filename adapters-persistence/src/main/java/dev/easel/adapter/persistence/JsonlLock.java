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

  /// How long whoever comes after somebody who waited in vain waits, and for how long that counts.
  private static final Duration SHORT_WAIT = Duration.ofSeconds(1);

  private static final Duration JUST_NOW = Duration.ofSeconds(5);

  private static final long SHORTEST_PAUSE = 50_000;
  private static final long LONGEST_PAUSE = 1_000_000;

  private static final Map<FileIdentity, Shared> SHARED = new HashMap<>();

  private static final class Shared {
    private final ReentrantLock mutex = new ReentrantLock(true);
    private final FileIdentity file;
    private @Nullable FileChannel channel;
    private int users;
    private @Nullable Long waitedInVain;

    private Shared(FileIdentity file) {
      this.file = file;
    }
  }

  private final JsonlHold log;
  private final Shared shared;
  private final Duration longest;

  private JsonlLock(JsonlHold log, Shared shared, Duration longest) {
    this.log = log;
    this.shared = shared;
    this.longest = longest;
  }

  /// The lock on this file, by its real path.
  ///
  /// @param log what is locked
  static JsonlLock join(Path file, JsonlHold log) {
    return join(file, log, LONGEST_WAIT);
  }

  /// The same.
  ///
  /// @param longest wait for others
  static JsonlLock join(Path file, JsonlHold log, Duration longest) {
    synchronized (SHARED) {
      Shared shared = SHARED.computeIfAbsent(FileIdentity.of(file), Shared::new);
      shared.users++;
      return new JsonlLock(log, shared, longest);
    }
  }

  /// Waits until the lock is this thread's. Whether the log lies in its place still is for whoever
  /// reads or writes it then.
  ///
  /// @throws LogUnavailable when others keep it for half a minute, or for a second just after
  ///   somebody waited for so long; or when it does not lie in its place any more
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
    Duration patience = patience();
    long end = System.nanoTime() + patience.toNanos();
    for (long pause = SHORTEST_PAUSE; ; pause = Math.min(LONGEST_PAUSE, pause * 2)) {
      FileLock lock = channel().tryLock();
      if (lock != null) {
        shared.waitedInVain = null;
        demandPlace(lock);
        return lock;
      }
      if (System.nanoTime() > end) {
        throw inVain(patience);
      }
      pause(pause);
    }
  }

  // Who stops has several things to write, and would wait for each of them.
  private Duration patience() {
    Long before = shared.waitedInVain;
    boolean justNow = before != null && System.nanoTime() - before < JUST_NOW.toNanos();
    return justNow ? SHORT_WAIT : longest;
  }

  // Whoever comes to the place now locks another file, or none.
  private void demandPlace(FileLock lock) throws IOException {
    if (!shared.file.isInPlace()) {
      lock.release();
      throw log.moved();
    }
  }

  private LogUnavailable inVain(Duration patience) {
    if (patience.equals(longest)) {
      shared.waitedInVain = System.nanoTime();
    }
    return new LogUnavailable(
        LogUnavailable.Reason.BUSY,
        "another program keeps the log locked (" + shared.file.path() + "); end it, or try again");
  }

  private static void pause(long nanos) {
    try (KeptInterrupt _ = KeptInterrupt.begin()) {
      LockSupport.parkNanos(nanos);
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
