package dev.easel.adapter.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.config.LogBackend;
import dev.easel.config.LogSettings;
import dev.easel.domain.cost.Money;
import dev.easel.domain.ledger.Attempt;
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
import dev.easel.domain.ledger.LogUnavailable;
import dev.easel.domain.ledger.VerifyingContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Entries that the sums do not know yet.
class SqliteSumsTest {

  private static final String SUMMED = "SELECT ifnull(sum(entries), 0) FROM sum_day";
  private static final int MANY = 1_000;
  @TempDir Path directory;

  private GenerationLog open(String name, int mostWaiting) {
    Path path = directory.resolve(name).resolve("easel.db");
    return SqliteOpening.open(
        new LogSettings(LogBackend.SQLITE, path, ZoneOffset.UTC), mostWaiting);
  }

  private GenerationLog open(int mostWaiting) {
    return open("one", mostWaiting);
  }

  private SqliteFile file(String name) {
    return new SqliteFile(directory.resolve(name).resolve("easel.db"));
  }

  private long summed(String name) throws SQLException {
    try (SqliteConnection connection = file(name).read()) {
      return connection.number(SUMMED);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, MANY})
  void allAnswersAreTheSameWhateverIsKnown(int mostWaiting) {
    try (GenerationLog exact = open("exact", 0);
        GenerationLog one = open("late", mostWaiting);
        GenerationLog other = open("late", mostWaiting)) {
      SqliteTwins twins = new SqliteTwins(exact, new SplittableRandom(mostWaiting), one, other);
      for (int step = 0; step < 300; step++) {
        twins.step();
        twins.compare();
      }
      DiskLogContract.assertSums(one, DiskLogContract.all(exact));
      assertEquals(List.of(), InspectionContract.Notes.of(one).findings());
    }
  }

  @Test
  void manyAreSummedAtOnceAndNoneOfThemBefore() throws SQLException {
    try (GenerationLog log = open(10)) {
      for (int number = 1; number < 10; number++) {
        LogContract.add(log, entry(number));
        assertEquals(number, log.condition().entries());
        assertEquals(0, summed("one"));
      }
      LogContract.add(log, entry(10));
      assertEquals(10, summed("one"));
    }
  }

  @Test
  void manyChangesOfFewEntriesAreSummedAtOnce() throws SQLException {
    Attempt attempt = new Attempt(LogContract.MORNING, "http_503", 503, "busy", 1_000L, null);
    try (GenerationLog log = open(10)) {
      LogContract.add(log, entry(1));
      Entry running = LogContract.reserved(log, IntentDraft.at(LogContract.MORNING, 2));
      for (int change = 3; change <= 20; change++) {
        log.attempt(running.id(), attempt);
      }
      assertEquals(0, summed("one"));
      log.attempt(running.id(), attempt);
      assertEquals(1, summed("one"));
    }
  }

  @Test
  void allAreSummedOnceNobodyHasWrittenForAWhile() throws Exception {
    try (GenerationLog log = open(MANY)) {
      fill(log, 20);
      assertTrue(DiskLogContract.within(Duration.ofSeconds(10), () -> isSummed(20)));
    }
  }

