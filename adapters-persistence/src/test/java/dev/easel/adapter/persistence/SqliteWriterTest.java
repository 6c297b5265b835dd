package dev.easel.adapter.persistence;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryDraft;
import dev.easel.domain.ledger.Intent;
import dev.easel.domain.ledger.IntentDraft;
import dev.easel.domain.ledger.LogContract;
import dev.easel.domain.ledger.LogUnavailable;
import dev.easel.domain.ledger.Reservation;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteWriterTest {

  @TempDir Path directory;
  private SqliteConnection connection;
  private SqliteWriter writer;

  @BeforeEach
  void openLog() throws Exception {
    SqliteFile file = new SqliteFile(directory.resolve("easel.db"));
    file.make();
    connection = file.write();
    new SqliteSchema(file.path(), connection).migrate(ZoneOffset.UTC);
    SqliteHold hold = new SqliteHold(file);
    SqlitePresence presence = new SqlitePresence(file, hold);
    writer =
        new SqliteWriter(
            file, new SqliteBatches(file, hold, presence, connection, ZoneOffset.UTC, 256));
    writer.start();
  }

  @AfterEach
  void closeLog() {
    writer.close();
  }

  @Test
  void onlyWhatIsKeptElsewhereIsCommittedWithoutForce() throws Exception {
    long unforced = writer.writeUnforced(_ -> synchronous());
    long forced = writer.write(_ -> synchronous());
    assertEquals(1, unforced);
    assertEquals(2, forced);
  }

  // 1 is NORMAL, 2 is FULL (sqlite.org/pragma.html#pragma_synchronous).
  private long synchronous() throws SQLException {
    return connection.number("PRAGMA synchronous");
  }

  @Test
  void aFullDiskLosesNothingAndIsOverOnceThereIsRoom() throws Exception {
    add(1);
    limitPages(1);
    int number = 1;
    LogUnavailable full = null;
    while (full == null) {
      try {
        add(++number);
      } catch (LogUnavailable refused) {
        full = refused;
      }
    }

    assertEquals(LogUnavailable.Reason.FULL, full.reason());
    assertFalse(full.getMessage().contains("SQLITE"), full.getMessage());
    assertEquals(number - 1, count());
    int refused = number;
    assertThrows(LogUnavailable.class, () -> add(refused));

    limitPages(100_000);
    add(number);
    assertEquals(number, count());
    assertEquals(number, counted());
  }

  @Test
  void whatIsWrongWithOneDoesNotKeepTheOthersFromBeingWritten() throws Exception {
    List<CompletableFuture<Entry>> answers = new ArrayList<>();
    CountDownLatch gate = new CountDownLatch(1);
    CompletableFuture<Boolean> held =
        writer.submit(_ -> {
          await(gate);
          return true;
        });
    answers.add(writer.submit(books -> books.add(entry(1), null)));
    answers.add(
        writer.submit(books -> {
          books.add(entry(2), null);
          throw new ArithmeticException("too much");
        }));
    answers.add(writer.submit(books -> books.add(entry(3), null)));
    answers.add(writer.submit(books -> books.add(entry(3), null)));
    gate.countDown();

    assertTrue(held.get());
    assertEquals(entry(1), answers.get(0).get());
    assertCause(ArithmeticException.class, answers.get(1));
    assertEquals(entry(3), answers.get(2).get());
    assertCause(LogUnavailable.class, answers.get(3));
    assertEquals(2, count());
    assertEquals(2, counted());
  }

  @Test
  void anInterruptedCallerWaitsForOthersWhoWrite() throws Exception {
    SqliteConnection other = new SqliteFile(directory.resolve("easel.db")).write();
    try (other) {
      other.begin();
      Thread.currentThread().interrupt();
      CompletableFuture<Void> commit =
          CompletableFuture.runAsync(
              () -> assertDoesNotThrow(other::commit),
              CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS));

      assertEquals(entry(1), writer.write(books -> books.add(entry(1), null)));

      assertTrue(Thread.interrupted());
      assertTrue(commit.isDone());
      commit.get();
    }
    add(2);
    assertEquals(2, counted());
  }

  @Test
  void aLabelThatWasTakenBackIsMadeAgain() throws Exception {
    Entry fresh = EntryDraft.at(LogContract.MORNING, 1).model("fresh").entry();
    assertThrows(
        ArithmeticException.class,
        () ->
            writer.write(books -> {
              books.add(fresh, null);
              throw new ArithmeticException("too much");
            }));

    writer.write(books -> books.add(fresh, null));

    String model = "SELECT count(*) FROM entry JOIN label ON model = number WHERE text = 'fresh'";
    assertEquals(1, (long) writer.write(books -> books.connection().number(model)));
  }

  @Test
  void nothingIsKnownOfWhatWasTakenBack() {
    Intent intent = IntentDraft.at(LogContract.MORNING, 7).intent();
    Entry running = intent.reserved(intent.proposed());
    assertThrows(
        ArithmeticException.class,
        () ->
            writer.write(books -> {
              books.add(running, "owner");
              throw new ArithmeticException("too much");
            }));

    assertEquals(Optional.empty(), writer.write(books -> books.find(running.id())));
    writer.write(books -> books.add(running, "owner"));
    assertEquals(Optional.of(running), writer.write(books -> books.find(running.id())));
  }

  @Test
  void whatAnotherConnectionWroteIsRead() throws Exception {
    Intent intent = IntentDraft.at(LogContract.MORNING, 7).intent();
    Entry running = writer.write(books -> books.add(intent.reserved(intent.proposed()), "owner"));
    Entry starred = running.marked(true, new TreeSet<>());
    try (SqliteConnection other = new SqliteFile(directory.resolve("easel.db")).write()) {
      other.update("UPDATE document SET text = ?", SqliteDocuments.write(starred));
    }

    assertEquals(Optional.of(starred), writer.write(books -> books.find(running.id())));
  }

  @Test
  void aBudgetCountsWhatTheSameTransactionWrote() {
    Intent intent = IntentDraft.at(LogContract.MORNING, 7).budget("0.07", null, false).intent();

    Reservation answer =
        writer.write(books -> {
          books.add(entry(1), null);
          return new SqliteReserving(books).reserve(intent, "owner");
        });

    assertInstanceOf(Reservation.OverBudget.class, answer);
  }

  @Test
  void aRefusalBeforeWritingSpoilsNobodysTransaction() {
    assertThrows(
        IllegalStateException.class,
        () ->
            writer.write(_ -> {
              throw new IllegalStateException("no such entry");
            }));
    add(1);
    assertEquals(1, count());
  }

  @Test
  void whatWaitsAtCloseIsWritten() throws Exception {
    CompletableFuture<Entry> last = null;
    for (int number = 0; number < 50; number++) {
      Entry entry = entry(number);
      last = writer.submit(books -> books.add(entry, null));
    }
    writer.close();

    assertTrue(last != null && last.isDone() && !last.isCompletedExceptionally());
    assertThrows(IllegalStateException.class, () -> add(99));
  }

  private static void assertCause(Class<? extends Exception> cause, CompletableFuture<?> answer) {
    CompletionException failed = assertThrows(CompletionException.class, answer::join);
    assertInstanceOf(cause, failed.getCause());
  }

  private static void await(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private void limitPages(long most) {
    writer.write(books -> books.connection().number("PRAGMA max_page_count = " + most));
  }

  private Entry add(int number) {
    return writer.write(books -> books.add(entry(number), null));
  }

  private long count() {
    return writer.write(books -> books.connection().number("SELECT count(*) FROM entry"));
  }

  private long counted() {
    return writer.write(books -> {
      books.sumUp(0);
      return books.connection().number("SELECT sum(entries) FROM sum_day");
    });
  }

  private static Entry entry(int number) {
    return EntryDraft.at(LogContract.MORNING, number).prompt("word ".repeat(200)).entry();
  }
}
