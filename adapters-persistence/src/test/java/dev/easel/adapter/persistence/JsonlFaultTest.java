package dev.easel.adapter.persistence;

import static dev.easel.domain.ledger.LogContract.MORNING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Attempt;
import dev.easel.domain.ledger.DiskLogContract;
import dev.easel.domain.ledger.Ending;
import dev.easel.domain.ledger.Endings;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryDraft;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.EntryState;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.IntentDraft;
import dev.easel.domain.ledger.LogContract;
import dev.easel.domain.ledger.LogUnavailable;
import dev.easel.domain.ledger.Reservation;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What was acknowledged survives a crash and a full disk at every operation on the disk, and what
/// was not leaves nothing behind that harms.
final class JsonlFaultTest {

  @TempDir private Path directory;

  /// The steps of a day, and what was acknowledged of each entry.
  private static final class Day {
    private final GenerationLog log;
    private final Map<EntryId, Entry> acknowledged = new HashMap<>();
    private int failures;

    Day(GenerationLog log) {
      this.log = log;
    }

    void goBy() {
      EntryId first = reserve(1);
      step(
          first, () -> log.attempt(first, new Attempt(MORNING, "http_503", 503, "busy", 9L, null)));
      step(first, () -> log.finish(first, Endings.settled("0.04", 1_000)));
      EntryId second = reserve(2);
      step(second, () -> log.finish(second, Endings.unknown("0.08")));
      step(second, () -> log.settle(second, Money.ofUsd("0.05")).orElseThrow());
      step(first, () -> log.mark(first, true, new TreeSet<>(List.of("a"))).orElseThrow());
      step(null, () -> log.refuse(IntentDraft.at(MORNING, 3).intent(), "invalid", "no"));
      reserve(4);
      EntryId fifth = reserve(5);
      step(fifth, () -> log.mark(fifth, true, new TreeSet<>()).orElseThrow());
      step(null, this::add);
      step(fifth, () -> log.finish(fifth, Endings.released()));
    }

    private Entry add() {
      Entry imported = EntryDraft.at(MORNING.minusSeconds(60), 9).entry();
      LogContract.add(log, imported);
      return imported;
    }

    private EntryId reserve(int number) {
      IntentDraft draft = IntentDraft.at(MORNING.plusSeconds(number), number);
      EntryId proposed = draft.intent().proposed();
      step(
          proposed,
          () -> assertInstanceOf(Reservation.Reserved.class, log.reserve(draft.intent())).entry());
      return proposed;
    }

    private void step(@Nullable EntryId id, Supplier<Entry> change) {
      if (id != null && failures > 0 && log.find(id).isEmpty()) {
        return;
      }
      try {
        Entry entry = change.get();
        acknowledged.put(entry.id(), entry);
      } catch (LogUnavailable unavailable) {
        failures++;
      } catch (IllegalStateException ended) {
        assertTrue(failures > 0, () -> String.valueOf(ended));
      }
    }
  }

