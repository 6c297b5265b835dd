package dev.easel.domain.ledger;

import static dev.easel.domain.ledger.DiskLogContract.all;
import static dev.easel.domain.ledger.DiskLogContract.assertSound;
import static dev.easel.domain.ledger.LogContract.MORNING;
import static dev.easel.domain.ledger.LogContract.reserved;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.cost.Money;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a log on disk still knows after it was closed.
public interface ReopeningContract extends DiskLogContract {

  @Test
  default void factsAreThereAfterReopening(@TempDir Path directory) {
    try (GenerationLog log = open(directory)) {
      FactsContract.some().forEach(log::declare);
    }
    try (GenerationLog log = open(directory)) {
      assertEquals(FactsContract.some(), log.facts().all());
    }
  }

  @Test
  default void answersAreThereAfterReopening(@TempDir Path directory) {
    Entry answered;
    try (GenerationLog log = open(directory)) {
      Entry first = reserved(log, IntentDraft.at(MORNING, 1).key("k", "same"));
      answered = log.finish(first.id(), Endings.settled("0.04", 1_000).answered(Endings.ANSWER));
    }
    try (GenerationLog log = open(directory)) {
      Reservation again = log.reserve(IntentDraft.at(MORNING, 2).key("k", "same").intent());

      assertEquals(new Reservation.Done(answered), again);
      Entry found = log.find(answered.id()).orElseThrow();
      assertEquals(Endings.ANSWER.toString(), String.valueOf(found.answer()));
    }
  }

  @Test
  default void anEndThatIsKeptElsewhereIsSeenAtOnceAndThereAfterReopening(@TempDir Path directory) {
    Entry ended;
    try (GenerationLog log = open(directory);
        GenerationLog other = open(directory)) {
      Entry first = reserved(log, IntentDraft.at(MORNING, 1));
      ended = log.finishKept(first.id(), Endings.settled("0.04", 1_000));

      assertEquals(ended, log.find(first.id()).orElseThrow());
      assertEquals(ended, other.find(first.id()).orElseThrow());
      log.force();
    }
    try (GenerationLog log = open(directory)) {
      assertEquals(List.of(ended), all(log));
      DiskLogContract.assertSound(log, 1);
    }
  }

  @Test
  default void everythingIsThereAfterReopening(@TempDir Path directory) {
    List<Entry> before;
    Statistics statistics;
    List<LogRecord> records = new ArrayList<>();
    try (GenerationLog log = open(directory)) {
      OperationSequence operations = new OperationSequence(log, new SplittableRandom(5), MORNING);
      for (int step = 0; step < 80; step++) {
        operations.step();
      }
      finishAll(log);
      log.add(sink -> sink.accept(new LogRecord.Raw("{\"cut", "cut")));
      before = all(log);
      statistics = log.statistics(Query.EVERYTHING);
      log.export(records::add);
    }
    try (GenerationLog log = open(directory)) {
      List<LogRecord> after = new ArrayList<>();
      log.export(after::add);

      assertEquals(before, all(log));
      for (String source : QueryContract.EVERY_FIELD) {
        Query query = LogContract.query(source);
        assertEquals(
            before.stream().filter(query::matches).toList(),
            LogContract.matching(log, source),
            source);
      }
      assertEquals(
          StatisticsContract.uncovered(statistics),
          StatisticsContract.uncovered(log.statistics(Query.EVERYTHING)));
      assertEquals(
          records.stream().filter(LogRecord.Whole.class::isInstance).toList(),
          after.stream().filter(LogRecord.Whole.class::isInstance).toList());
      assertEquals(records.size(), after.size());
      assertEquals(1, log.condition().damaged());
    }
  }

  private static void finishAll(GenerationLog log) {
    all(log).stream()
        .filter(entry -> !entry.finished())
        .forEach(entry -> log.finish(entry.id(), Endings.settled("0.04", 5_000_000)));
  }

  @Test
  default void starTagsAndSettlementsAreThereAfterReopening(@TempDir Path directory) {
    Entry marked;
    Entry settled;
    try (GenerationLog log = open(directory)) {
      EntryId first = reserved(log, IntentDraft.at(MORNING, 1)).id();
      EntryId second = reserved(log, IntentDraft.at(MORNING, 2)).id();
      log.finish(first, Endings.settled("0.04", 1_000));
      log.finish(second, Endings.unknown("0.08"));
      marked = log.mark(first, true, new TreeSet<>(List.of("poster"))).orElseThrow();
      settled = log.settle(second, Money.ofUsd("0.06")).orElseThrow();
    }
    try (GenerationLog log = open(directory)) {
      assertEquals(List.of(settled, marked), all(log));
      assertEquals(
          List.of(marked),
          log.page(LogContract.query("tag:poster"), Page.Request.newest(5)).entries());
      log.mark(marked.id(), false, new TreeSet<>());
    }
    try (GenerationLog log = open(directory)) {
      assertEquals(List.of(settled, marked.marked(false, new TreeSet<>())), all(log));
    }
  }

