package dev.easel.adapter.persistence;

import static dev.easel.domain.ledger.LogContract.MORNING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.easel.config.LogBackend;
import dev.easel.config.LogSettings;
import dev.easel.domain.ledger.BrowsingContract;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.InMemoryGenerationLog;
import dev.easel.domain.ledger.LogContract;
import dev.easel.domain.ledger.Page;
import dev.easel.domain.ledger.RandomEntries;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Searches that no index answers, in a log long enough for several answers.
final class SqliteSearchTest {

  @TempDir private static Path directory;
  private static GenerationLog log = new InMemoryGenerationLog(ZoneOffset.UTC);
  private static final GenerationLog memory = new InMemoryGenerationLog(ZoneOffset.UTC);

  @BeforeAll
  static void fill() {
    Path path = directory.resolve("easel.db");
    log = GenerationLogs.open(new LogSettings(LogBackend.SQLITE, path, ZoneOffset.UTC));
    Entry[] entries = RandomEntries.several(new SplittableRandom(29), MORNING, 8_000);
    LogContract.add(log, entries);
    LogContract.add(memory, entries);
  }

  @AfterAll
  static void close() {
    log.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cost>1000000",
        "cost>1000000 -dusk",
        "latency<0 -dusk -lighthouse",
        "-text:zebra cost>1000000",
        "-model:*"
      })
  void anImpatientReaderIsAnsweredBeforeAnythingIsFound(String query) {
    Page.Request request = Page.Request.newest(10).within(Duration.ZERO);

    Page page = log.page(LogContract.query(query), request);

    assertEquals(List.of(), page.entries());
    assertNotNull(page.next());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cost>0.9",
        "cost>0.9 -dusk",
        "-l*",
        "cost>0.8 -lighthouse -dusk",
        "light* -fox cost>0.9",
        "tag:poster star:yes",
        "cost>1000000 -dusk",
        "-caller:none -dusk -state:settled latency>100s"
      })
  void anImpatientReaderMeetsWhatMatches(String query) {
    assertEquals(
        BrowsingContract.impatient(memory, query, 50), BrowsingContract.impatient(log, query, 50));
  }
}
