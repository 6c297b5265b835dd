package dev.easel.adapter.persistence;

import static dev.easel.domain.ledger.LogContract.MORNING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.config.LogBackend;
import dev.easel.config.LogSettings;
import dev.easel.domain.ledger.DiskLogContract;
import dev.easel.domain.ledger.Endings;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryState;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.InspectionContract;
import dev.easel.domain.ledger.IntentDraft;
import dev.easel.domain.ledger.LogContract;
import dev.easel.domain.ledger.LogUnavailable;
import dev.easel.domain.ledger.ReadOnlyPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A log in SQLite, beside which nobody may make a file.
final class SqliteReadOnlyTest {

  @TempDir private Path directory;
  private Path place;
  private Path file;

  @BeforeEach
  void nameThePlace() throws IOException {
    place = Files.createDirectory(directory.resolve("place"));
    file = place.resolve("easel.db");
  }

  private GenerationLog open() {
    return GenerationLogs.open(new LogSettings(LogBackend.SQLITE, file, ZoneOffset.UTC));
  }

  private static Entry settled(GenerationLog log, int number) {
    Entry entry = LogContract.reserved(log, IntentDraft.at(MORNING, number));
    return log.finish(entry.id(), Endings.settled("0.04", 1_000));
  }

  @Test
  void isReadAndTakesNothingUntilItMayBeWritten() {
    Entry entry;
    try (GenerationLog log = open()) {
      entry = settled(log, 1);
    }
    GenerationLog reopened;
    try (ReadOnlyPlace _ = ReadOnlyPlace.make(place)) {
      reopened = open();
      assertHolds(reopened, entry);
      assertThrows(
          LogUnavailable.class, () -> reopened.reserve(IntentDraft.at(MORNING, 2).intent()));
      assertThrows(LogUnavailable.class, () -> reopened.mark(entry.id(), true, entry.tags()));
    }
    try (reopened) {
      settled(reopened, 3);
      DiskLogContract.assertSound(reopened, 2);
    }
  }

  private static void assertHolds(GenerationLog log, Entry entry) {
    assertEquals(entry, log.find(entry.id()).orElseThrow());
    DiskLogContract.assertSound(log, 1);
  }

  @Test
  void anOlderLogIsNotReadAndKeepsAnAccountOnceItMayBeWritten() throws SQLException {
    try (GenerationLog log = open()) {
      Entry entry = LogContract.reserved(log, IntentDraft.at(MORNING, 1).key("k", "same"));
      log.finish(entry.id(), Endings.released());
    }
    OlderSqliteLog.make(file, 3);
    try (ReadOnlyPlace _ = ReadOnlyPlace.make(place)) {
      assertThrows(LogUnavailable.class, this::open);
    }
    try (GenerationLog log = open()) {
      assertEquals(List.of(), InspectionContract.Notes.of(log).findings());
      assertEquals(1, log.condition().entries());
      LogContract.reserved(log, IntentDraft.at(MORNING, 2).key("k", "same"));
      LogContract.reserved(log, IntentDraft.at(MORNING, 3).key("l", "same"));
      assertEquals(List.of(), InspectionContract.Notes.of(log).findings());
    }
    try (SqliteConnection connection = new SqliteFile(file).write()) {
      assertEquals(2, connection.number("SELECT entries FROM witness WHERE subject = 'key'"));
    }
  }

  @Test
  void isReadAsItsProcessLeftItWhenItWasKilled() throws IOException {
    Path killed = Files.createDirectory(directory.resolve("killed"));
    Entry entry;
    try (GenerationLog log = open()) {
      entry = settled(log, 1);
      KilledSqliteLog.copy(place, killed);
    }
    assertTrue(Files.size(killed.resolve("easel.db-wal")) > 0, "something is written ahead");

    file = killed.resolve("easel.db");
    try (ReadOnlyPlace _ = ReadOnlyPlace.make(killed);
        GenerationLog log = open()) {
      assertHolds(log, entry);
    }
  }

  @Test
  void whatNobodyEndsAnyMoreIsInFlightAsLongAsNothingCanBeWritten() throws IOException {
    Path killed = Files.createDirectory(directory.resolve("killed"));
    Entry running;
    try (GenerationLog log = open()) {
      running = LogContract.reserved(log, IntentDraft.at(MORNING, 1));
      KilledSqliteLog.copy(place, killed);
      Path owners = Files.createDirectories(killed.resolve("easel.db.easel/owners"));
      try (var names = Files.list(place.resolve("easel.db.easel/owners"))) {
        for (Path owner : names.toList()) {
          Files.createFile(owners.resolve(owner.getFileName()));
        }
      }
    }
    file = killed.resolve("easel.db");
    try (ReadOnlyPlace _ = ReadOnlyPlace.make(killed);
        GenerationLog log = open()) {
      assertEquals(running, log.find(running.id()).orElseThrow());
      assertEquals(1, log.condition().running());
    }
    try (GenerationLog log = open()) {
      assertEquals(EntryState.UNKNOWN, log.find(running.id()).orElseThrow().state());
    }
  }

  @Test
  void whatIsReadWhileSomebodyWritesIsNotTakenForTheLog() throws Exception {
    try (GenerationLog log = open()) {
      settled(log, 1);
    }
    SqliteFile still = new SqliteFile(file);
    SqliteReading reading = new SqliteReading(still.readStill(), SqliteStillness.of(still.path()));

    LogUnavailable doubtful =
        assertThrows(
            LogUnavailable.class,
            () -> reading.read(new SqliteHold(still), _ -> settledByAnother()));

    assertEquals(LogUnavailable.Reason.BUSY, doubtful.reason());
  }

  private Entry settledByAnother() {
    try (GenerationLog other = open()) {
      return settled(other, 2);
    }
  }
}