  private boolean isSummed(long entries) {
    try {
      return summed("one") == entries;
    } catch (SQLException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  @Test
  void allAreSummedOnceTheLogIsClosed() throws SQLException {
    try (GenerationLog log = open(MANY)) {
      fill(log, 20);
    }
    assertEquals(20, summed("one"));
  }

  @Test
  void whatAKilledProcessLeftCountsAndIsSummed() throws Exception {
    try (GenerationLog log = open(MANY)) {
      fill(log, 20);
      copyTo("killed");
    }
    assertEquals(0, summed("killed"));
    try (GenerationLog log = open("killed", MANY)) {
      DiskLogContract.assertSound(log, 20);
      assertEquals(20, log.condition().entries());
      List<BookFinding> findings = new ArrayList<>();
      VerifyingContract.verify(log, findings);
      assertEquals(List.of(), findings);
      LogContract.add(log, entry(21));
    }
    assertEquals(21, summed("killed"));
    try (GenerationLog log = open("killed", MANY)) {
      DiskLogContract.assertSound(log, 21);
      assertEquals(List.of(), InspectionContract.Notes.of(log).findings());
    }
  }

  @Test
  void whatIsGoneOfTheSummedIsNamedWhileOthersWait() throws Exception {
    try (GenerationLog log = open(MANY)) {
      fill(log, 3);
    }
    try (GenerationLog log = open(MANY)) {
      LogContract.add(log, entry(4));
      copyTo("killed");
    }
    try (SqliteConnection connection = file("killed").write()) {
      for (String rows :
          List.of("document WHERE place", "words WHERE rowid", "entry WHERE place")) {
        connection.update("DELETE FROM %s = (SELECT min(place) FROM entry)".formatted(rows));
      }
    }
    try (GenerationLog log = open("killed", MANY)) {
      List<EntryId> removed =
          InspectionContract.Notes.of(log).findings().stream()
              .filter(BookFinding.Removed.class::isInstance)
              .map(finding -> ((BookFinding.Removed) finding).id())
              .toList();
      assertEquals(List.of(entry(1).id()), removed);
    }
  }

  @Test
  void whatComesAfterRowsWereDeletedCounts() throws Exception {
    try (GenerationLog log = open(MANY)) {
      fill(log, 5);
    }
    try (SqliteConnection connection = file("one").write()) {
      connection.update("DELETE FROM entry WHERE change > 2");
      connection.update("DELETE FROM document WHERE place > (SELECT max(place) FROM entry)");
    }
    try (GenerationLog log = open(MANY)) {
      LogContract.add(log, entry(6));
      assertEquals(6, log.condition().entries());
    }
    assertEquals(6, summed("one"));
  }

  @Test
  void aBudgetKnowsWhatChangedInTheSameTransaction() throws Exception {
    Entry unknown;
    try (GenerationLog log = open(MANY)) {
      unknown = LogContract.reserved(log, IntentDraft.at(LogContract.MORNING, 1));
      log.finish(unknown.id(), Endings.unknown("0.08"));
    }
    SqliteLabels labels = new SqliteLabels();
    try (SqliteConnection connection = file("one").write()) {
      connection.begin();
      SqliteBooks books =
          new SqliteBooks(connection, labels, new SqliteFacts(), ZoneOffset.UTC, MANY);
      Entry before = books.find(unknown.id()).orElseThrow();
      books.replace(before, before.settledByHand(Money.ofUsd("0.01")).sealed());
      books.sumUp(MANY);
      LocalDate day = LogContract.MORNING.atZone(ZoneOffset.UTC).toLocalDate();
      assertEquals(Money.ofUsd("0.01"), SqliteSpending.of(connection, day).day().total());
      connection.rollback();
    }
  }

  @Test
  void anOlderEaselThatHadTheLogOpenCountsNothingTwice() throws Exception {
    try (GenerationLog log = open(MANY)) {
      fill(log, 2);
      try (SqliteConnection older = file("one").write()) {
        SQLException refusal = assertThrows(SQLException.class, () -> sumAsAnOlderEasel(older));
        LogUnavailable told = SqliteFailures.of(directory, refusal);
        assertTrue(told.getMessage().contains("start this one anew"), told.getMessage());
      }
      DiskLogContract.assertSound(log, 2);
    }
  }

  private static void sumAsAnOlderEasel(SqliteConnection older) throws SQLException {
    long change = older.number("SELECT max(change) FROM entry");
    Object[] sum = {20_000, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0, change};
    older.update(SqliteCut.DAY.upsert(), sum);
  }

  @Test
  void aLogOfTheFifthVersionIsSummedAsItStands() throws Exception {
    try (GenerationLog log = open(MANY)) {
      fill(log, 3);
    }
    OlderSqliteLog.make(directory.resolve("one/easel.db"), 5);
    try (GenerationLog log = open(MANY)) {
      LogContract.add(log, entry(4));
      DiskLogContract.assertSound(log, 4);
      assertEquals(List.of(), InspectionContract.Notes.of(log).findings());
    }
    assertEquals(4, summed("one"));
  }

  private void copyTo(String name) throws IOException {
    KilledSqliteLog.copy(directory.resolve("one"), Files.createDirectory(directory.resolve(name)));
  }

  private static void fill(GenerationLog log, int count) {
    for (int number = 1; number <= count; number++) {
      LogContract.add(log, entry(number));
    }
  }

  private static Entry entry(int number) {
    return EntryDraft.at(LogContract.MORNING, number).entry();
  }
}
