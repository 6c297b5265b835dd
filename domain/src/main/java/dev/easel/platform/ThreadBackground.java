package dev.easel.platform;

import dev.easel.domain.usecase.Background;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/// A virtual thread for each piece of work, which keeps no process from ending.
final class ThreadBackground implements Background {

  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final AtomicInteger count = new AtomicInteger();

  @Override
  public void until(BooleanSupplier step) {
    count.incrementAndGet();
    Thread.ofVirtual().name("easel-background").start(() -> work(step));
  }

  @Override
  public int count() {
    return count.get();
  }

  private void work(BooleanSupplier step) {
    try {
      do {
        Thread.sleep(PAUSE);
      } while (!step.getAsBoolean());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      count.decrementAndGet();
    }
  }
}
