package dev.easel.adapter.persistence;

import static dev.easel.domain.ledger.LogContract.MORNING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.config.LogBackend;
import dev.easel.config.LogSettings;
import dev.easel.domain.ledger.Endings;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.IntentDraft;
import dev.easel.domain.ledger.LogContract;
import dev.easel.domain.ledger.LogUnavailable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class SqliteSchemaTest {

  private static final List<String> ONE = SqliteFirstStep.statements();
  private static final List<String> TWO = List.of("CREATE TABLE second (number INTEGER) STRICT");
  private static final List<String> BROKEN =
      List.of("CREATE TABLE third (number INTEGER) STRICT", "CREATE NONSENSE");

  @TempDir Path directory;
  private SqliteFile file;

  @BeforeEach
  void makeFile() throws Exception {
    file = new SqliteFile(directory.resolve("easel.db"));
    file.make();
  }

  @Test
  void aNewFileRunsEveryStep() throws SQLException {
    try (SqliteConnection connection = file.write()) {
      migrate(connection, List.of(ONE, TWO));

      assertEquals(2, connection.number("PRAGMA user_version"));
      assertEquals(SqliteSchema.APPLICATION, connection.number("PRAGMA application_id"));
      assertEquals(1, tables(connection, "entry"));
      assertEquals(1, tables(connection, "second"));
      assertEquals("Z", SqliteMeta.ZONE.get(connection).orElseThrow());
    }
  }

  @Test
  void anOlderFileRunsOnlyTheStepsThatItMisses() throws SQLException {
    try (SqliteConnection connection = file.write()) {
      migrate(connection, List.of(ONE));
      String identity = SqliteMeta.IDENTITY.get(connection).orElseThrow();
      migrate(connection, List.of(ONE, TWO));

      assertEquals(2, connection.number("PRAGMA user_version"));
      assertEquals(1, tables(connection, "second"));
      assertEquals(identity, SqliteMeta.IDENTITY.get(connection).orElseThrow());
    }
  }

  @Test
  void aStepThatFailsLeavesNothingBehind() throws SQLException {
    try (SqliteConnection connection = file.write()) {
      migrate(connection, List.of(ONE));

      assertThrows(SQLException.class, () -> migrate(connection, List.of(ONE, TWO, BROKEN)));

      assertEquals(1, connection.number("PRAGMA user_version"));
      assertEquals(0, tables(connection, "second"));
      assertEquals(0, tables(connection, "third"));
    }
  }

  @Test
  void theNewestFileIsNotTouched() throws Exception {
    try (SqliteConnection connection = file.write()) {
      migrate(connection, List.of(ONE));
    }
    byte[] before = Files.readAllBytes(file.path());
    try (SqliteConnection connection = file.write()) {
      migrate(connection, List.of(ONE));
    }
    assertEquals(-1, java.util.Arrays.mismatch(before, Files.readAllBytes(file.path())));
  }

  @Test
  void aNewerFileIsRefusedAndNotTouched() throws SQLException {
    try (SqliteConnection connection = file.write()) {
      migrate(connection, List.of(ONE, TWO));

      LogUnavailable refusal =
          assertThrows(LogUnavailable.class, () -> migrate(connection, List.of(ONE)));

      assertEquals(LogUnavailable.Reason.NEWER, refusal.reason());
      assertTrue(refusal.getMessage().contains("version 2"), refusal.getMessage());
      assertEquals(2, connection.number("PRAGMA user_version"));
    }
  }

  @Test
  void whoeverHasALogOpenThatANewerEaselOpensNeitherWritesNorReads() throws SQLException {
    try (GenerationLog log = open(file)) {
      Entry running = LogContract.reserved(log, IntentDraft.at(MORNING, 1));
      try (SqliteConnection newer = file.write()) {
        newer.update("PRAGMA user_version = 99");
      }

      assertNewer(() -> log.reserve(IntentDraft.at(MORNING, 2).intent()));
      assertNewer(() -> log.finish(running.id(), Endings.settled("0.04", 1_000)));
      assertNewer(() -> log.find(running.id()));

      try (SqliteConnection connection = file.read()) {
        assertEquals(1, connection.number("SELECT count(*) FROM entry WHERE state = 0"));
      }
    }
  }

  private static void assertNewer(Executable attempt) {
    LogUnavailable refusal = assertThrows(LogUnavailable.class, attempt);
    assertEquals(LogUnavailable.Reason.NEWER, refusal.reason());
    assertTrue(refusal.getMessage().contains("version 99"), refusal.getMessage());
  }

  private static GenerationLog open(SqliteFile file) {
    return GenerationLogs.open(new LogSettings(LogBackend.SQLITE, file.path(), ZoneOffset.UTC));
  }

  @Test
  void theWriteAheadLogStaysWithTheFileAndEveryCommitIsSynchronised() throws SQLException {
    try (SqliteConnection connection = file.write()) {
      migrate(connection, List.of(ONE));
    }
    try (SqliteConnection connection = file.write()) {
      assertEquals("wal", text(connection, "PRAGMA journal_mode"));
      assertEquals(2, connection.number("PRAGMA synchronous"));
    }
  }

  @Test
  void everyTableIsStrict() throws SQLException {
    try (SqliteConnection connection = file.write()) {
      migrate(connection, List.of(ONE));

      assertEquals(
          List.of(),
          connection.list(
              """
              SELECT name FROM pragma_table_list
              WHERE schema = 'main' AND type = 'table' AND NOT strict AND name NOT LIKE 'sqlite%'
              """,
              row -> row.getString(1)));
    }
  }

  @Test
  void theLibraryIsOneWithoutTheResetDefectOfItsWriteAheadLog() throws SQLException {
    try (SqliteConnection connection = file.write()) {
      String[] version = text(connection, "SELECT sqlite_version()").split("\\.");
      int number = Integer.parseInt(version[0]) * 1_000 + Integer.parseInt(version[1]);
      assertTrue(number >= 3_053, String.join(".", version));
    }
  }

  private void migrate(SqliteConnection connection, List<List<String>> steps) throws SQLException {
    new SqliteSchema(file.path(), connection, steps).migrate(ZoneOffset.UTC);
  }

  private static long tables(SqliteConnection connection, String name) throws SQLException {
    return connection.number("SELECT count(*) FROM sqlite_schema WHERE name = ?", name);
  }

  private static String text(SqliteConnection connection, String sql) throws SQLException {
    return connection.first(sql, row -> row.getString(1)).orElseThrow();
  }
}
