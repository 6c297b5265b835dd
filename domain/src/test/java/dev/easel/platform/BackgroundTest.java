package dev.easel.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.usecase.Background;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class BackgroundTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  private final Background background = Platform.background();
  private final AtomicInteger taken = new AtomicInteger();

  private boolean take(boolean done) {
    taken.incrementAndGet();
    return done;
  }

  @Test
  void atTheEndEachStepIsTakenOnceMoreAndAtOnce() {
    background.until(() -> take(true));
    background.until(() -> take(false));
    long before = System.nanoTime();

    assertEquals(1, background.end(LONG));
    assertEquals(2, taken.get());
    assertEquals(1, background.count());
    assertTrue(System.nanoTime() - before < Duration.ofSeconds(1).toNanos());
    assertEquals(1, background.end(LONG));
    assertEquals(2, taken.get());
  }

  @Test
  void aStepIsTakenAgainUntilItIsDone() throws InterruptedException {
    CountDownLatch done = new CountDownLatch(2);
    background.until(() -> {
      done.countDown();
      return take(done.getCount() == 0);
    });

    done.await();
    assertEquals(0, background.end(LONG));
    assertEquals(2, taken.get());
  }

  @Test
  void aStepThatHangsIsNotWaitedFor() {
    CountDownLatch never = new CountDownLatch(1);
    AtomicBoolean over = new AtomicBoolean();
    background.until(() -> {
      try {
        never.await();
        over.set(true);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
      return true;
    });

    assertEquals(1, background.end(Duration.ofMillis(50)));
    never.countDown();
    assertEquals(0, background.end(LONG));
    assertTrue(over.get());
  }

  @Test
  void aStepThatFailsIsOver() {
    background.until(() -> {
      throw new IllegalStateException("a defect that the test wants");
    });

    assertEquals(0, background.end(LONG));
  }
}
