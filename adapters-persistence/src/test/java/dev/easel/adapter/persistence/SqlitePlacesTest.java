package dev.easel.adapter.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.easel.config.LogBackend;
import dev.easel.config.LogSettings;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryDraft;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.IntentDraft;
import dev.easel.domain.ledger.LogContract;
import dev.easel.domain.ledger.Page;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ids that agree in their first half, and so want the same place.
class SqlitePlacesTest {

  @TempDir Path directory;

  @Test
  void crowdedIdsKeepTheirOrderWhateverTheOrderOfWriting() {
    List<Integer> numbers = new ArrayList<>();
    for (int number = 0; number < 60; number++) {
      numbers.add(number);
    }
    Collections.shuffle(numbers, new Random(4));
    try (GenerationLog log = open()) {
      List<Entry> entries = new ArrayList<>();
      for (int number : numbers) {
        Entry entry = entry(number);
        LogContract.add(log, entry);
        entries.add(entry);
      }
      entries.sort(Comparator.comparing(Entry::id).reversed());

      assertEquals(entries, LogContract.matching(log, ""));
      assertEquals(entries, LogContract.matching(log, "lighthouse"));
      assertEquals(entries, LogContract.matching(log, "tag:poster"));
      assertEquals(List.of(entry(33)), LogContract.matching(log, "number33"));
      assertEquals(
          entries.subList(30, 40),
          log.page(
                  LogContract.query("model:gpt-image-2"),
                  new Page.Request(10, entries.get(29).id()))
              .entries());
    }
  }

  @Test
  void whatMovesUpKeepsItsOwnerAndItsChanges() {
    try (GenerationLog log = open()) {
      Entry running = LogContract.reserved(log, IntentDraft.at(LogContract.MORNING, 9));
      LogContract.add(log, entry(7), entry(5), entry(6), entry(8));

      assertEquals(List.of(running), LogContract.matching(log, "state:reserved"));
      assertEquals(5, LogContract.matching(log, "").size());
      assertEquals(running.id(), LogContract.matching(log, "").getFirst().id());
    }
  }

  @Test
  void whatWasReservedWhileTheClockWasWrongIsFoundByItsTime() {
    try (GenerationLog log = open()) {
      Instant morning = LogContract.MORNING;
      Entry ahead = LogContract.reserved(log, IntentDraft.at(morning.plusSeconds(86_400), 1));
      Entry right = LogContract.reserved(log, IntentDraft.at(morning, 1));
      LogContract.add(log, entry(1));

      assertEquals(List.of(right, entry(1)), LogContract.matching(log, "time:2026-11-23"));
      assertEquals(List.of(ahead), LogContract.matching(log, "time:2026-11-24"));
    }
  }

  @Test
  void idsThatAreNoTimesAreFoundInTheirOrder() {
    try (GenerationLog log = open()) {
      Entry low = with(EntryId.parse("00000000-0000-0000-0000-000000000000").orElseThrow());
      Entry high = with(EntryId.parse("ffffffff-ffff-ffff-ffff-ffffffffffff").orElseThrow());
      Entry usual = entry(1);
      LogContract.add(log, usual, high, low);

      assertEquals(List.of(high, usual, low), LogContract.matching(log, ""));
      assertEquals(List.of(high, usual, low), LogContract.matching(log, "time:2026-11-23"));
      List<Object> exported = new ArrayList<>();
      log.export(exported::add);
      assertEquals(3, exported.size());
    }
  }

  private static Entry with(EntryId id) {
    Entry entry = entry(1);
    return new Entry(
            id,
            entry.timestamp(),
            entry.state(),
            entry.operation(),
            entry.provider(),
            entry.model(),
            entry.prompt(),
            entry.promptWithheld(),
            entry.requested(),
            entry.inputs(),
            entry.sent(),
            entry.actual(),
            entry.latencyMicros(),
            entry.cost(),
            entry.atRisk(),
            entry.usage(),
            entry.images(),
            entry.revisedPrompt(),
            entry.requestId(),
            entry.attempts(),
            entry.answer(),
            entry.code(),
            entry.error(),
            entry.caller(),
            entry.star(),
            entry.tags(),
            entry.foreign(),
            null)
        .sealed();
  }

  private static Entry entry(int number) {
    return EntryDraft.at(LogContract.MORNING, number)
        .prompt("a lighthouse, number" + number)
        .tags("poster")
        .entry();
  }

  private GenerationLog open() {
    Path path = directory.resolve("easel.db");
    return GenerationLogs.open(new LogSettings(LogBackend.SQLITE, path, ZoneOffset.UTC));
  }
}
