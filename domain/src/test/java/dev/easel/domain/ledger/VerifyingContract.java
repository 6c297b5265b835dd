package dev.easel.domain.ledger;

import static dev.easel.domain.ledger.LogContract.MORNING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.cost.Cost;
import dev.easel.domain.cost.CostBasis;
import dev.easel.domain.cost.CostLine;
import dev.easel.domain.cost.LineClass;
import dev.easel.domain.cost.Money;
import dev.easel.domain.ledger.LogProcess.Work;
import dev.easel.domain.usecase.VerifyBooks;
import dev.easel.domain.usecase.VerifyBooks.Summary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Books that are verified while others write, and after others have died.
public interface VerifyingContract extends DiskLogContract {

  /// Verifies the books of a log without pictures.
  static Summary verify(GenerationLog log, List<BookFinding> findings) {
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
  default void figuresOfEverySizeReadAsTheyWereWritten(@TempDir Path directory) {
    SplittableRandom random = new SplittableRandom(7);
    Entry[] entries = new Entry[128];
    for (int bits = 0; bits < entries.length; bits++) {
      entries[bits] = ofSize(random, bits / 2, bits);
    }
    List<BookFinding> findings = new ArrayList<>();
    try (GenerationLog log = open(directory)) {
      LogContract.add(log, entries);

      assertTrue(verify(log, findings).sound(), findings.toString());
      for (Entry entry : entries) {
        assertEquals(Optional.of(entry), log.find(entry.id()));
      }
    }
  }

  /// An entry whose decimal figures have so many bits. Its model is its own, so that no sum of the
  /// log grows out of the range of money.
  private static Entry ofSize(SplittableRandom random, int bits, int number) {
    long most = Long.MAX_VALUE >>> (63 - Math.max(1, bits));
    Money figure = new Money(number % 2 == 0 ? most : random.nextLong(most));
    CostLine line = new CostLine(LineClass.IMAGE_OUTPUT, most, figure, 1, figure, "prices", false);
    EntryDraft draft = EntryDraft.at(MORNING, number).model("model-" + number).latency(most);
    return number % 3 == 0
        ? draft.unknown("timeout", figure).entry()
        : draft.cost(new Cost(figure, CostBasis.USAGE, List.of(line), "2026-11-23")).entry();
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
  default void whoeverIsKilledWhileItDeclaresLeavesSoundBooks(@TempDir Path directory)
      throws IOException, InterruptedException {
    try (LogProcess dying = LogProcess.start(opener(), directory, Work.RAISE, 10_000, 0)) {
      dying.go();
      for (int raised = 0; raised < 20; raised++) {
        dying.answer();
      }
      dying.kill();
    }
    try (GenerationLog log = open(directory)) {
      List<BookFinding> findings = new ArrayList<>();
      assertTrue(verify(log, findings).sound(), findings.toString());
      assertTrue(log.facts().all().size() >= 20);
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
