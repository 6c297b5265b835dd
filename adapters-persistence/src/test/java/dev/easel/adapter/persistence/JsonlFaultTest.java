package dev.easel.adapter.persistence;

import static dev.easel.domain.ledger.LogContract.MORNING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Attempt;
import dev.easel.domain.ledger.BookFinding;
import dev.easel.domain.ledger.DiskLogContract;
import dev.easel.domain.ledger.Ending;
import dev.easel.domain.ledger.Endings;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryDraft;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.EntryState;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.Intent;
import dev.easel.domain.ledger.IntentDraft;
import dev.easel.domain.ledger.LogContract;
import dev.easel.domain.ledger.LogUnavailable;
import dev.easel.domain.ledger.Reservation;
import dev.easel.domain.ledger.VerifyingContract;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
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
    private final boolean keeping;
    private final Map<EntryId, Entry> acknowledged = new HashMap<>();
    private final Map<EntryId, Entry> kept = new HashMap<>();
    private int failures;

    Day(GenerationLog log) {
      this(log, false);
    }

    /// @param keeping whether some ends are kept elsewhere, too
    Day(GenerationLog log, boolean keeping) {
      this.log = log;
      this.keeping = keeping;
    }

    void goBy() {
      EntryId first = reserve(1);
      step(
          first, () -> log.attempt(first, new Attempt(MORNING, "http_503", 503, "busy", 9L, null)));
      if (keeping) {
        step(first, () -> log.send(first));
      }
      step(first, () -> finish(first, Endings.settled("0.04", 1_000)));
      EntryId second = reserve(2);
      step(second, () -> log.finish(second, Endings.unknown("0.08")));
      step(second, () -> log.settle(second, Money.ofUsd("0.05")).orElseThrow());
      step(first, () -> log.mark(first, true, new TreeSet<>(List.of("a"))).orElseThrow());
      step(null, () -> log.refuse(IntentDraft.at(MORNING, 3).intent(), "invalid", "no"));
      reserve(4);
      EntryId fifth = reserve(5);
      step(fifth, () -> log.mark(fifth, true, new TreeSet<>()).orElseThrow());
      step(null, this::add);
      step(fifth, () -> finish(fifth, Endings.released()));
    }

    private Entry finish(EntryId id, Ending ending) {
      if (!keeping) {
        return log.finish(id, ending);
      }
      kept.put(id, log.find(id).orElseThrow().ended(ending));
      return log.finishKept(id, ending);
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
    return operations(false);
  }

  static IntStream operationsOfKeptEnds() throws IOException {
    return operations(true);
  }

  private static IntStream operations(boolean keeping) throws IOException {
    Path scratch = Files.createTempDirectory("easel-operations");
    JsonlFaultyDisk disk = JsonlFaultyDisk.sound();
    try (GenerationLog log = JsonlLogs.open(scratch, disk, JsonlLogs.NEVER)) {
      new Day(log, keeping).goBy();
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
    assertSurvives(operation, limits, cutLog, cutJournal, false);
  }

  private void assertSurvives(
      int operation, JsonlLimits limits, boolean cutLog, boolean cutJournal, boolean keeping)
      throws IOException {
    Path living = Files.createTempDirectory(directory, "living");
    Path crashed = Files.createTempDirectory(directory, "crashed");
    JsonlFaultyDisk[] disk = new JsonlFaultyDisk[1];
    Day[] day = new Day[1];
    List<Entry> kept = new ArrayList<>();
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
              kept.addAll(day[0].kept.values());
            });
    try (GenerationLog log = JsonlLogs.open(living, disk[0], limits)) {
      day[0] = new Day(log, keeping);
      day[0].goBy();
    }
    giveBack(crashed, kept);
    assertHolds(crashed, day[0].acknowledged);
  }

  // As from the journal of the pictures.
  private static void giveBack(Path crashed, Collection<Entry> kept) {
    try (GenerationLog log = JsonlLogs.open(crashed)) {
      assertEquals(List.of(), missed(log));
      EndingRecovery recovery = new EndingRecovery(_ -> true, log);
      assertEquals(List.of(), recovery.take(List.copyOf(kept)));
      assertEquals(List.of(), missed(log));
    }
  }

  // Entries that were in flight, and a line that was not written whole, are no more than that.
  private static List<BookFinding> missed(GenerationLog log) {
    List<BookFinding> findings = new ArrayList<>();
    VerifyingContract.verify(log, findings);
    return findings.stream()
        .filter(finding -> !(finding instanceof BookFinding.Abandoned))
        .filter(finding -> !(finding instanceof BookFinding.Foreign))
        .toList();
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
  @MethodSource("operationsOfKeptEnds")
  void anEndThatIsKeptElsewhereIsGivenBackAfterAPowerCut(int operation) throws IOException {
    assertSurvives(operation, JsonlLogs.NEVER, true, true, true);
    assertSurvives(operation, JsonlLogs.SAVING, true, true, true);
    assertSurvives(operation, JsonlLogs.NEVER, true, false, true);
    assertSurvives(operation, JsonlLogs.NEVER, false, true, true);
    assertSurvives(operation, JsonlLogs.TINY, true, false, true);
  }

  /// What is left of a log when the power fails: what was forced.
  private Path powerless(Path living, JsonlFaultyDisk disk) throws IOException {
    Path crashed = JsonlLogs.copy(living, Files.createTempDirectory(directory, "crashed"));
    cut(JsonlLogs.file(crashed), disk);
    cut(JsonlLogs.side(crashed, "journal"), disk);
    return crashed;
  }

  @Test
  void aMarkSurvivesAPowerCutWithTheLineThatAnotherHandleHasNotForced() throws IOException {
    JsonlFaultyDisk disk = JsonlFaultyDisk.sound();
    Path crashed;
    EntryId id;
    try (GenerationLog log = JsonlLogs.open(directory, disk, JsonlLogs.NEVER);
        GenerationLog other = JsonlLogs.open(directory, disk, JsonlLogs.NEVER)) {
      id = LogContract.reserved(log, IntentDraft.at(MORNING, 1)).id();
      log.finishKept(id, Endings.settled("0.04", 1_000));
      assertEquals(0, disk.forced(JsonlLogs.file(directory)));

      other.mark(id, true, new TreeSet<>());
      crashed = powerless(directory, disk);
    }
    try (GenerationLog log = JsonlLogs.open(crashed)) {
      assertTrue(log.find(id).orElseThrow().star());
      assertEquals(EntryState.SETTLED, log.find(id).orElseThrow().state());
    }
  }

  @Test
  void linesThatWereNotForcedAreWitnessedInTheirOrderWhoeverForcesThem() throws IOException {
    try (GenerationLog log = JsonlLogs.open(directory, JsonlDisk.REAL, JsonlLogs.NEVER);
        GenerationLog other = JsonlLogs.open(directory, JsonlDisk.REAL, JsonlLogs.NEVER)) {
      EntryId first = LogContract.reserved(log, IntentDraft.at(MORNING, 1)).id();
      log.finish(first, Endings.settled("0.04", 1_000));
      for (int number = 2; number <= 3; number++) {
        Entry reserved = LogContract.reserved(log, IntentDraft.at(MORNING, number));
        log.finishKept(reserved.id(), Endings.settled("0.04", 1_000));
      }
      other.refuse(IntentDraft.at(MORNING, 4).intent(), "invalid", "no");
      EntryId last = LogContract.reserved(log, IntentDraft.at(MORNING, 5)).id();
      log.finishKept(last, Endings.settled("0.04", 1_000));
      log.force();

      assertEquals(5, witnessed().size());
      assertEquals(
          DiskLogContract.all(log).reversed().stream().map(Entry::id).toList(), witnessed());
      assertEquals(List.of(), missed(log));
    }
  }

  private List<EntryId> witnessed() throws IOException {
    List<EntryId> ids = new ArrayList<>();
    Path journal = JsonlLogs.side(directory, "journal");
    JsonlJournalFile.readOfLines(
        journal,
        Files.size(journal),
        said -> JsonlWitness.of(said).forEach(witness -> ids.add(witness.id())));
    return ids;
  }

  @Test
  void aRefusalForItsBudgetSurvivesAPowerCut() throws IOException {
    JsonlFaultyDisk disk = JsonlFaultyDisk.sound();
    Path crashed;
    EntryId id;
    try (GenerationLog log = JsonlLogs.open(directory, disk, JsonlLogs.NEVER)) {
      Intent wish = IntentDraft.at(MORNING, 1).budget("0.01", null, false).intent();
      id = assertInstanceOf(Reservation.OverBudget.class, log.reserve(wish)).entry().id();
      crashed = powerless(directory, disk);
    }
    try (GenerationLog log = JsonlLogs.open(crashed)) {
      assertEquals("over_budget", log.find(id).orElseThrow().code());
    }
  }

  @Test
  void whoShortensTheJournalForcesTheLinesOfOthersFirst() throws Exception {
    Path living = Files.createDirectory(directory.resolve("living"));
    Path crashed = Files.createDirectory(directory.resolve("crashed"));
    JsonlFaultyDisk disk = JsonlFaultyDisk.sound();
    Path journal = JsonlLogs.side(living, "journal");
    try (GenerationLog log = JsonlLogs.open(living, disk, JsonlLogs.NEVER);
        GenerationLog other = JsonlLogs.open(living, disk, JsonlLogs.TINY)) {
      for (int number = 1; number <= 20; number++) {
        Entry reserved = LogContract.reserved(log, IntentDraft.at(MORNING, number));
        log.finishKept(reserved.id(), Endings.released());
      }
      long before = Files.size(journal);
      LogContract.reserved(other, IntentDraft.at(MORNING, 21));
      assertTrue(
          DiskLogContract.within(Duration.ofSeconds(10), () -> journal.toFile().length() < before));
      JsonlLogs.copy(living, crashed);
      cut(JsonlLogs.file(crashed), disk); // the new journal was forced
    }
    try (GenerationLog log = JsonlLogs.open(crashed)) {
      assertEquals(21, DiskLogContract.all(log).size());
    }
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
