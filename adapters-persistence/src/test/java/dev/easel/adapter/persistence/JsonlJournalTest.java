package dev.easel.adapter.persistence;

import static dev.easel.domain.ledger.LogContract.MORNING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Fields;
import dev.easel.domain.ledger.Attempt;
import dev.easel.domain.ledger.ChangesContract;
import dev.easel.domain.ledger.DiskLogContract;
import dev.easel.domain.ledger.Endings;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.FactsContract;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.IntentDraft;
import dev.easel.domain.ledger.LogContract;
import dev.easel.domain.ledger.LogUnavailable;
import dev.easel.domain.ledger.Reservation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The journal stays short, and loses nothing that is still needed when it is written anew.
final class JsonlJournalTest {

  private static final JsonlLimits SHORT =
      new JsonlLimits(4_000, Long.MAX_VALUE / 2, Long.MAX_VALUE / 2, Duration.ZERO);
  private static final Instant LATER = MORNING.plus(Duration.ofDays(3));
  private static final Instant WEEKS_LATER = MORNING.plus(Duration.ofDays(20));

  @TempDir private Path directory;

  private GenerationLog open() {
    return JsonlLogs.open(directory, JsonlFaultyDisk.idle(), SHORT);
  }

  private Path journal() {
    return JsonlLogs.side(directory, "journal");
  }

  /// Reserves and ends so many entries, so that much of the journal is needed no more.
  private static void work(GenerationLog log, int count) {
    for (int number = 0; number < count; number++) {
      IntentDraft draft = IntentDraft.at(LATER, number);
      log.finish(LogContract.reserved(log, draft).id(), Endings.released());
    }
  }

  @Test
  void isWrittenAnewWithWhatIsStillNeeded() throws IOException {
    Entry marked;
    Entry settled;
    try (GenerationLog log = open()) {
      EntryId first = LogContract.reserved(log, IntentDraft.at(MORNING, 1).key("k", "one")).id();
      EntryId second = LogContract.reserved(log, IntentDraft.at(MORNING, 2)).id();
      EntryId third = LogContract.reserved(log, IntentDraft.at(MORNING, 3)).id();
      log.finish(first, Endings.settled("0.04", 1_000));
      marked = log.mark(first, true, new TreeSet<>(List.of("kept"))).orElseThrow();
      log.finish(second, Endings.unknown("0.08"));
      log.mark(second, true, new TreeSet<>());
      settled = log.settle(second, Money.ofUsd("0.07")).orElseThrow();
      FactsContract.some().forEach(log::declare);
      Entry running = log.attempt(third, new Attempt(MORNING, "http_503", 503, "busy", 1L, null));

      work(log, 100);

      assertTrue(Files.size(journal()) < 20_000, () -> "still " + size() + " bytes");
      assertEquals(running, log.find(third).orElseThrow());
      assertKept(log, marked, settled);
      log.finish(third, Endings.settled("0.01", 5));
      DiskLogContract.assertSound(log, 104);
    }
    try (GenerationLog log = open()) {
      assertKept(log, marked, settled);
      DiskLogContract.assertSound(log, 105);
    }
  }

  private long size() {
    try {
      return Files.size(journal());
    } catch (IOException _) {
      return -1;
    }
  }

  private static void assertKept(GenerationLog log, Entry marked, Entry settled) {
    assertEquals(marked, log.find(marked.id()).orElseThrow());
    assertEquals(settled, log.find(settled.id()).orElseThrow());
    assertEquals(FactsContract.some(), log.facts().all());
    IntentDraft again = IntentDraft.at(LATER, 777).key("k", "one");
    assertEquals(new Reservation.Done(marked), log.reserve(again.intent()));
    EntryId low = IntentDraft.at(MORNING, 5).intent().proposed();
    EntryId issued = log.refuse(IntentDraft.at(MORNING, 5).intent(), "invalid", "no").id();
    assertTrue(issued.compareTo(low) > 0, "ids never fall");
  }

  @Test
  void otherHandlesAndWatchersGoOnWhenItIsWrittenAnew() throws IOException {
    try (GenerationLog log = open();
        GenerationLog other = open()) {
      EntryId held = LogContract.reserved(other, IntentDraft.at(MORNING, 1)).id();
      ChangesContract.Follower follower = new ChangesContract.Follower(other);
      work(log, 100);
      assertTrue(Files.size(journal()) < 20_000);

      assertEquals(100, follower.look(1_000).stream().map(Entry::id).distinct().count());
      assertEquals(List.of(), follower.look());
      Entry marked = log.mark(held, true, new TreeSet<>()).orElseThrow();
      assertEquals(List.of(marked), follower.look());
      assertEquals(List.of(other.finish(held, Endings.settled("0.04", 1_000))), follower.look());
      DiskLogContract.assertSound(log, 101);
      DiskLogContract.assertSound(other, 101);
    }
  }