  @Test
  default void keysAreThereAfterReopening(@TempDir Path directory) {
    Entry settled;
    try (GenerationLog log = open(directory)) {
      EntryId id = reserved(log, IntentDraft.at(MORNING, 1).caller("alice").key("k", "one")).id();
      settled = log.finish(id, Endings.settled("0.04", 1_000));
    }
    try (GenerationLog log = open(directory)) {
      IntentDraft again = IntentDraft.at(MORNING.plusSeconds(9), 2).caller("alice");

      assertEquals(new Reservation.Done(settled), log.reserve(again.key("k", "one").intent()));
      assertEquals(
          new Reservation.KeyReused(settled), log.reserve(again.key("k", "other").intent()));
    }
  }

  @Test
  default void budgetsCountWhatWasSpentBeforeReopening(@TempDir Path directory) {
    IntentDraft draft = IntentDraft.at(MORNING, 1).budget("0.08", null, false);
    try (GenerationLog log = open(directory)) {
      log.finish(reserved(log, draft).id(), Endings.settled("0.05", 1_000));
    }
    try (GenerationLog log = open(directory)) {
      assertInstanceOf(Reservation.OverBudget.class, log.reserve(draft.intent()));
    }
  }

  @Test
  default void idsRiseAcrossReopening(@TempDir Path directory) {
    EntryId last;
    try (GenerationLog log = open(directory)) {
      last = reserved(log, IntentDraft.at(MORNING.plusSeconds(60), 1)).id();
      log.finish(last, Endings.released());
    }
    try (GenerationLog log = open(directory)) {
      assertTrue(reserved(log, IntentDraft.at(MORNING, 1)).id().compareTo(last) > 0);
    }
  }

  @Test
  default void aWatcherGoesOnAfterReopening(@TempDir Path directory) {
    String cursor;
    Entry settled;
    try (GenerationLog log = open(directory)) {
      reserved(log, IntentDraft.at(MORNING, 1));
      log.finish(reserved(log, IntentDraft.at(MORNING, 2)).id(), Endings.released());
      log.finish(all(log).getLast().id(), Endings.released());
      cursor = log.changes(null, 10).cursor();
      EntryId id = reserved(log, IntentDraft.at(MORNING, 3)).id();
      settled = log.finish(id, Endings.settled("0.04", 1_000));
    }
    try (GenerationLog log = open(directory)) {
      assertEquals(List.of(settled), log.changes(cursor, 10).entries());
    }
  }

  @Test
  default void whatWasReservedAtCloseIsUnknown(@TempDir Path directory) {
    Entry reserved;
    try (GenerationLog log = open(directory)) {
      EntryId id = reserved(log, IntentDraft.at(MORNING, 1).key("k", "one")).id();
      log.attempt(id, new Attempt(MORNING, "http_503", 503, "busy", 1_000L, null));
      reserved = log.send(id);
    }
    try (GenerationLog log = open(directory)) {
      Entry unknown = reserved.ended(Ending.stopped(reserved)).sealed();

      assertEquals(List.of(unknown), all(log));
      assertEquals(
          new Reservation.Done(unknown),
          log.reserve(IntentDraft.at(MORNING, 2).key("k", "one").intent()));
      assertSound(log, 1);
    }
  }

  @Test
  default void closingLeavesAloneWhatAnotherHandleHasReserved(@TempDir Path directory) {
    try (GenerationLog other = open(directory)) {
      Entry theirs = reserved(other, IntentDraft.at(MORNING, 1));
      EntryId ours;
      try (GenerationLog log = open(directory)) {
        ours = reserved(log, IntentDraft.at(MORNING, 2)).id();
      }
      assertEquals(theirs, other.find(theirs.id()).orElseThrow());
      assertEquals("stopped", other.find(ours).orElseThrow().code());
      assertSound(other, 2);
    }
  }

  @Test
  default void anEndThatComesAfterClosingIsLostOrBookedElsewhere(@TempDir Path directory) {
    try (GenerationLog other = open(directory)) {
      GenerationLog log = open(directory);
      EntryId id = reserved(log, IntentDraft.at(MORNING, 1)).id();
      log.close();
      log.close();
      Ending late = Endings.settled("0.04", 1_000);

      assertThrows(IllegalStateException.class, () -> log.finish(id, late));
      assertThrows(IllegalStateException.class, () -> log.inspect(new InspectionContract.Notes()));
      assertEquals(EntryState.UNKNOWN, other.find(id).orElseThrow().state());
      assertEquals(EntryState.SETTLED, other.finish(id, late).state());
      assertSound(other, 1);
    }
  }

  @Test
  default void whatWaitedAtCloseIsReleasedAndItsKeyIsFree(@TempDir Path directory) {
    Entry queued;
    Entry pausing;
    IntentDraft draft = IntentDraft.at(MORNING, 1).key("k", "one").budget("0.05", null, false);
    try (GenerationLog log = open(directory)) {
      queued = reserved(log, draft.waiting());
      EntryId id = reserved(log, IntentDraft.at(MORNING, 2)).id();
      pausing = log.attempt(id, new Attempt(MORNING, "http_503", 503, "busy", 1_000L, null));
    }
    try (GenerationLog log = open(directory)) {
      reserved(log, draft);

      for (Entry waited : List.of(queued, pausing)) {
        Entry released = log.find(waited.id()).orElseThrow();
        assertEquals(waited.ended(Ending.stopped(waited)).sealed(), released);
        assertEquals(EntryState.RELEASED, released.state());
        assertEquals(Money.ZERO, released.cost().amount());
        assertEquals("stopped", released.code());
      }
      assertSound(log, 3);
    }
  }
}
