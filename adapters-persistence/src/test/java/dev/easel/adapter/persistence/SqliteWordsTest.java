package dev.easel.adapter.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.config.LogBackend;
import dev.easel.config.LogSettings;
import dev.easel.domain.ledger.BookFinding;
import dev.easel.domain.ledger.DiskLogContract;
import dev.easel.domain.ledger.Endings;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryDraft;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.InspectionContract;
import dev.easel.domain.ledger.IntentDraft;
import dev.easel.domain.ledger.LogContract;
import dev.easel.domain.ledger.Page;
import dev.easel.domain.ledger.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Entries that text search does not know yet.
class SqliteWordsTest {

  private static final String KNOWN = "SELECT count(*) FROM words_docsize";
  private static final int SOME = 7;

  @TempDir Path directory;

  private Path path() {
    return directory.resolve("easel.db");
  }

  // Some are known to text search, and some are not.
  private GenerationLog open(int mostWaiting) {
    return SqliteOpening.open(
        new LogSettings(LogBackend.SQLITE, path(), ZoneOffset.UTC), mostWaiting);
  }

  private long number(String sql) throws SQLException {
    try (SqliteConnection connection = new SqliteFile(path()).read()) {
      return connection.number(sql);
    }
  }

  private static Entry entry(int number) {
    String prompt = number % 2 == 0 ? "a lighthouse number" + number : "a windmill number" + number;
    return EntryDraft.at(LogContract.MORNING, number).prompt(prompt).entry();
  }

