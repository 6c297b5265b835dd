package dev.easel.app.http;

import dev.easel.domain.image.Watch;
import dev.easel.domain.usecase.Result;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The work that spends money: counted, finished whatever becomes of the client, refused once the
/// server stops, and cut short when it takes too long then. Safe for use by several threads.
final class WorkInFlight {

  /// How long work that is cut short may take to book how it ended.
  private static final Duration BOOKING = Duration.ofSeconds(1);

  private final Lock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Consumer<Result> ends;
  private final Set<Thread> workers = new HashSet<>();
  private boolean closing;
  private volatile boolean cut;
  private boolean uncertain;

  /// Tells the use cases whether to go on: work that has sent nothing yet is released when it is
  /// cut short.
  private final Watch watch = Watch.until(() -> cut);

  /// @param ends told of every end, after whoever waits for it
  WorkInFlight(Consumer<Result> ends) {
    this.ends = ends;
  }

  /// What the work of this server listens to.
  Watch watch() {
    return watch;
  }

  /// Runs work on this thread, which nobody ends when its client is gone, and `afterwards` when it
  /// has ended or is refused. It is interrupted when it is cut short; what comes next on this
  /// thread is not.
  ///
  /// @throws Refusal 503 when the server stops
  Result run(Supplier<Result> work, Runnable afterwards) {
    CompletableFuture<Result> result = new CompletableFuture<>();
    begin(Thread.currentThread(), afterwards);
    complete(result, work, afterwards);
    Thread.interrupted();
    return ended(result);
  }

  /// Starts work in the same way on a thread of its own, without waiting for it.
  ///
  /// @throws Refusal 503 when the server stops
  CompletableFuture<Result> start(Supplier<Result> work, Runnable afterwards) {
    CompletableFuture<Result> result = new CompletableFuture<>();
    Runnable whole = () -> complete(result, work, afterwards);
    Thread worker = Thread.ofVirtual().name("generation").unstarted(whole);
    begin(worker, afterwards);
    worker.start();
    return result;
  }

  /// The end of work that was started; what it threw is thrown.
  static Result ended(CompletableFuture<Result> work) {
    try {
      return work.join();
    } catch (CompletionException wrapped) {
      throw unwrapped(wrapped);
    }
  }

  private static RuntimeException unwrapped(CompletionException wrapped) {
    return switch (wrapped.getCause()) {
      case RuntimeException cause -> cause;
      case Error cause -> throw cause;
      case null, default -> wrapped;
    };
  }

  private void complete(
      CompletableFuture<Result> future, Supplier<Result> work, Runnable afterwards) {
    boolean known = false;
    try {
      Result result = work.get();
      known = !(result instanceof Result.Uncertain);
      future.complete(result);
      ends.accept(result);
    } catch (RuntimeException | Error failure) {
      future.completeExceptionally(failure);
    } finally {
      end(known);
      afterwards.run();
    }
  }

  private void begin(Thread worker, Runnable afterwards) {
    if (!admitted(worker)) {
      afterwards.run();
      throw Refusal.of(503, "stopping", "the server is stopping; nothing was sent")
          .with("Retry-After", "5")
          .with("Connection", "close");
    }
  }

  private boolean admitted(Thread worker) {
    lock.lock();
    try {
      return !closing && workers.add(worker);
    } finally {
      lock.unlock();
    }
  }

  private void end(boolean known) {
    lock.lock();
    try {
      workers.remove(Thread.currentThread());
      uncertain |= cut && !known;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  int count() {
    lock.lock();
    try {
      return workers.size();
    } finally {
      lock.unlock();
    }
  }

  boolean closing() {
    lock.lock();
    try {
      return closing;
    } finally {
      lock.unlock();
    }
  }

  /// Takes no more work.
  void close() {
    lock.lock();
    try {
      closing = true;
    } finally {
      lock.unlock();
    }
  }

  /// Takes no more work and waits for what is under way; cuts short what takes longer.
  ///
  /// @return whether all of it ended by itself
  boolean drain(Duration longest) {
    lock.lock();
    try {
      closing = true;
      boolean ended = await(longest, true);
      if (!ended) {
        cut();
        await(BOOKING, false);
      }
      return ended;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  private boolean await(Duration longest, boolean untilCut) throws InterruptedException {
    long left = longest.toNanos();
    while (!workers.isEmpty() && left > 0 && !(untilCut && cut)) {
      left = changed.awaitNanos(left);
    }
    return workers.isEmpty() && !(untilCut && cut);
  }

  /// Cuts short what is under way: what has not been sent is released, everything else becomes
  /// unknown, and the clients are told.
  void cut() {
    lock.lock();
    try {
      cut = true;
      workers.forEach(Thread::interrupt);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Whether something may have been charged that was cut short, or is still to be.
  boolean uncertain() {
    lock.lock();
    try {
      return uncertain || !workers.isEmpty();
    } finally {
      lock.unlock();
    }
  }
}
