package dev.easel.adapter.persistence;

import static dev.easel.domain.ledger.LogContract.MORNING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.easel.config.LogBackend;
import dev.easel.config.LogSettings;
import dev.easel.domain.ledger.DiskLogContract;
import dev.easel.domain.ledger.Endings;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.IntentDraft;
import dev.easel.domain.ledger.LogContract;
import dev.easel.domain.ledger.LogUnavailable;
import dev.easel.domain.ledger.Page;
import dev.easel.domain.ledger.Query;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A log in SQLite whose files are taken from under it, while most of it is written ahead.
final class SqliteHoldTest {

  @TempDir private Path directory;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = directory.resolve("easel.db");
  }

  private GenerationLog open() {
    return GenerationLogs.open(new LogSettings(LogBackend.SQLITE, file, ZoneOffset.UTC));
  }

  private static Entry reserved(GenerationLog log, int number) {
    return LogContract.reserved(log, IntentDraft.at(MORNING.plusSeconds(number), number));
  }

  @ParameterizedTest
  @CsvSource({"'', 0", "'', 1", "-wal, 0", "-wal, 1"})
  void whatIsEmptiedOrCutTakesNothingMoreUntilItIsBack(String suffix, int halves)
      throws IOException {
    try (GenerationLog log = open()) {
      Entry running = reserved(log, 1);
      Path cut = Path.of(file + suffix);
      byte[] whole = Files.readAllBytes(cut);
      Files.write(cut, Arrays.copyOf(whole, whole.length * halves / 2));

      assertTakesNothing(log);
      Files.write(cut, whole);

      log.finish(running.id(), Endings.settled("0.04", 1_000));
      DiskLogContract.assertSound(log, 1);
    }
  }

  @Test
  void aJournalThatIsRemovedIsMissedUntilItIsBack() throws IOException {
    try (GenerationLog log = open()) {
      Entry running = reserved(log, 1);
      Path journal = Path.of(file + "-wal");
      Path elsewhere = Files.move(journal, directory.resolve("elsewhere"));

      assertTakesNothing(log);
      Files.move(elsewhere, journal);

      log.finish(running.id(), Endings.settled("0.04", 1_000));
      DiskLogContract.assertSound(log, 1);
    }
  }

  @Test
  void aJournalIsMissedThatIsRemovedAfterALongTimeInTheSameDirectory() throws Exception {
    try (GenerationLog log = open()) {
      Entry running = reserved(log, 1);
      FileTime before = Files.getLastModifiedTime(directory);
      Thread.sleep(Duration.ofMillis(2_100));
      log.finish(running.id(), Endings.settled("0.04", 1_000));
      Path journal = Path.of(file + "-wal");
      Path elsewhere = Files.move(journal, directory.resolve("elsewhere"));
      Files.copy(elsewhere, journal);
      Files.setLastModifiedTime(directory, before);

      assertTakesNothing(log);
      Files.move(elsewhere, journal, StandardCopyOption.REPLACE_EXISTING);

      reserved(log, 4);
      DiskLogContract.assertSound(log, 2);
    }
  }

  @Test
  void aDirectoryOfOwnersThatIsRemovedIsMissedUntilItIsBack() throws IOException {
    try (GenerationLog log = open()) {
      Entry running = reserved(log, 1);
      Path owners = directory.resolve("easel.db.easel");
      Path elsewhere = Files.move(owners, directory.resolve("elsewhere"));

      assertThrows(LogUnavailable.class, () -> reserved(log, 2));
      Files.move(elsewhere, owners);

      log.finish(running.id(), Endings.settled("0.04", 1_000));
      reserved(log, 3);
      DiskLogContract.assertSound(log, 2);
    }
  }

  @Test
  void aJournalThatAnotherHandleEmptiesAsItLeavesIsNotMissed() {
    try (GenerationLog log = open()) {
      for (int number = 1; number <= 20; number++) {
        reserved(log, 2 * number);
        try (GenerationLog other = open()) {
          reserved(other, 2 * number + 1);
        }
      }
      assertEquals(40, log.page(Query.EVERYTHING, Page.Request.newest(50)).entries().size());
    }
  }

  private static void assertTakesNothing(GenerationLog log) {
    assertThrows(LogUnavailable.class, () -> reserved(log, 2));
    try {
      log.page(Query.EVERYTHING, Page.Request.newest(10));
    } catch (LogUnavailable _) {
      // it may be told as long as it is remembered, and must not harm
    }
    assertThrows(LogUnavailable.class, () -> reserved(log, 3));
  }
}
