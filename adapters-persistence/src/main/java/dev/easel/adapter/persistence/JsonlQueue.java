package dev.easel.adapter.persistence;

import dev.easel.adapter.persistence.JsonlJob.Target;
import dev.easel.domain.image.Nullable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// The jobs that wait to be done. Those that write to the log and those that write to its journal
/// are not taken together, so that one file is forced to the disk each time, and not two: first
/// those that are more, then the others. Safe for use by several threads, one of which takes.
final class JsonlQueue {

  private static final int MOST_AT_ONCE = 512;

  private final Lock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<Target, Queue<JsonlJob<?>>> waiting = new EnumMap<>(Target.class);
  private @Nullable Target passedOver;
  private volatile boolean closed;
  private volatile boolean idle = true;

  JsonlQueue() {
    for (Target target : Target.values()) {
      waiting.put(target, new ArrayDeque<>());
    }
  }

  /// Adds a job.
  ///
  /// @return false when it is closed
  boolean add(JsonlJob<?> job) {
    lock.lock();
    try {
      if (!closed) {
        idle = false;
        of(job.target()).add(job);
        changed.signal();
      }
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  /// Whether nothing waits, and nothing that was taken is being done.
  boolean isIdle() {
    return idle;
  }

  /// Whether it takes jobs.
  boolean isOpen() {
    return !closed;
  }

  /// Takes no more jobs.
  ///
  /// @return whether it took some until now
  boolean close() {
    lock.lock();
    try {
      boolean before = closed;
      closed = true;
      changed.signal();
      return !before;
    } finally {
      lock.unlock();
    }
  }

  /// Waits for jobs that are to be done together.
  ///
  /// @return empty when it is closed and all are taken
  List<JsonlJob<?>> take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (isEmpty() && !closed) {
        idle = true;
        changed.await();
      }
      return isEmpty() ? List.of() : some(of(next()));
    } finally {
      lock.unlock();
    }
  }

  private boolean isEmpty() {
    return of(Target.LOG).isEmpty() && of(Target.JOURNAL).isEmpty();
  }

  private Target next() {
    Target next = passedOver == null ? fuller() : passedOver;
    passedOver = passedOver == null && !of(next.other()).isEmpty() ? next.other() : null;
    return next;
  }

  private Target fuller() {
    return of(Target.LOG).size() < of(Target.JOURNAL).size() ? Target.JOURNAL : Target.LOG;
  }

  private Queue<JsonlJob<?>> of(Target target) {
    return Objects.requireNonNull(waiting.get(target));
  }

  private static List<JsonlJob<?>> some(Queue<JsonlJob<?>> jobs) {
    List<JsonlJob<?>> some = new ArrayList<>();
    while (!jobs.isEmpty() && some.size() < MOST_AT_ONCE) {
      some.add(jobs.remove());
    }
    return some;
  }
}
