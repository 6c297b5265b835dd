package dev.easel.adapter.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SqliteRhythmTest {

  private static final Duration LONG = Duration.ofMinutes(10);

  @Test
  void fewWaitForNobody() throws Exception {
    SqliteRhythm rhythm = new SqliteRhythm(LONG);
    rhythm.await(() -> 3);
    rhythm.await(() -> 1);
    rhythm.await(() -> 2);
  }

  @Test
  void manyDoNotWaitWhenAllAreThere() throws Exception {
    SqliteRhythm rhythm = new SqliteRhythm(LONG);
    rhythm.await(() -> 64);
    rhythm.await(() -> 64);
    rhythm.await(() -> 65);
  }

  @Test
  void whereManyWroteTheFirstWaitForTheOthers() throws Exception {
    SqliteRhythm rhythm = new SqliteRhythm(Duration.ofSeconds(3));
    rhythm.await(() -> 64);
    AtomicInteger there = new AtomicInteger();

    rhythm.await(() -> there.updateAndGet(few -> few < 2 ? few + 1 : 64));

    assertEquals(64, there.get());
  }

  @Test
  void whoDoesNotComeIsWaitedForUntilTheNextBeat() throws Exception {
    SqliteRhythm rhythm = new SqliteRhythm(Duration.ofMillis(100));
    long before = System.nanoTime();
    rhythm.await(() -> 64);
    rhythm.await(() -> 1);
    assertTrue(System.nanoTime() - before >= Duration.ofMillis(100).toNanos());
  }

  @Test
  void whoDoesNotComeAnyMoreIsForgotten() throws Exception {
    SqliteRhythm rhythm = new SqliteRhythm(Duration.ofMillis(1));
    rhythm.await(() -> 64);
    for (int alone = 0; alone < 100; alone++) {
      rhythm.await(() -> 1);
    }
    AtomicInteger looks = new AtomicInteger();
    rhythm.await(() -> {
      looks.incrementAndGet();
      return 1;
    });
    assertEquals(1, looks.get());
  }
}
