package dev.easel.adapter.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.config.LogBackend;
import dev.easel.config.LogSettings;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.DiskLogContract;
import dev.easel.domain.ledger.Endings;
import dev.easel.domain.ledger.EntryDraft;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.EntryState;
import dev.easel.domain.ledger.Facts;
import dev.easel.domain.ledger.FactsContract;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.InspectionContract;
import dev.easel.domain.ledger.IntentDraft;
import dev.easel.domain.ledger.LogContract;
import dev.easel.domain.ledger.LogUnavailable;
import dev.easel.domain.ledger.Page;
import dev.easel.domain.ledger.Query;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What lies in the place of the log, and what becomes of it.
class SqliteOpeningTest {

  @TempDir Path directory;

  @Test
  void onlyTheUserMaySeeTheFilesAndDirectoriesThatAreMade() throws IOException {
    Path path = directory.resolve("a/b/easel.db");
    try (GenerationLog log = open(path)) {
      LogContract.reserved(log, IntentDraft.at(LogContract.MORNING, 1));

      assertEquals("rwx------", permissions(directory.resolve("a")));
      assertEquals("rwx------", permissions(path.resolveSibling("easel.db.easel/owners")));
      for (String file : new String[] {"easel.db", "easel.db-wal", "easel.db-shm"}) {
        assertEquals("rw-------", permissions(path.resolveSibling(file)), file);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"with space.db", "a?b=c.db", "50%.db", "#1.db", "ünï灯.db", "a;b.db"})
  void everyNameIsAName(String name) {
    Path path = directory.resolve(name);
    try (GenerationLog log = open(path)) {
      LogContract.add(log, EntryDraft.at(LogContract.MORNING, 1).entry());
    }
    assertTrue(Files.exists(path));
    try (GenerationLog log = open(path)) {
      assertEquals(1, log.condition().entries());
    }
  }

  @Test
  void aDirectoryIsRefused() {
    assertRefused("is a directory", directory);
  }

  @Test
  void aFileInThePlaceOfTheDirectoryIsRefused() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));
    assertRefused("must be a directory", file.resolve("easel.db"));
  }

  @Test
  void aPlaceWhereNothingCanBeMadeIsRefused() {
    assertRefused("cannot be used", Path.of("/proc/self/easel.db"));
  }

  @Test
  void aDeviceIsRefused() {
    assertRefused("is no file", Path.of("/dev/null"));
  }

  @Test
  void whoeverComesThroughALinkMeetsTheOthers() throws IOException {
    Path path = directory.resolve("easel.db");
    Path link = directory.resolve("link.db");
    try (GenerationLog log = open(path)) {
      EntryId running = LogContract.reserved(log, IntentDraft.at(LogContract.MORNING, 1)).id();
      Files.createSymbolicLink(link, path);
      try (GenerationLog linked = open(link)) {
        LogContract.reserved(linked, IntentDraft.at(LogContract.MORNING, 2));

        assertEquals(EntryState.RESERVED, log.find(running).orElseThrow().state());
      }
    }
  }

  @Test
  void nothingIsWrittenToALogThatWasRemovedWhileItWasOpen() throws IOException {
    Path path = directory.resolve("easel.db");
    try (GenerationLog log = open(path)) {
      EntryId running = LogContract.reserved(log, IntentDraft.at(LogContract.MORNING, 1)).id();
      Path elsewhere = Files.move(path, directory.resolve("elsewhere.db"));
      Files.createFile(path);

      LogUnavailable refused =
          assertThrows(
              LogUnavailable.class,
              () -> log.reserve(IntentDraft.at(LogContract.MORNING, 2).intent()));
      assertEquals(LogUnavailable.Reason.UNUSABLE, refused.reason());
      assertTrue(refused.getMessage().contains("removed or replaced"), refused.getMessage());
      Files.delete(path);
      assertThrows(LogUnavailable.class, () -> log.finish(running, Endings.released()));

      Files.move(elsewhere, path);
      assertEquals(EntryState.RELEASED, log.finish(running, Endings.released()).state());
    }
  }

  @Test
  void linesOfJsonAreRefusedAndLeftAlone() throws IOException {
    Path path = directory.resolve("log.jsonl");
    String lines = "{\"timestamp\":\"2024-12-04T10:51:37\",\"model\":\"dall-e-3\"}\n".repeat(40);
    Files.writeString(path, lines);

    assertRefused("is no SQLite database", path);

    assertEquals(lines, Files.readString(path));
  }

  @Test
  void theDatabaseOfAnotherProgramIsRefusedAndLeftAlone() throws Exception {
    Path path = directory.resolve("other.db");
    sql(path, "CREATE TABLE theirs (a)");
    byte[] before = Files.readAllBytes(path);

    assertRefused("another program", path);

    assertEquals(-1, java.util.Arrays.mismatch(before, Files.readAllBytes(path)));
  }

  @Test
  void aNewerLogIsRefused() throws Exception {
    Path path = directory.resolve("easel.db");
    open(path).close();
    sql(path, "PRAGMA user_version = 99");

    LogUnavailable refusal = assertRefused("version 99", path);

    assertEquals(LogUnavailable.Reason.NEWER, refusal.reason());
  }

  @Test
  void aLogOfTheFirstVersionIsBroughtToTheNewest() throws Exception {
    Path path = directory.resolve("easel.db");
    try (GenerationLog log = open(path)) {
      LogContract.add(log, EntryDraft.at(LogContract.MORNING, 1).entry());
    }
    OlderSqliteLog.make(path, 1);

    try (GenerationLog log = open(path)) {
      assertEquals(Facts.NONE, log.facts());
      FactsContract.some().forEach(log::declare);
      LogContract.add(log, EntryDraft.at(LogContract.MORNING, 2).entry());
    }
    try (GenerationLog log = open(path)) {
      assertEquals(FactsContract.some(), log.facts().all());
      DiskLogContract.assertSound(log, 2);
      assertEquals(List.of(), InspectionContract.Notes.of(log).findings());
    }
  }

  @Test
  void anEmptyFileBecomesALog() throws IOException {
    Path path = Files.createFile(directory.resolve("easel.db"));
    try (GenerationLog log = open(path)) {
      assertEquals(0, log.condition().entries());
    }
  }

  @Test
  void aDamagedFileIsOneSentence() throws IOException {
    Path path = directory.resolve("easel.db");
    try (GenerationLog log = open(path)) {
      for (int number = 0; number < 200; number++) {
        LogContract.add(log, EntryDraft.at(LogContract.MORNING, number).entry());
      }
    }
    byte[] bytes = Files.readAllBytes(path);
    SplittableRandom random = new SplittableRandom(3);
    for (int place = 4_096; place < bytes.length; place++) {
      bytes[place] = (byte) random.nextInt();
    }
    Files.write(path, bytes);

    LogUnavailable damage =
        assertThrows(
            LogUnavailable.class,
            () -> {
              try (GenerationLog log = open(path)) {
                log.page(Query.EVERYTHING, Page.Request.newest(50));
              }
            });

    assertSentence(damage, path);
    assertTrue(damage.getMessage().contains("is damaged"), damage.getMessage());
  }

  @Test
  void theZoneOfTheLogStaysWhateverIsConfiguredLater() {
    Path path = directory.resolve("easel.db");
    try (GenerationLog log = open(path, ZoneId.of("Asia/Tokyo"))) {
      assertEquals(ZoneId.of("Asia/Tokyo"), log.zone());
    }
    for (ZoneId later : new ZoneId[] {null, ZoneId.of("Europe/Berlin")}) {
      try (GenerationLog log = open(path, later)) {
        assertEquals(ZoneId.of("Asia/Tokyo"), log.zone());
        assertEquals(ZoneId.of("Asia/Tokyo"), log.condition().zone());
      }
    }
  }

  @Test
  void aNewLogWithoutAZoneTakesTheSystems() {
    try (GenerationLog log = open(directory.resolve("easel.db"), null)) {
      assertEquals(ZoneId.systemDefault(), log.zone());
    }
  }

  @Test
  void aZoneThatNobodyKnowsIsOneSentence() throws Exception {
    Path path = directory.resolve("easel.db");
    open(path).close();
    sql(path, "UPDATE meta SET value = 'Mars/Olympus' WHERE name = 'zone'");
    assertRefused("Mars/Olympus", path);
  }

  @Test
  void aCleanCloseLeavesOneFileAndWhatIsToldBesideIt() throws IOException {
    Path path = directory.resolve("easel.db");
    try (GenerationLog log = open(path)) {
      LogContract.add(log, EntryDraft.at(LogContract.MORNING, 1).entry());
    }
    try (var files = Files.walk(directory)) {
      assertEquals(
          List.of(path, directory.resolve("easel.db.easel/witness")),
          files.filter(Files::isRegularFile).sorted().toList());
    }
  }

  @Test
  void aClosedLogSaysSo() {
    GenerationLog log = open(directory.resolve("easel.db"));
    log.close();
    log.close();

    assertThrows(
        IllegalStateException.class,
        () -> log.reserve(IntentDraft.at(LogContract.MORNING, 1).intent()));
    assertThrows(
        IllegalStateException.class, () -> log.page(Query.EVERYTHING, Page.Request.newest(1)));
  }

  private static LogUnavailable assertRefused(String words, Path path) {
    LogUnavailable refusal = assertThrows(LogUnavailable.class, () -> open(path).close());
    assertTrue(refusal.getMessage().contains(words), refusal.getMessage());
    assertSentence(refusal, path);
    return refusal;
  }

  private static void assertSentence(LogUnavailable refusal, Path path) {
    assertTrue(refusal.getMessage().startsWith("the log " + path), refusal.getMessage());
    assertFalse(refusal.getMessage().contains("Exception"), refusal.getMessage());
    assertFalse(refusal.getMessage().contains("\n"), refusal.getMessage());
  }

  private static GenerationLog open(Path path) {
    return open(path, ZoneId.of("UTC"));
  }

  private static GenerationLog open(Path path, @Nullable ZoneId zone) {
    return GenerationLogs.open(new LogSettings(LogBackend.SQLITE, path, zone));
  }

  private static void sql(Path path, String sql) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
