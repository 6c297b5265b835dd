package dev.easel.adapter.persistence;

import dev.easel.adapter.persistence.JsonlJob.Target;
import dev.easel.domain.image.Nullable;
import dev.easel.platform.Alarms;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;

/// Has the jobs of a handle done, one batch after the other: by a thread that takes what waits, or
/// by whoever asks, where nothing waits. While one batch is forced to the disk, the next one
/// gathers. Safe for use by several threads.
final class JsonlWriter implements AutoCloseable {

  /// How long lines may lie in the log that were not forced.
  private static final Duration UNFORCED = Duration.ofSeconds(1);

  private final JsonlBatches batches;
  private final JsonlQueue queue = new JsonlQueue();
  private final Turn turn = new Turn();
  private @Nullable Thread thread;
  private @Nullable Future<?> forcing;
  private boolean used;

  /// A writer whose thread starts when there is something to write.
  JsonlWriter(JsonlBatches batches) {
    this.batches = batches;
  }

  /// Does a job and waits until it is done.
  <T> T run(JsonlJob<T> job) {
    if (!doneAtOnce(job)) {
      queued(job);
    }
    return job.await();
  }

  // Where nobody else writes, to wake a thread and to be woken by it takes as long as to write.
  private boolean doneAtOnce(JsonlJob<?> job) {
    return queue.isIdle() && turn.takeIfFree(() -> acceptAtOnce(job));
  }

  private boolean acceptAtOnce(JsonlJob<?> job) {
    boolean open = queue.isOpen();
    if (open) {
      used = true;
      acceptUninterrupted(job);
      forceInAWhile();
      leaveTidyingToTheThread();
    }
    return open;
  }

  private void acceptUninterrupted(JsonlJob<?> job) {
    try (KeptInterrupt _ = KeptInterrupt.begin()) {
      batches.accept(List.of(job));
    }
  }

  private void leaveTidyingToTheThread() {
    if (batches.isUntidy()) {
      offer(new JsonlJob<>(Target.LOG, _ -> true));
    }
  }

  /// Does a job in its turn.
  ///
  /// @throws IllegalStateException when the log is closed
  <T> Future<T> submit(JsonlJob<T> job) {
    return queued(job).answer();
  }

  private <T> JsonlJob<T> queued(JsonlJob<T> job) {
    if (!offer(job)) {
      throw new IllegalStateException("the log is closed");
    }
    return job;
  }

  private synchronized boolean offer(JsonlJob<?> job) {
    boolean added = queue.add(job);
    if (added && thread == null) {
      thread = Thread.ofPlatform().daemon().name("easel-log").start(this::work);
    }
    return added;
  }

  private void work() {
    try {
      List<JsonlJob<?>> jobs = queue.take();
      while (!jobs.isEmpty()) {
        List<JsonlJob<?>> now = jobs;
        turn.take(() -> accept(now));
        jobs = queue.take();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void accept(List<JsonlJob<?>> jobs) {
    batches.accept(jobs);
    forceInAWhile();
    if (batches.isUntidy()) {
      batches.tidy();
    }
  }

  private void forceInAWhile() {
    boolean underWay = forcing != null && !forcing.isDone();
    if (batches.areUnforced() && !underWay) {
      forcing = Alarms.after(UNFORCED, () -> offer(new JsonlJob<>(Target.LOG, _ -> true)));
    }
  }

  /// Gives everything back when all that was submitted is done, and ends what is in flight still.
  @Override
  public void close() {
    if (queue.close()) {
      boolean worked = awaitThread();
      turn.take(() -> end(used || worked));
    }
  }

  // Whether there was one.
  private boolean awaitThread() {
    @Nullable Thread working = working();
    if (working != null) {
      KeptInterrupt.join(working);
    }
    return working != null;
  }

  // Whoever has added a job just now has begun it then.
  private synchronized @Nullable Thread working() {
    return thread;
  }

  private void end(boolean used) {
    if (used) {
      acceptUninterrupted(new JsonlJob<>(Target.LOG, JsonlSteps::stopped));
    }
    batches.close();
  }
}
