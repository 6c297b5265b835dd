package dev.easel.adapter.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Where pictures are drawn.
@Timeout(30)
final class WorkshopTest {

  @Test
  void noMoreIsDrawnAtATimeThanThereAreProcessors() throws Exception {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Future<Boolean>> all = new ArrayList<>();
    try (Workshop workshop = new Workshop();
        ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 60; i++) {
        all.add(
            clients.submit(() ->
                workshop.make(() -> {
                  most.accumulateAndGet(now.incrementAndGet(), Math::max);
                  Thread.sleep(2);
                  now.decrementAndGet();
                  return Thread.currentThread().isVirtual();
                })));
      }
      for (Future<Boolean> one : all) {
        assertFalse(one.get());
      }
    }
    assertTrue(most.get() <= Runtime.getRuntime().availableProcessors());
  }

  @Test
  void aClosedWorkshopMakesNothing() {
    Workshop workshop = new Workshop();
    workshop.close();
    assertThrows(IOException.class, () -> workshop.make(() -> 1));
  }

  @Test
  void aDrawingThatFailsIsADefect() {
    try (Workshop workshop = new Workshop()) {
      IllegalStateException defect =
          assertThrows(
              IllegalStateException.class,
              () ->
                  workshop.make(() -> {
                    throw new OutOfMemoryError("canvas");
                  }));
      assertEquals("drawing failed: java.lang.OutOfMemoryError: canvas", defect.getMessage());
    }
  }
}
