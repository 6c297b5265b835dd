package dev.easel.domain.ledger;

import static dev.easel.domain.ledger.LogContract.MORNING;
import static dev.easel.domain.ledger.LogContract.reserved;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A log whose files are moved away while it is open: it neither begins another one in their place,
/// where keys and budgets would begin anew, nor passes for empty.
public interface VanishingContract extends DiskLogContract {

  @Test
  default void aLogThatIsMovedAwayIsMissedUntilItIsBack(@TempDir Path directory)
      throws IOException {
    Path place = directory.resolve("place");
    try (GenerationLog log = open(place)) {
      Entry running = reserved(log, wish(1).key("k", "same"));
      Path elsewhere = Files.move(place, directory.resolve("elsewhere"));

      assertRefusesAll(log, running);
      assertFalse(Files.exists(place), "nothing was begun in its place");
      Files.move(elsewhere, place);

      assertEquals(
          new Reservation.Running(running), log.reserve(wish(2).key("k", "same").intent()));
      Entry settled = log.finish(running.id(), Endings.settled("0.04", 1_000));
      assertEquals(new Reservation.Done(settled), log.reserve(wish(3).key("k", "same").intent()));
      DiskLogContract.assertSound(log, 1);
    }
  }

  @Test
  default void aLogThatWasNeverWrittenToIsMissedToo(@TempDir Path directory) throws IOException {
    Path place = directory.resolve("place");
    try (GenerationLog log = open(place)) {
      Path elsewhere = Files.move(place, directory.resolve("elsewhere"));

      assertMissed(() -> log.reserve(wish(1).intent()));
      assertFalse(Files.exists(place), "nothing was begun in its place");
      Files.move(elsewhere, place);

      reserved(log, wish(2));
    }
  }

  @Test
  default void aLogInThePlaceOfAnotherIsNotTakenForIt(@TempDir Path directory) throws IOException {
    Path place = directory.resolve("place");
    try (GenerationLog log = open(place)) {
      Entry running = reserved(log, wish(1).key("k", "same"));
      Path elsewhere = Files.move(place, directory.resolve("elsewhere"));
      try (GenerationLog other = open(place)) {
        Entry others = reserved(other, wish(2));

        assertRefusesAll(log, running);
        assertEquals(others, other.find(others.id()).orElseThrow());
        other.finish(others.id(), Endings.settled("0.04", 1_000));
        DiskLogContract.assertSound(other, 1);
      }
      Files.move(place, directory.resolve("other"));
      Files.move(elsewhere, place);

      log.finish(running.id(), Endings.settled("0.04", 1_000));
      DiskLogContract.assertSound(log, 1);
    }
  }

  @Test
  default void aFileInThePlaceOfTheLogIsNotTakenForIt(@TempDir Path directory) throws IOException {
    try (GenerationLog log = open(directory)) {
      Entry running = reserved(log, wish(1).key("k", "same"));
      Path file = Path.of(log.condition().place());
      Path elsewhere = Files.move(file, directory.resolve("elsewhere"));

      assertRefusesAll(log, running);
      assertFalse(Files.exists(file), "nothing was begun in its place");
      Files.createFile(file);
      assertRefusesAll(log, running);
      assertEquals(0, Files.size(file));
      Files.move(elsewhere, file, StandardCopyOption.REPLACE_EXISTING);

      log.finish(running.id(), Endings.settled("0.04", 1_000));
      DiskLogContract.assertSound(log, 1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  default void aLogThatIsEmptiedIsNotTakenForANewOne(int left, @TempDir Path directory)
      throws IOException {
    Entry running;
    try (GenerationLog log = open(directory)) {
      running = reserved(log, wish(1).key("k", "same"));
      log.finish(running.id(), Endings.settled("0.04", 1_000));
    }
    try (GenerationLog log = open(directory)) {
      Path file = Path.of(log.condition().place());
      byte[] whole = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(whole, left * whole.length / 2));

      assertThrows(LogUnavailable.class, () -> log.reserve(wish(2).key("k", "same").intent()));
      assertThrows(LogUnavailable.class, () -> log.reserve(wish(3).intent()));
      assertThrows(LogUnavailable.class, () -> log.page(Query.EVERYTHING, Page.Request.newest(1)));
      assertThrows(
          LogUnavailable.class, () -> log.spending(LocalDate.ofInstant(MORNING, ZoneOffset.UTC)));
      assertEquals(left * whole.length / 2, Files.size(file), "nothing was added");
      Files.write(file, whole);

      assertEquals(
          running.id(),
          assertInstanceOf(Reservation.Done.class, log.reserve(wish(4).key("k", "same").intent()))
              .entry()
              .id());
      DiskLogContract.assertSound(log, 1);
    }
  }

  @Test
  default void whatRanWhenALogWasMovedIsUnknownToWhoeverOpensItLater(@TempDir Path directory)
      throws IOException {
    Path place = directory.resolve("place");
    Path elsewhere = directory.resolve("elsewhere");
    EntryId running;
    try (GenerationLog log = open(place)) {
      running = reserved(log, wish(1)).id();
      Files.move(place, elsewhere);
      assertMissed(() -> log.finish(running, Endings.settled("0.04", 1_000)));
    }
    assertFalse(Files.exists(place), "nothing was begun in its place");
    try (GenerationLog log = open(elsewhere)) {
      assertEquals(EntryState.UNKNOWN, log.find(running).orElseThrow().state());
      DiskLogContract.assertSound(log, 1);
    }
  }

  private static void assertRefusesAll(GenerationLog log, Entry running) {
    LocalDate today = LocalDate.ofInstant(MORNING, ZoneOffset.UTC);
    assertMissed(() -> log.reserve(wish(5).key("k", "same").intent()));
    assertMissed(() -> log.refuse(wish(6).intent(), "invalid", "no"));
    assertMissed(() -> log.finish(running.id(), Endings.settled("0.04", 1_000)));
    assertMissed(() -> log.mark(running.id(), true, new TreeSet<>()));
    assertMissed(() -> log.declare(FactsContract.some().getFirst()));
    assertMissed(() -> log.find(running.id()));
    assertMissed(() -> log.page(Query.EVERYTHING, Page.Request.newest(10)));
    assertMissed(() -> log.statistics(Query.EVERYTHING));
    assertMissed(() -> log.spending(today));
    assertMissed(log::facts);
    assertMissed(log::condition);
    assertMissed(() -> log.changes(null, 10));
    assertMissed(() -> log.export(_ -> {}));
  }

  private static void assertMissed(Executable call) {
    LogUnavailable missed = assertThrows(LogUnavailable.class, call);
    assertEquals(LogUnavailable.Reason.UNUSABLE, missed.reason());
    assertTrue(missed.getMessage().contains("removed or replaced"), missed.getMessage());
  }

  private static IntentDraft wish(long number) {
    return IntentDraft.at(MORNING.plusSeconds(number), number);
  }
}
