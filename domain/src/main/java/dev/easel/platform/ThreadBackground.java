package dev.easel.platform;

import dev.easel.domain.usecase.Background;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// A virtual thread for each piece of work, which keeps no process from ending.
final class ThreadBackground implements Background {

  private static final Duration PAUSE = Duration.ofSeconds(2);

  /// Those whose work is not done, also when they have given it up.
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

  private final CountDownLatch ending = new CountDownLatch(1);

  @Override
  public void until(BooleanSupplier step) {
    Thread thread = Thread.ofVirtual().name("easel-background").unstarted(() -> work(step));
    synchronized (threads) { // nobody can join one that has not begun
      threads.add(thread);
      thread.start();
    }
  }

  @Override
  public int count() {
    return threads.size();
  }

  @Override
  public int end(Duration longest) {
    ending.countDown();
    long end = System.nanoTime() + longest.toNanos();
    try {
      for (Thread thread : begun()) {
        thread.join(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return count();
  }

  private List<Thread> begun() {
    synchronized (threads) {
      return List.copyOf(threads);
    }
  }

  private void work(BooleanSupplier step) {
    boolean over = true;
    try {
      over = takenUntilDone(step);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      if (over) {
        threads.remove(Thread.currentThread());
      }
    }
  }

  // Whether it was done before the end.
  private boolean takenUntilDone(BooleanSupplier step) throws InterruptedException {
    boolean last;
    boolean done;
    do {
      last = ending.await(PAUSE.toNanos(), TimeUnit.NANOSECONDS);
      done = step.getAsBoolean();
    } while (!done && !last);
    return done;
  }
}
