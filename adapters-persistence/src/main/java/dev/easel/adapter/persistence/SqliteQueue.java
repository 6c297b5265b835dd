package dev.easel.adapter.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// What waits to be written. Safe for use by several threads, one of which takes it.
final class SqliteQueue {

  private static final int MOST_AT_ONCE = 512;

  /// So many at once are many.
  private static final int MANY = 4;

  /// How fast those who do not come any more are forgotten.
  private static final double MEMORY = 0.75;

  private final BlockingQueue<SqlitePending<?>> waiting = new LinkedBlockingQueue<>();
  private final SqlitePending<?> end = new SqlitePending<>(_ -> true);
  private boolean closed;
  private boolean ended;
  private volatile boolean taken;
  private volatile double most;

  /// Adds a job.
  ///
  /// @return false when it is closed
  synchronized boolean add(SqlitePending<?> job) {
    return !closed && waiting.add(job);
  }

  /// Whether whoever has a job may as well do it at once: nothing waits, nothing that was taken is
  /// being done, and few come at once these days.
  boolean isIdle() {
    return !taken && waiting.isEmpty() && most < MANY;
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
      waiting.drainTo(batch, MOST_AT_ONCE - 1);
      most = Math.max(batch.size(), most * MEMORY);
      ended = batch.remove(end);
    }
    return batch;
  }
}
