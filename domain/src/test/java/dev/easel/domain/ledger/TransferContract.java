package dev.easel.domain.ledger;

import static dev.easel.domain.ledger.LogContract.add;
import static dev.easel.domain.ledger.LogContract.reserved;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.easel.domain.cost.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
  default void aCopyOfALogHasItsKeys() {
    try (GenerationLog original = open();
        GenerationLog copy = open()) {
      Entry settled = ended(original, 1, "settled", Endings.settled("0.04", 1_000));
      Entry unknown = ended(original, 2, "unknown", Endings.unknown("0.04"));
      Entry charged = ended(original, 3, "charged", Endings.unknown("0.04"));
      charged = original.settle(charged.id(), Money.ofUsd("0.04")).orElseThrow();
      ended(original, 4, "released", Endings.released());
      Entry annas = reserved(original, keyed(5, "settled").caller("anna"));
      annas = original.finish(annas.id(), Endings.settled("0.04", 1_000));
      reserved(original, keyed(6, "running"));

      copy.add(original::export);
      assertEquals(5, copy.remember(original::keys));

      for (Entry entry : List.of(settled, unknown, charged)) {
        String key = entry.prompt();
        assertEquals(new Reservation.Done(entry), copy.reserve(keyed(7, key).intent()));
        Intent other = keyed(7, key).key(key, "other").intent();
        assertEquals(new Reservation.KeyReused(entry), copy.reserve(other));
      }
      assertEquals(
          new Reservation.Done(annas), copy.reserve(keyed(7, "settled").caller("anna").intent()));
      reserved(copy, keyed(8, "released"));
      reserved(copy, keyed(9, "running"));
    }
  }

  private static Entry ended(GenerationLog log, int number, String key, Ending ending) {
    return log.finish(reserved(log, keyed(number, key)).id(), ending);
  }

  private static IntentDraft keyed(int number, String key) {
    return IntentDraft.at(MORNING.plusSeconds(number), number).prompt(key).key(key, "same");
  }

  @Test
  default void aKeyThatIsKnownIsLeftOut() {
    try (GenerationLog log = open()) {
      Entry first = ended(log, 1, "k", Endings.settled("0.04", 1_000));
      Entry second = ended(log, 2, "l", Endings.settled("0.04", 1_000));
      Intent.IdempotencyKey known = new Intent.IdempotencyKey("k", "other");

      assertEquals(0, log.remember(sink -> sink.accept(new UsedKey("", known, second.id()))));
      assertEquals(0, log.remember(log::keys));

      assertEquals(new Reservation.Done(first), log.reserve(keyed(3, "k").intent()));
    }
  }

  @Test
  default void aCopiedKeyIsForgottenSevenDaysAfterItsUse() {
    Instant week = MORNING.plus(Duration.ofDays(7));
    try (GenerationLog original = open();
        GenerationLog copy = open()) {
      Entry settled = ended(original, 0, "k", Endings.settled("0.04", 1_000));
      original.refuse(IntentDraft.at(week.minus(Duration.ofDays(3)), 1).intent(), "invalid", "no");

      copy.add(original::export);
      copy.remember(original::keys);

      assertEquals(
          new Reservation.Done(settled),
          copy.reserve(IntentDraft.at(week.minusSeconds(1), 2).key("k", "same").intent()));
      reserved(copy, IntentDraft.at(week.plusSeconds(1), 3).key("k", "other"));
    }
  }

  @Test
  default void moreKeysThanFitIntoABatchAreCopied() {
    try (GenerationLog original = open();
        GenerationLog copy = open()) {
      Entry settled = ended(original, 1, "first", Endings.settled("0.04", 1_000));
      copy.add(original::export);
      Set<UsedKey> keys = new HashSet<>();
      for (int number = 0; number < 2_500; number++) {
        Intent.IdempotencyKey key = new Intent.IdempotencyKey("key " + number, "same");
        keys.add(new UsedKey(number % 2 == 0 ? "" : "anna", key, settled.id()));
      }

      assertEquals(2_500, original.remember(keys::forEach));
      assertEquals(2_501, copy.remember(original::keys));

      original.keys(keys::add);
      Set<UsedKey> copied = new HashSet<>();
      copy.keys(copied::add);
      assertEquals(keys, copied);
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