  static IntStream operations() throws IOException {
    Path scratch = Files.createTempDirectory("easel-operations");
    JsonlFaultyDisk disk = JsonlFaultyDisk.sound();
    try (GenerationLog log = JsonlLogs.open(scratch, disk, JsonlLogs.NEVER)) {
      new Day(log).goBy();
      return IntStream.range(2, disk.operations());
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void whatWasAcknowledgedSurvivesACrashAtEveryOperation(int operation) throws IOException {
    assertSurvives(operation, JsonlLogs.NEVER, false, false);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void whatWasAcknowledgedSurvivesAPowerCutAtEveryOperation(int operation) throws IOException {
    assertSurvives(operation, JsonlLogs.NEVER, true, true);
    assertSurvives(operation, JsonlLogs.SAVING, true, true);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void aPowerCutMayTakeTheNewestPartOfOneFileAndNotOfTheOther(int operation) throws IOException {
    assertSurvives(operation, JsonlLogs.NEVER, true, false);
    assertSurvives(operation, JsonlLogs.SAVING, false, true);
  }

  /// Crashes at an operation and looks at what is left: of the log, and of the journal, all that
  /// was written, or only what was forced to the disk.
  private void assertSurvives(int operation, JsonlLimits limits, boolean cutLog, boolean cutJournal)
      throws IOException {
    Path living = Files.createTempDirectory(directory, "living");
    Path crashed = Files.createTempDirectory(directory, "crashed");
    JsonlFaultyDisk[] disk = new JsonlFaultyDisk[1];
    disk[0] =
        new JsonlFaultyDisk(
            operation,
            true,
            () -> {
              JsonlLogs.copy(living, crashed);
              if (cutLog) {
                cut(JsonlLogs.file(crashed), disk[0]);
              }
              if (cutJournal) {
                cut(JsonlLogs.side(crashed, "journal"), disk[0]);
              }
            });
    Map<EntryId, Entry> acknowledged;
    try (GenerationLog log = JsonlLogs.open(living, disk[0], limits)) {
      Day day = new Day(log);
      day.goBy();
      acknowledged = Map.copyOf(day.acknowledged);
    }
    assertHolds(crashed, acknowledged);
  }

  private static void cut(Path file, JsonlFaultyDisk disk) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(disk.forced(file));
    }
  }

  private static void assertHolds(Path crashed, Map<EntryId, Entry> acknowledged) {
    try (GenerationLog log = JsonlLogs.open(crashed)) {
      List<Entry> all = DiskLogContract.all(log);
      assertEquals(all.size(), all.stream().map(Entry::id).distinct().count());
      acknowledged.forEach((id, entry) -> assertKept(entry, log.find(id).orElseThrow()));
      assertTrue(all.stream().allMatch(Entry::finished));
      assertTrue(log.condition().damaged() <= 1);
      assertTrue(all.size() - acknowledged.size() <= 1, "only what was under way is besides");
      LogContract.reserved(log, IntentDraft.at(MORNING.plusSeconds(99), 99));
    }
  }

  // A step that was under way may have come through: then the entry is further than was told.
  private static void assertKept(Entry acknowledged, Entry found) {
    if (acknowledged.state() == EntryState.RESERVED) {
      assertTrue(
          found.finished() && found.timestamp().equals(acknowledged.timestamp()),
          () -> acknowledged + " became " + found);
    } else {
      assertEquals(acknowledged.cost(), settled(acknowledged, found).cost());
      assertTrue(found.star() || !acknowledged.star());
    }
  }

  private static Entry settled(Entry acknowledged, Entry found) {
    boolean cameThrough =
        acknowledged.state() == EntryState.UNKNOWN && found.state() != EntryState.UNKNOWN;
    return cameThrough ? acknowledged : found;
  }

  @ParameterizedTest
  @MethodSource("operations")
  void theDayGoesOnWhenTheDiskFailsOnce(int operation) {
    JsonlFaultyDisk disk = new JsonlFaultyDisk(operation, false, () -> {});
    int entries;
    try (GenerationLog log = JsonlLogs.open(directory, disk, JsonlLogs.NEVER);
        GenerationLog other = JsonlLogs.open(directory)) {
      Day day = new Day(log);
      day.goBy();
      LogContract.reserved(log, IntentDraft.at(MORNING.plusSeconds(99), 99));

      List<Entry> all = DiskLogContract.all(log);
      entries = all.size();
      assertEquals(0, log.condition().damaged());
      day.acknowledged.forEach((id, entry) -> assertStillThere(entry, log.find(id).orElseThrow()));
      assertEquals(all, DiskLogContract.all(other));
      assertTrue(
          all.stream()
              .filter(entry -> !day.acknowledged.containsKey(entry.id()))
              .allMatch(entry ->
                  entry.id().moment().isAfter(MORNING.plusSeconds(98))
                      || "not_recorded".equals(entry.code())
                      || entry.finished()),
          "nothing that was not acknowledged is still reserved");
      DiskLogContract.assertSound(log, entries);
    }
    try (GenerationLog log = JsonlLogs.open(directory)) {
      DiskLogContract.assertSound(log, entries);
    }
  }

  private static void assertStillThere(Entry acknowledged, Entry found) {
    if (acknowledged.state() != EntryState.RESERVED || found.finished()) {
      assertKept(acknowledged, found);
    }
  }

  @Test
  void aFullDiskIsCalledFullAndLeavesReadingPossible() {
    JsonlFaultyDisk disk = new JsonlFaultyDisk(6, true, () -> {});
    try (GenerationLog log = JsonlLogs.open(directory, disk, JsonlLogs.NEVER)) {
      Entry entry = LogContract.reserved(log, IntentDraft.at(MORNING, 1));
      LogUnavailable full =
          assertThrows(
              LogUnavailable.class,
              () -> {
                for (int number = 2; number < 9; number++) {
                  LogContract.reserved(log, IntentDraft.at(MORNING, number));
                }
              });

      assertEquals(LogUnavailable.Reason.FULL, full.reason());
      assertTrue(String.valueOf(full.getMessage()).contains("make room"), full.getMessage());
      assertEquals(entry, log.find(entry.id()).orElseThrow());
      assertEquals(Ending.abandoned(entry).atRisk(), entry.atRisk());
    }
  }

  // What was not written leaves its id free.
  @Test
  void anEntryOfAnotherHandleIsNotReleasedForOneThatCouldNotBeWritten() {
    JsonlFaultyDisk failing = new JsonlFaultyDisk(0, false, () -> {});
    try (GenerationLog other = JsonlLogs.open(directory);
        GenerationLog log = JsonlLogs.open(directory, failing, JsonlLogs.NEVER)) {
      IntentDraft draft = IntentDraft.at(MORNING, 1);
      assertThrows(LogUnavailable.class, () -> log.reserve(draft.intent()));
      EntryId id =
          assertInstanceOf(Reservation.Reserved.class, other.reserve(draft.intent())).entry().id();
      assertEquals(draft.intent().proposed(), id);
      log.refuse(IntentDraft.at(MORNING, 2).intent(), "invalid", "no");
      assertEquals(EntryState.RESERVED, other.find(id).orElseThrow().state());
      assertEquals(EntryState.SETTLED, other.finish(id, Endings.settled("0.04", 1_000)).state());
    }
  }
}
