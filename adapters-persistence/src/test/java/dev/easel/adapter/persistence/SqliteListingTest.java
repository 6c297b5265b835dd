package dev.easel.adapter.persistence;

import static dev.easel.domain.ledger.LogContract.MORNING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.config.LogBackend;
import dev.easel.config.LogSettings;
import dev.easel.domain.ledger.BookFinding;
import dev.easel.domain.ledger.BrowsingContract;
import dev.easel.domain.ledger.Ending;
import dev.easel.domain.ledger.Endings;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.InMemoryGenerationLog;
import dev.easel.domain.ledger.InspectionContract;
import dev.easel.domain.ledger.IntentDraft;
import dev.easel.domain.ledger.LogContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Entries that the indexes of their columns do not know yet.
final class SqliteListingTest {

  private static final String UNLISTED = "SELECT count(*) FROM entry WHERE listed = 0";
  private static final int SOME = 7;
  private static final int MANY = 1_000;

  private static final List<String> QUERIES =
      List.of(
          "model:gpt-image-2",
          "model:dall-e-3",
          "model:dall-e-3,gpt-image-2",
          "-model:dall-e-3",
          "provider:openai",
          "size:1024x1024",
          "size:none",
          "quality:none",
          "format:none",
          "caller:alice",
          "caller:alice model:dall-e-3 state:released",
          "caller:alice lighthouse",
          "code:*",
          "cost:none",
          "latency:none",
          "size:none model:nobody",
          "size:none model:none",
          "size:none provider:none",
          "model:gpt-image-2 size:512x512",
          "model:gpt-image-2 -size:512x512",
          "model:alice tag:nobody",
          "caller:gpt-image-2 model:nobody",
          "cost:none model:nobody",
          "star:yes model:none",
          "state:reserved caller:nobody",
          "state:reserved -caller:nobody",
          "latency:none state:reserved");

  @TempDir private Path directory;

  private GenerationLog open(int mostWaiting) {
    Path path = directory.resolve("easel.db");
    return SqliteOpening.open(
        new LogSettings(LogBackend.SQLITE, path, ZoneOffset.UTC), mostWaiting);
  }

  private long unlisted() throws SQLException {
    try (SqliteConnection connection = new SqliteFile(directory.resolve("easel.db")).read()) {
      return connection.number(UNLISTED);
    }
  }

  // Every fifth is in flight still.
  private static GenerationLog fill(GenerationLog log, int from, int to) {
    for (int number = from; number < to; number++) {
      Entry entry = LogContract.reserved(log, wish(number));
      if (number % 5 != 0) {
        log.finish(entry.id(), ending(number));
      }
    }
    return log;
  }

  private static IntentDraft wish(int number) {
    return IntentDraft.at(MORNING.plusSeconds(number), number)
        .model(number % 2 == 0 ? "gpt-image-2" : "dall-e-3")
        .caller(number % 3 == 0 ? "alice" : null);
  }

  private static Ending ending(int number) {
    return number % 4 == 0 ? Endings.released() : Endings.settled("0.04", number);
  }

  private static void assertSame(GenerationLog expected, GenerationLog log) {
    for (String query : QUERIES) {
      assertEquals(LogContract.matching(expected, query), LogContract.matching(log, query), query);
      assertEquals(
          BrowsingContract.impatient(expected, query, 3),
          BrowsingContract.impatient(log, query, 3),
          query);
      assertEquals(
          expected.statistics(LogContract.query(query)).totals(),
          log.statistics(LogContract.query(query)).totals(),
          query);
    }
  }

  @Test
  void searchesAreTheSameWhateverIsListed() throws SQLException {
    for (int mostWaiting : new int[] {1, SOME, MANY}) {
      directory = directory.resolve("most-" + mostWaiting);
      try (GenerationLog memory = fill(new InMemoryGenerationLog(ZoneOffset.UTC), 0, 24);
          GenerationLog log = fill(open(mostWaiting), 0, 24)) {
        assertSame(memory, log);
      }
    }
  }

  @Test
  void someAreListedAndOthersAreNot() throws SQLException {
    try (GenerationLog _ = fill(open(SOME), 0, 24)) {
      assertTrue(unlisted() > 0 && unlisted() < SOME, "of 24");
    }
    assertEquals(0, unlisted());
  }

  @Test
  void whatAKilledProcessLeftIsFoundAndBecomesListed() throws Exception {
    Path killed = Files.createDirectory(directory.resolve("killed"));
    try (GenerationLog _ = fill(open(MANY), 0, 24)) {
      KilledSqliteLog.copy(directory, killed);
    }
    directory = killed;
    assertEquals(24, unlisted());
    try (GenerationLog log = open(MANY)) {
      assertEquals(12, LogContract.matching(log, "model:dall-e-3").size());
      fill(log, 24, 26);
      assertEquals(13, LogContract.matching(log, "model:dall-e-3").size());
    }
    assertEquals(0, unlisted());
    try (GenerationLog log = open(MANY)) {
      assertEquals(13, LogContract.matching(log, "model:dall-e-3").size());
      assertEquals(List.of(), InspectionContract.Notes.of(log).findings());
    }
  }

  @Test
  void theSearchesOfAnOlderLogAreTheSameOnceItIsOfThisVersion() throws SQLException {
    try (GenerationLog memory = fill(new InMemoryGenerationLog(ZoneOffset.UTC), 1, 5)) {
      fill(open(1), 1, 5).close();
      OlderSqliteLog.make(directory.resolve("easel.db"), 6);
      fill(memory, 6, 10);
      try (GenerationLog log = fill(open(MANY), 6, 10)) {
        assertSame(memory, log);
        assertEquals(4, unlisted());
      }
    }
  }

  @Test
  void whatTheIndexesShouldKnowAndDoNotIsFoundByTheInspection() throws SQLException {
    fill(open(MANY), 1, 4).close();
    try (SqliteConnection connection = new SqliteFile(directory.resolve("easel.db")).write()) {
      connection.update("UPDATE entry SET listed = 0 WHERE place = (SELECT max(place) FROM entry)");
    }
    try (GenerationLog log = open(MANY)) {
      List<BookFinding> findings = InspectionContract.Notes.of(log).findings();
      assertEquals(1, findings.size(), findings.toString());
      assertTrue(findings.getFirst() instanceof BookFinding.Broken, findings.toString());
    }
  }
}
