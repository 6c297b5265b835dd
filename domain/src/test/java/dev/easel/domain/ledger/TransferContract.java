package dev.easel.domain.ledger;

import static dev.easel.domain.ledger.LogContract.add;
import static dev.easel.domain.ledger.LogContract.reserved;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.easel.domain.cost.Money;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Records on their way in and out.
public interface TransferContract extends LogContract {

  @Test
  default void whatIsAddedComesOutAsItWas() {
    try (GenerationLog log = open()) {
      Entry[] entries = RandomEntries.several(new SplittableRandom(11), MORNING, 150);

      add(log, entries);

      List<Entry> out = new ArrayList<>();
      log.export(next -> {
        if (next instanceof LogRecord.Whole(Entry entry)) {
          out.add(entry);
        }
      });
      assertEquals(Arrays.asList(entries), out);
      for (Entry entry : entries) {
        assertEquals(entry, log.find(entry.id()).orElseThrow());
      }
    }
  }

  @Test
  default void theCanonicalFormSurvives() {
    try (GenerationLog log = open()) {
      Entry[] entries = RandomEntries.several(new SplittableRandom(12), MORNING, 50);
      add(log, entries);

      for (Entry entry : entries) {
        Entry kept = log.find(entry.id()).orElseThrow();
        assertEquals(CanonicalForm.of(entry), CanonicalForm.of(kept));
        assertEquals(entry.hash(), kept.hash());
      }
    }
  }

  @Test
  default void rawLinesKeepTheirTextAndPlace() {
    try (GenerationLog log = open()) {
      List<LogRecord> records =
          List.of(
              new LogRecord.Whole(EntryDraft.at(MORNING, 1).entry()),
              new LogRecord.Raw("{\"timestamp\": \"2024-12-31T23:59:59.999999\", \"pro", "cut"),
              new LogRecord.Raw("  not JSON at all: \t\"quotes\" ' \\ ünï 灯 🦊", "no JSON"),
              new LogRecord.Whole(EntryDraft.at(MORNING.plusSeconds(1), 2).entry()),
              new LogRecord.Raw("[1,2,3]", "no object"));

      long added = log.add(records::forEach);

      assertEquals(5, added);
      assertEquals(texts(records), texts(exported(log)));
      assertEquals(3, log.condition().damaged());
      assertEquals(2, log.condition().entries());
      assertNotNull(log.condition().damage());
    }
  }

  private static List<LogRecord> exported(GenerationLog log) {
    List<LogRecord> out = new ArrayList<>();
    log.export(out::add);
    return out;
  }

  /// A store may word the reason of a damaged line in its own way.
  private static List<String> texts(List<LogRecord> records) {
    return records.stream()
        .map(next ->
            switch (next) {
              case LogRecord.Whole(Entry entry) -> CanonicalForm.of(entry);
              case LogRecord.Raw(String text, String _) -> text;
            })
        .toList();
  }

  @Test
  default void anEntryThatIsThereIsLeftOut() {
    try (GenerationLog log = open()) {
      Entry first = EntryDraft.at(MORNING, 1).prompt("first").entry();
      Entry same = EntryDraft.at(MORNING, 1).prompt("same id").entry();
      Entry other = EntryDraft.at(MORNING, 2).entry();
      add(log, first);

      long added =
          log.add(sink ->
              List.of(same, other, other)
                  .forEach(entry -> sink.accept(new LogRecord.Whole(entry))));

      assertEquals(1, added);
      assertEquals(first, log.find(first.id()).orElseThrow());
      assertEquals(2, log.statistics(Query.EVERYTHING).totals().requests());
    }
  }

  @Test
  default void whatIsInFlightIsNotExported() {
    try (GenerationLog log = open()) {
      reserved(log, IntentDraft.at(MORNING, 1));
      Entry second = reserved(log, IntentDraft.at(MORNING, 2));
      log.finish(second.id(), Endings.unknown("0.04"));
      Entry settled = log.settle(second.id(), Money.ofUsd("0.04")).orElseThrow();
      Entry marked = log.mark(second.id(), true, settled.tags()).orElseThrow();

      assertEquals(List.of(new LogRecord.Whole(marked)), exported(log));
    }
  }

  @Test
  default void aCopyOfALogGivesTheSameAnswers() {
    ZoneId zone = ZoneId.of("Europe/Berlin");
    try (GenerationLog original = open(zone);
        GenerationLog copy = open(zone);
        GenerationLog inMemory = new InMemoryGenerationLog(zone)) {
      OperationSequence operations =
          new OperationSequence(original, new SplittableRandom(13), MORNING);
      for (int step = 0; step < 60; step++) {
        operations.step();
      }

      long added = copy.add(original::export);
      inMemory.add(original::export);

      assertEquals(exported(original), exported(copy));
      assertEquals(exported(original).size(), added);
      Query finished = LogContract.query("-state:reserved");
      Statistics expected = StatisticsContract.uncovered(original.statistics(finished));
      assertEquals(expected, StatisticsContract.uncovered(copy.statistics(finished)));
      assertEquals(expected, StatisticsContract.uncovered(inMemory.statistics(finished)));
    }
  }

  @Test
  default void theConditionCountsWhatIsThere() {
    try (GenerationLog log = open(ZoneId.of("Asia/Tokyo"))) {
      add(log, EntryDraft.at(MORNING, 1).entry(), EntryDraft.at(MORNING, 2).entry());
      reserved(log, IntentDraft.at(MORNING, 3));

      LogCondition condition = log.condition();

      assertEquals(2, condition.entries());
      assertEquals(1, condition.running());
      assertEquals(0, condition.damaged());
      assertEquals(ZoneId.of("Asia/Tokyo"), condition.zone());
    }
  }
}
