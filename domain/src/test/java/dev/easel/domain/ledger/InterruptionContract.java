package dev.easel.domain.ledger;

import static dev.easel.domain.ledger.DiskLogContract.assertSound;
import static dev.easel.domain.ledger.LogContract.MORNING;
import static dev.easel.domain.ledger.LogContract.reserved;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever writes to a log on disk may be interrupted at any moment, and loses nothing by it.
public interface InterruptionContract extends DiskLogContract {

  /// Between two interrupts.
  long PAUSE_NANOS = 150_000;

  @Test
  default void interruptsCostNothing(@TempDir Path directory) throws Exception {
    int count = 300;
    try (GenerationLog log = open(directory)) {
      AtomicBoolean ended = new AtomicBoolean();
      Thread disturber = disturber(Thread.currentThread(), ended);
      try {
        for (int number = 0; number < count; number++) {
          Entry entry = reserved(log, IntentDraft.at(MORNING, number));
          assertTrue(log.finish(entry.id(), Endings.released()).finished());
        }
      } finally {
        ended.set(true);
        joined(disturber);
      }
      assertSound(log, count);
      assertEquals(0, log.condition().running());
      assertEquals(List.of(), InspectionContract.Notes.of(log).findings());
    }
  }

  private static Thread disturber(Thread writer, AtomicBoolean ended) {
    return Thread.ofPlatform()
        .start(() -> {
          while (!ended.get()) {
            writer.interrupt();
            LockSupport.parkNanos(PAUSE_NANOS);
          }
        });
  }

  private static void joined(Thread disturber) throws InterruptedException {
    while (disturber.isAlive()) {
      Thread.interrupted();
      Thread.onSpinWait();
    }
    Thread.interrupted();
    disturber.join();
  }
}
