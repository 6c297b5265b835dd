package dev.easel.adapter.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SqliteQueueTest {

  private final SqliteQueue queue = new SqliteQueue();

  private void come(int count) {
    for (int job = 0; job < count; job++) {
      queue.add(new SqlitePending<>(_ -> true));
    }
  }

  // The thread that takes is back, and waits for more.
  private boolean isIdleAfterwards() throws InterruptedException {
    Thread taking = WaitingThread.in(queue::take);
    boolean idle = queue.isIdle();
    come(1);
    taking.join();
    return idle;
  }

  @Test
  void whatIsThereIsTakenTogetherAndNobodyWaitsForMore() throws Exception {
    come(64);
    assertEquals(64, queue.take().size());
    come(1);
    assertEquals(1, queue.take().size());
  }

  @Test
  void whereFewComeWhoeverAsksMayWrite() throws Exception {
    assertTrue(queue.isIdle());
    come(3);
    assertFalse(queue.isIdle());
    queue.take();
    assertFalse(queue.isIdle(), "what was taken is being done");
    assertTrue(isIdleAfterwards());
  }

  @Test
  void whereManyCameTheThreadWritesUntilTheyAreForgotten() throws Exception {
    come(64);
    queue.take();
    assertFalse(isIdleAfterwards());
    for (int alone = 0; alone < 20; alone++) {
      come(1);
      queue.take();
    }
    assertTrue(isIdleAfterwards());
  }
}