  private static List<Entry> fill(GenerationLog log, int count) {
    List<Entry> newestFirst = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      LogContract.add(log, entry(number));
      newestFirst.addFirst(entry(number));
    }
    return newestFirst;
  }

  @Test
  void pagesAreTheSameWhateverIsKnown() throws SQLException {
    try (GenerationLog log = open(SOME)) {
      List<Entry> all = fill(log, 24);
      assertTrue(number(KNOWN) >= SOME && number(KNOWN) < 24, "some are known, and some are not");

      assertPages(log, "number*", all);
      assertPages(log, "lighthouse", even(all));
      assertPages(log, "-windmill", even(all));
      assertPages(log, "text:lighthouse,windmill model:gpt-image-2", all);
      assertEquals(List.of(entry(23)), LogContract.matching(log, "\"windmill number23\""));
      assertEquals(12, log.statistics(LogContract.query("lighthouse")).totals().requests());
    }
  }

  private static List<Entry> even(List<Entry> all) {
    return all.stream().filter(entry -> entry.prompt().contains("lighthouse")).toList();
  }

  private static void assertPages(GenerationLog log, String query, List<Entry> expected) {
    for (Duration patience : new Duration[] {null, Duration.ofMinutes(1)}) {
      List<Entry> found = new ArrayList<>();
      EntryId before = null;
      do {
        Page page = log.page(LogContract.query(query), new Page.Request(5, before, patience));
        found.addAll(page.entries());
        before = page.next();
      } while (before != null);
      assertEquals(expected, found, query);
    }
  }

  @Test
  void anEntryIsFoundByTheEndOfItsId() {
    try (GenerationLog log = open(SOME)) {
      for (Entry entry : fill(log, SOME + 2)) {
        String id = entry.id().toString();
        assertEquals(List.of(entry), log.endingWith(id.substring(id.length() - 12), 5));
        assertEquals(List.of(entry), LogContract.matching(log, "id:" + id));
      }
    }
  }

  @Test
  void whatChangesIsFoundByItsNewWords() {
    try (GenerationLog log = open(1)) {
      assertFoundByItsError(log, 1);
    }
    try (GenerationLog log = open(SOME)) {
      assertFoundByItsError(log, 2);
      DiskLogContract.assertSound(log, 2);
    }
  }

  private static void assertFoundByItsError(GenerationLog log, int number) {
    Entry entry = LogContract.reserved(log, IntentDraft.at(LogContract.MORNING, number));
    Entry ended = log.finish(entry.id(), Endings.released());
    String word = Words.of(String.valueOf(ended.error())).get(1);
    assertTrue(LogContract.matching(log, word).contains(ended), word);
    SortedSet<String> tags = new TreeSet<>(List.of("kept"));
    Entry marked = log.mark(ended.id(), true, tags).orElseThrow();
    assertTrue(LogContract.matching(log, word + " tag:kept").contains(marked), word);
  }

  @Test
  void allAreKnownOnceNobodyHasWrittenForAWhile() throws Exception {
    try (GenerationLog log = open(1_000)) {
      fill(log, 20);
      for (int look = 0; look < 100 && number(KNOWN) < 20; look++) {
        Thread.sleep(100);
      }
      assertEquals(20, number(KNOWN));
    }
  }

  @Test
  void allAreKnownOnceTheLogIsClosed() throws SQLException {
    try (GenerationLog log = open(1_000)) {
      fill(log, 20);
    }
    assertEquals(20, number(KNOWN));
  }

  @Test
  void whatAKilledProcessLeftIsFoundAndBecomesKnown() throws Exception {
    Path killed = Files.createDirectory(directory.resolve("killed"));
    try (GenerationLog log = open(1_000)) {
      fill(log, 20);
      KilledSqliteLog.copy(directory, killed);
    }
    directory = killed;
    assertEquals(0, number(KNOWN));
    try (GenerationLog log = open(1_000)) {
      assertEquals(10, LogContract.matching(log, "lighthouse").size());
      LogContract.add(log, entry(20));
      assertEquals(11, LogContract.matching(log, "lighthouse").size());
    }
    assertEquals(21, number(KNOWN));
    try (GenerationLog log = open(1_000)) {
      DiskLogContract.assertSound(log, 21);
      assertEquals(List.of(), InspectionContract.Notes.of(log).findings());
    }
  }

  @Test
  void whatTextSearchShouldKnowAndDoesNotIsFoundByTheInspection() throws SQLException {
    try (GenerationLog log = open(1_000)) {
      fill(log, 3);
    }
    try (SqliteConnection connection = new SqliteFile(path()).write()) {
      connection.update("DELETE FROM words WHERE rowid = (SELECT max(place) FROM entry)");
    }
    assertEquals(1, broken());
  }

  @Test
  void whatAnOlderEaselLetTextSearchKnowIsFoundOnceAndByItsNewestWords() throws SQLException {
    Entry entry;
    try (GenerationLog log = open(1_000)) {
      entry = LogContract.reserved(log, IntentDraft.at(LogContract.MORNING, 1));
      log.finish(entry.id(), Endings.released());
    }
    try (SqliteConnection connection = new SqliteFile(path()).write()) {
      connection.update(
          "INSERT OR REPLACE INTO words (rowid, text)" + " SELECT place, 'lighthouse' FROM entry");
      connection.update("UPDATE meta SET value = '-1' WHERE name = 'indexed'");
    }
    try (GenerationLog log = open(1)) {
      assertEquals(1, LogContract.matching(log, "lighthouse").size());
      LogContract.add(log, entry(2));
      assertEquals(2, LogContract.matching(log, "lighthouse").size());
      assertEquals(1, LogContract.matching(log, "provider").size());
      DiskLogContract.assertSound(log, 2);
    }
  }

  @Test
  void aDamagedEntryKeepsNoOtherFromBeingWrittenAndFound() throws SQLException {
    try (GenerationLog log = open(1_000)) {
      fill(log, 4);
    }
    try (SqliteConnection connection = new SqliteFile(path()).write()) {
      connection.update(
          "UPDATE document SET text = '{' WHERE place = (SELECT max(place) FROM entry)");
      connection.update("DELETE FROM words");
      connection.update("UPDATE meta SET value = '-1' WHERE name = 'indexed'");
    }
    try (GenerationLog log = open(1_000)) {
      assertTrue(LogContract.matching(log, "lighthouse").contains(entry(0)));
    }
    try (GenerationLog log = open(1)) {
      LogContract.add(log, entry(4));
      assertEquals(List.of(entry(4), entry(2), entry(0)), LogContract.matching(log, "lighthouse"));
    }
  }

  private long broken() {
    try (GenerationLog log = open(1_000)) {
      return InspectionContract.Notes.of(log).findings().stream()
          .filter(BookFinding.Broken.class::isInstance)
          .count();
    }
  }
}
