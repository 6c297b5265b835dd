package dev.easel.domain.ledger;

import static dev.easel.domain.ledger.DiskLogContract.all;
import static dev.easel.domain.ledger.DiskLogContract.assertSound;
import static dev.easel.domain.ledger.DiskLogContract.within;
import static dev.easel.domain.ledger.LogContract.MORNING;
import static dev.easel.domain.ledger.LogContract.reserved;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Nullable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Many threads, handles and processes on one log.
public interface SharingContract extends DiskLogContract {

  /// "Within a second", with room for a busy machine.
  Duration SOON = Duration.ofSeconds(3);

  @Test
  default void manyThreadsWriteAtOnce(@TempDir Path directory) throws Exception {
    try (GenerationLog log = open(directory)) {
      writeAtOnce(List.of(log), 200);
      assertSound(log, 200);
    }
    try (GenerationLog log = open(directory)) {
      assertSound(log, 200);
    }
  }

  @Test
  default void twoHandlesWriteAtOnce(@TempDir Path directory) throws Exception {
    try (GenerationLog one = open(directory);
        GenerationLog other = open(directory)) {
      writeAtOnce(List.of(one, other), 200);
      assertSound(one, 200);
      assertEquals(all(one), all(other));
    }
  }

  private static void writeAtOnce(List<GenerationLog> logs, int count) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Entry>> writes =
          IntStream.range(0, count)
              .<Callable<Entry>>mapToObj(
                  number -> () -> write(logs.get(number % logs.size()), number))
              .toList();
      for (Future<Entry> written : threads.invokeAll(writes)) {
        assertTrue(written.get().finished());
      }
    }
  }

  private static Entry write(GenerationLog log, int number) {
    EntryId id = reserved(log, IntentDraft.at(MORNING, number)).id();
    return log.finish(id, Endings.settled("0.04", number + 1L));
  }

  @Test
  default void twoProcessesWriteAtOnce(@TempDir Path directory) throws Exception {
    try (GenerationLog log = open(directory);
        LogProcess one = start(directory, LogProcess.Work.WRITE, 100, 1_000);
        LogProcess other = start(directory, LogProcess.Work.WRITE, 100, 2_000)) {
      one.go();
      other.go();
      writeAtOnce(List.of(log), 100);
      List<String> theirs =
          Stream.concat(one.answersToTheEnd().stream(), other.answersToTheEnd().stream()).toList();

      assertEquals(200, theirs.size());
      for (String id : theirs) {
        assertEquals(
            EntryState.SETTLED, log.find(EntryId.parse(id).orElseThrow()).orElseThrow().state());
      }
      assertSound(log, 300);
    }
    try (GenerationLog log = open(directory)) {
      assertSound(log, 300);
    }
  }

  @Test
  default void processesTogetherNeverPassTheBudget(@TempDir Path directory) throws Exception {
    try (GenerationLog log = open(directory);
        LogProcess one = start(directory, LogProcess.Work.SPEND, 25, 1_000);
        LogProcess two = start(directory, LogProcess.Work.SPEND, 25, 2_000);
        LogProcess three = start(directory, LogProcess.Work.SPEND, 25, 3_000)) {
      List<LogProcess> others = List.of(one, two, three);
      for (LogProcess other : others) {
        other.go();
      }
      List<String> answers = new ArrayList<>(LogProcess.spend(log, 25, 0));
      for (LogProcess other : others) {
        answers.addAll(other.answersToTheEnd());
      }

      assertEquals(100, answers.size());
      assertEquals(25, answers.stream().filter("reserved"::equals).count());
      assertEquals(Money.ofUsd("1"), log.spending(LocalDate.parse("2026-11-23")).day().total());
      assertSound(log, 100);
    }
  }

  @Test
  default void aRaiseCountsInOtherProcessesAtOnce(@TempDir Path directory) throws Exception {
    try (GenerationLog log = open(directory);
        LogProcess other = start(directory, LogProcess.Work.RAISE, 1, 0)) {
      IntentDraft draft = IntentDraft.at(MORNING, 1).budget("0.04", null, false);
      reserved(log, draft);
      assertInstanceOf(Reservation.OverBudget.class, log.reserve(draft.intent()));

      other.go();
      assertEquals("raised", other.answer());

      reserved(log, draft);
      assertInstanceOf(Reservation.OverBudget.class, log.reserve(draft.intent()));
    }
  }

  @Test
  default void anotherHandleKnowsEveryFactAtOnce(@TempDir Path directory) {
    try (GenerationLog one = open(directory);
        GenerationLog other = open(directory)) {
      for (Fact fact : FactsContract.some()) {
        one.declare(fact);

        assertEquals(one.facts(), other.facts());
        assertEquals(fact, other.facts().all().getLast());
      }
      Fact same = new Fact.CallerAdded(MORNING, "bob", "dd44", null);
      assertThrows(IllegalStateException.class, () -> other.declare(same));
    }
  }

  @Test
  default void anotherHandleSeesEveryStepSoon(@TempDir Path directory) throws Exception {
    try (GenerationLog one = open(directory);
        GenerationLog other = open(directory)) {
      ChangesContract.Follower follower = new ChangesContract.Follower(other);
      List<Entry> seen = new ArrayList<>();
      Entry reserved = reserved(one, IntentDraft.at(MORNING, 1));
      assertTrue(within(SOON, () -> follow(follower, seen).contains(reserved)));

      Entry settled = one.finish(reserved.id(), Endings.settled("0.04", 1_000));
      assertTrue(within(SOON, () -> follow(follower, seen).contains(settled)));
      Entry marked = one.mark(settled.id(), true, new TreeSet<>(List.of("a"))).orElseThrow();
      assertTrue(within(SOON, () -> follow(follower, seen).contains(marked)));

      assertEquals(List.of(marked), all(other));
      assertSound(other, 1);
    }
  }

  @Test
  default void aWatcherMissesNothingWhileManyWrite(@TempDir Path directory) throws Exception {
    try (GenerationLog one = open(directory);
        GenerationLog other = open(directory);
        GenerationLog watched = open(directory);
        ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
      ChangesContract.Follower follower = new ChangesContract.Follower(watched);
      Map<EntryId, EntryState> told = new HashMap<>();
      Future<?> writing =
          thread.submit(() -> {
            writeAtOnce(List.of(one, other), 150);
            return null;
          });
      while (!writing.isDone()) {
        follower.look(7).forEach(entry -> told.put(entry.id(), entry.state()));
      }
      writing.get();

      assertTrue(
          within(
              SOON,
              () -> {
                follower.look(7).forEach(entry -> told.put(entry.id(), entry.state()));
                return told.size() == 150
                    && Set.copyOf(told.values()).equals(Set.of(EntryState.SETTLED));
              }),
          told.size() + " were told, in " + Set.copyOf(told.values()));
    }
  }

  private static List<Entry> follow(ChangesContract.Follower follower, List<Entry> seen) {
    seen.addAll(follower.look());
    return seen;
  }

  @Test
  default void anotherHandleKnowsTheKeyAtOnce(@TempDir Path directory) {
    try (GenerationLog one = open(directory);
        GenerationLog other = open(directory)) {
      Entry running = reserved(one, IntentDraft.at(MORNING, 1).key("k", "one"));
      IntentDraft again = IntentDraft.at(MORNING, 2).key("k", "one");
      assertEquals(new Reservation.Running(running), other.reserve(again.intent()));

      Entry settled = one.finish(running.id(), Endings.settled("0.04", 1_000));

      assertEquals(new Reservation.Done(settled), other.reserve(again.intent()));
    }
  }

  @Test
  default void whatAnotherHandleChangesWhileItRunsIsKeptAtItsEnd(@TempDir Path directory) {
    try (GenerationLog one = open(directory);
        GenerationLog other = open(directory)) {
      EntryId id = reserved(one, IntentDraft.at(MORNING, 1).prompt("a pier")).id();
      reserved(one, IntentDraft.at(MORNING, 2));
      other.mark(id, true, new TreeSet<>(Set.of("keep")));

      Entry settled = one.finish(id, Endings.settled("0.04", 1_000));

      assertTrue(settled.star());
      assertEquals(List.of(settled), LogContract.matching(other, "tag:keep star:yes pier"));
      assertSound(one, 2);
    }
  }

  @Test
  default void whatAnotherHandleEndedIsNotEndedAgain(@TempDir Path directory) {
    try (GenerationLog one = open(directory);
        GenerationLog other = open(directory)) {
      EntryId id = reserved(one, IntentDraft.at(MORNING, 1)).id();
      Entry settled = other.finish(id, Endings.settled("0.04", 1_000));

      assertThrows(IllegalStateException.class, () -> one.finish(id, Endings.released()));
      assertEquals(settled, one.find(id).orElseThrow());
      assertSound(one, 1);
    }
  }

  @Test
  default void idsRiseAcrossHandles(@TempDir Path directory) {
    try (GenerationLog one = open(directory);
        GenerationLog other = open(directory)) {
      EntryId first = reserved(one, IntentDraft.at(MORNING.plusSeconds(60), 1)).id();
      EntryId second = reserved(other, IntentDraft.at(MORNING, 1)).id();
      EntryId third = reserved(one, IntentDraft.at(MORNING, 1)).id();

      assertTrue(first.compareTo(second) < 0);
      assertTrue(second.compareTo(third) < 0);
    }
  }

  @Test
  default void whatALivingProcessHasReservedStaysReserved(@TempDir Path directory)
      throws Exception {
    try (GenerationLog log = open(directory);
        LogProcess other = start(directory, LogProcess.Work.HOLD, 1, 1_000)) {
      other.go();
      EntryId theirs = EntryId.parse(other.answer()).orElseThrow();
      EntryId ours = reserved(log, IntentDraft.at(MORNING, 1)).id();
      try (GenerationLog third = open(directory)) {
        reserved(third, IntentDraft.at(MORNING, 2));

        assertEquals(EntryState.RESERVED, third.find(theirs).orElseThrow().state());
        assertEquals(EntryState.RESERVED, third.find(ours).orElseThrow().state());
      }
    }
  }

  @Test
  default void whatADeadProcessHadReservedIsUnknownAtTheNextReservation(@TempDir Path directory)
      throws Exception {
    try (GenerationLog log = open(directory)) {
      EntryId theirs = killedWhileHolding(directory);

      reserved(log, IntentDraft.at(MORNING, 1));

      assertAbandoned(log.find(theirs).orElseThrow());
      assertSound(log, 2);
    }
  }

  @Test
  default void theFirstLookAfterADeathShowsIt(@TempDir Path directory) throws Exception {
    try (GenerationLog log = open(directory)) {
      ChangesContract.Follower follower = new ChangesContract.Follower(log);
      EntryId theirs = killedWhileHolding(directory);

      assertAbandoned(log.find(theirs).orElseThrow());
      assertTrue(follower.look().contains(log.find(theirs).orElseThrow()));
    }
    try (GenerationLog log = open(directory)) {
      assertSound(log, 1);
    }
  }

  @Test
  default void whatADeadProcessHadInItsQueueIsReleased(@TempDir Path directory) throws Exception {
    try (GenerationLog log = open(directory)) {
      EntryId theirs = killedWhile(LogProcess.Work.QUEUE, directory);

      reserved(log, IntentDraft.at(MORNING, 1));

      Entry released = log.find(theirs).orElseThrow();
      assertEquals(EntryState.RELEASED, released.state());
      assertEquals("process_died", released.code());
      assertSound(log, 2);
    }
  }

  private EntryId killedWhileHolding(Path directory) throws Exception {
    return killedWhile(LogProcess.Work.HOLD, directory);
  }

  private EntryId killedWhile(LogProcess.Work work, Path directory) throws Exception {
    try (LogProcess other = start(directory, work, 1, 1_000)) {
      other.go();
      EntryId theirs = EntryId.parse(other.answer()).orElseThrow();
      other.kill();
      return theirs;
    }
  }

  private static void assertAbandoned(Entry entry) {
    Entry reserved = IntentDraft.at(MORNING, 1_000).intent().reserved(entry.id());
    assertEquals(reserved.ended(Ending.abandoned(reserved)).sealed(), entry);
    assertNotNull(entry.atRisk());
  }

  @Test
  default void nothingAcknowledgedIsLostWhenAProcessIsKilledAtWork(@TempDir Path directory)
      throws Exception {
    List<String> acknowledged = new ArrayList<>();
    try (LogProcess other = start(directory, LogProcess.Work.WRITE, 1_000_000, 0)) {
      other.go();
      for (int count = 0; count < 50; count++) {
        acknowledged.add(other.answer());
      }
      other.kill();
      @Nullable String line = other.answerOrEnd();
      while (line != null && line.length() == 36) {
        acknowledged.add(line);
        line = other.answerOrEnd();
      }
    }
    try (GenerationLog log = open(directory)) {
      for (String id : acknowledged) {
        Entry entry = log.find(EntryId.parse(id).orElseThrow()).orElseThrow();
        assertEquals(EntryState.SETTLED, entry.state());
      }
      List<Entry> all = all(log);
      assertTrue(all.size() - acknowledged.size() <= 1, "at most one was under way");
      assertTrue(all.stream().allMatch(Entry::finished));
      assertSound(log, all.size());
    }
  }

  private LogProcess start(Path directory, LogProcess.Work work, int count, int number)
      throws java.io.IOException {
    return LogProcess.start(opener(), directory, work, count, number);
  }
}
