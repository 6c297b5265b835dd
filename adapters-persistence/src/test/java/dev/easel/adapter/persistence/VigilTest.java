package dev.easel.adapter.persistence;

import static dev.easel.domain.ledger.LogContract.MORNING;
import static dev.easel.domain.ledger.LogContract.reserved;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.EntryState;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.IntentDraft;
import dev.easel.domain.ledger.LogProcess;
import dev.easel.domain.ledger.Query;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VigilTest {

  private static final Duration SOON = Duration.ofSeconds(5);

  @TempDir private Path directory;

  @Test
  void aLogThatCannotBeWrittenIsReadAllTheSame() throws Exception {
    try (GenerationLog log = new SqliteGenerationLogTest.Opener().open(directory, ZoneOffset.UTC)) {
      EntryId theirs = killedWhileHolding();
      try (SqliteConnection busy = new SqliteFile(directory.resolve("easel.db")).write()) {
        busy.begin();
        long start = System.nanoTime();
        assertEquals(EntryState.RESERVED, log.find(theirs).orElseThrow().state());
        assertEquals(1, log.statistics(Query.EVERYTHING).totals().running());
        assertTrue(System.nanoTime() - start < SOON.toNanos(), "it waited for the writer");
        busy.rollback();
      }
      reserved(log, IntentDraft.at(MORNING, 1));
      assertEquals(EntryState.UNKNOWN, log.find(theirs).orElseThrow().state());
    }
  }

  private EntryId killedWhileHolding() throws Exception {
    try (LogProcess other =
        LogProcess.start(
            SqliteGenerationLogTest.Opener.class, directory, LogProcess.Work.HOLD, 1, 1_000)) {
      other.go();
      EntryId theirs = EntryId.parse(other.answer()).orElseThrow();
      other.kill();
      return theirs;
    }
  }

  @Test
  void afterAFailureItRests() {
    AtomicInteger burials = new AtomicInteger();
    Vigil vigil =
        new Vigil(() -> {
          burials.incrementAndGet();
          return CompletableFuture.failedFuture(new IllegalStateException("full"));
        });
    vigil.bury();
    vigil.bury();
    assertEquals(1, burials.get());
  }

  @Test
  void whoComesWhileItIsUnderWayWaitsForTheSame() {
    AtomicInteger burials = new AtomicInteger();
    CompletableFuture<Boolean> never = new CompletableFuture<>();
    Vigil vigil =
        new Vigil(() -> {
          burials.incrementAndGet();
          return never;
        });
    vigil.bury();
    vigil.bury();
    never.complete(true);
    vigil.bury();
    assertEquals(2, burials.get());
  }
}
