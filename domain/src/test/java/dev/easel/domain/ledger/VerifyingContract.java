package dev.easel.domain.ledger;

import static dev.easel.domain.ledger.LogContract.MORNING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.ledger.LogProcess.Work;
import dev.easel.domain.usecase.VerifyBooks;
import dev.easel.domain.usecase.VerifyBooks.Summary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Books that are verified while others write, and after others have died.
public interface VerifyingContract extends DiskLogContract {

  private static Summary verify(GenerationLog log, List<BookFinding> findings) {
    return new VerifyBooks(log, new InMemoryPictureStore())
        .verify(false, (_, _, _) -> {}, findings::add);
  }

  @Test
  default void whoeverWritesMeanwhileRaisesNoAlarm(@TempDir Path directory) throws IOException {
    try (GenerationLog log = open(directory)) {
      LogContract.add(log, RandomEntries.several(new SplittableRandom(3), MORNING, 300));
      try (LogProcess other = LogProcess.start(opener(), directory, Work.WRITE, 40, 1_000)) {
        other.go();
        List<BookFinding> findings = new ArrayList<>();
        for (String said = other.answer(); !said.equals("done"); said = other.answer()) {
          verify(log, findings);
        }
        assertEquals(List.of(), findings);
      }
      assertEquals(340, verify(log, new ArrayList<>()).entries());
    }
  }

  @Test
  default void whatTheDeadHadInFlightIsNamedAndNotTouched(@TempDir Path directory)
      throws IOException, InterruptedException {
    EntryId id;
    try (LogProcess dying = LogProcess.start(opener(), directory, Work.HOLD, 1, 0)) {
      dying.go();
      id = EntryId.parse(dying.answer()).orElseThrow();
      dying.kill();
    }
    try (GenerationLog log = open(directory)) {
      List<BookFinding> findings = new ArrayList<>();

      Summary first = verify(log, findings);
      Summary second = verify(log, findings);

      BookFinding abandoned = new BookFinding.Abandoned(id);
      assertEquals(List.of(abandoned, abandoned), findings);
      assertEquals(new Summary(0, 0, 1, 0, 0, 1), first);
      assertEquals(first, second);
      assertEquals(EntryState.UNKNOWN, log.find(id).orElseThrow().state());
      assertTrue(verify(log, new ArrayList<>()).sound());
    }
  }

  @Test
  default void aWriterThatIsKilledLeavesSoundBooks(@TempDir Path directory)
      throws IOException, InterruptedException {
    for (int round = 0; round < 3; round++) {
      try (LogProcess dying =
          LogProcess.start(opener(), directory, Work.WRITE, 10_000, round * 10_000)) {
        dying.go();
        for (int written = 0; written < 40 * (round + 1); written++) {
          dying.answer();
        }
        dying.kill();
      }
      try (GenerationLog log = open(directory)) {
        List<BookFinding> findings = new ArrayList<>();
        assertTrue(verify(log, findings).sound(), findings.toString());
      }
    }
  }
}
