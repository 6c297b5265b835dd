package dev.easel.adapter.persistence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// What waits to be written. Safe for use by several threads, one of which takes it.
final class SqliteQueue {

  private static final int MOST_AT_ONCE = 512;
  private static final Duration BEAT = Duration.ofMillis(4);

  private final BlockingQueue<SqlitePending<?>> waiting = new LinkedBlockingQueue<>();
  private final SqlitePending<?> end = new SqlitePending<>(_ -> true);
  private final SqliteRhythm rhythm = new SqliteRhythm(BEAT);
  private boolean closed;
  private boolean ended;
  private volatile boolean taken;

  /// Adds a job.
  ///
  /// @return false when it is closed
  synchronized boolean add(SqlitePending<?> job) {
    return !closed && waiting.add(job);
  }

  /// Whether whoever has a job may as well do it at once: nothing waits, nothing that was taken is
  /// being done, and few come at once these days.
  boolean isIdle() {
    return !taken && waiting.isEmpty() && rhythm.isCalm();
  }

  /// Whether it takes jobs.
  synchronized boolean isOpen() {
    return !closed;
  }

  /// Takes no more jobs.
  synchronized void close() {
    if (!closed) {
      closed = true;
      waiting.add(end);
    }
  }

  /// Takes no more jobs after this one, unless it is closed already.
  synchronized void close(SqlitePending<?> last) {
    add(last);
    close();
  }

  /// Waits for jobs that are to be done together.
  ///
  /// @return empty when it is closed and all are taken
  List<SqlitePending<?>> take() throws InterruptedException {
    List<SqlitePending<?>> batch = new ArrayList<>();
    if (!ended) {
      taken = false;
      batch.add(waiting.take());
      taken = true;
      rhythm.await(() -> 1 + waiting.size());
      waiting.drainTo(batch, MOST_AT_ONCE - 1);
      ended = batch.remove(end);
    }
    return batch;
  }
}