  @Test
  void keysThatAreForgottenAreNotKept() throws IOException {
    try (GenerationLog log = open()) {
      oldKey(log);
      log.refuse(IntentDraft.at(LATER, 1).intent(), "invalid", "no");
      workAgain(log);

      assertTrue(journalTellsNothingOf("\"old\""));
      assertInstanceOf(
          Reservation.Reserved.class,
          log.reserve(IntentDraft.at(WEEKS_LATER, 1).key("old", "other").intent()));
    }
  }

  @Test
  void keysThatOnlyTheClockHasFreedAreKept() throws IOException {
    try (GenerationLog log = open()) {
      Entry settled = oldKey(log);
      workAgain(log);

      assertTrue(journalTellsNothingOf("http_503"));
      assertEquals(
          new Reservation.Done(settled),
          log.reserve(IntentDraft.at(WEEKS_LATER, 1).key("old", "one").intent()));
    }
  }

  private static Entry oldKey(GenerationLog log) {
    EntryId id = LogContract.reserved(log, IntentDraft.at(MORNING, 1).key("old", "one")).id();
    log.attempt(id, new Attempt(MORNING, "http_503", 503, "busy", 1L, null));
    return log.finish(id, Endings.settled("0.04", 1_000));
  }

  private static void workAgain(GenerationLog log) {
    for (int number = 0; number < 100; number++) {
      IntentDraft draft = IntentDraft.at(WEEKS_LATER, number);
      log.finish(LogContract.reserved(log, draft).id(), Endings.released());
    }
  }

  private boolean journalTellsNothingOf(String word) throws IOException {
    return Files.readAllLines(journal()).stream().noneMatch(line -> line.contains(word));
  }

  @Test
  void theZoneIsKeptWithTheLog() {
    Path file = JsonlLogs.file(directory);
    JsonlOpening.open(file, ZoneId.of("Asia/Tokyo")).close();
    try (GenerationLog log = JsonlOpening.open(file, ZoneId.of("Europe/Berlin"))) {
      assertEquals(ZoneId.of("Asia/Tokyo"), log.zone());
      work(log, 3);
    }
    try (GenerationLog log = JsonlOpening.open(file, null)) {
      assertEquals(ZoneId.of("Asia/Tokyo"), log.condition().zone());
    }
  }

  @Test
  void theJournalOfANewerEaselIsRefused() throws IOException {
    open().close();
    byte[] newer =
        JsonlChecked.line(
            Fields.NONE.with("n", 9).with("do", "open").with("v", 2).with("zone", "Z"));
    Files.write(journal(), newer, StandardOpenOption.APPEND);

    LogUnavailable refused = assertThrows(LogUnavailable.class, this::open);

    assertEquals(LogUnavailable.Reason.NEWER, refused.reason());
    assertTrue(String.valueOf(refused.getMessage()).contains("newer Easel"));
  }

  @Test
  void recordsAndFactsThatThisEaselDoesNotKnowArePassedOver() throws IOException {
    try (GenerationLog log = open()) {
      FactsContract.some().forEach(log::declare);
    }
    Fields holiday = Fields.NONE.with("fact", "holiday").with("at", "2026-11-23T10:30:00.000Z");
    for (Fields unknown :
        new Fields[] {
          Fields.NONE.with("n", 8).with("do", "dance"),
          Fields.NONE.with("n", 9).with("do", "declare").with("fact", holiday)
        }) {
      Files.write(journal(), JsonlChecked.line(unknown), StandardOpenOption.APPEND);
    }

    try (GenerationLog log = open()) {
      assertEquals(FactsContract.some(), log.facts().all());
      work(log, 1);
      DiskLogContract.assertSound(log, 1);
    }
  }

  @Test
  void aReservationHoldsTheWholeRequestAndItsEstimate() throws IOException {
    try (GenerationLog log = open()) {
      IntentDraft draft = IntentDraft.at(MORNING, 1).caller("alice").key("k", "body");
      Entry entry = LogContract.reserved(log, draft);
      String line = Files.readAllLines(journal()).getLast();

      Fields fields = JsonlChecked.fields(bytes(line), 0, bytes(line).length).orElseThrow();
      assertEquals("reserve", fields.text("do").orElseThrow());
      assertEquals("k", fields.text("key").orElseThrow());
      assertEquals("body", fields.text("request").orElseThrow());
      assertEquals("0.04", fields.decimal("low_usd").orElseThrow().toPlainString());
      assertEquals("0.04", fields.decimal("high_usd").orElseThrow().toPlainString());
      assertEquals(entry.prompt(), fields.fields("entry").text("prompt").orElseThrow());
      assertEquals("alice", fields.fields("entry").text("caller").orElseThrow());
    }
  }

  private static byte[] bytes(String line) {
    return line.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }
}
