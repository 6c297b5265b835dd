package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.LogUnavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Does the jobs of a batch under the log's lock: catches up with what others wrote, lets each job
/// decide, writes, forces once, and only then tells. For one thread at a time.
final class JsonlBatches implements AutoCloseable {

  private final Path place;
  private final JsonlBooks books;
  private final JsonlLock lock;
  private final JsonlAppender log;
  private final JsonlAppender journal;
  private final JsonlHold hold;
  private final JsonlPresence presence;
  private final JsonlTidying tidying;
  private final JsonlTestimony testimony;
  private final JsonlLineSums sums;
  private final Set<EntryId> abandoned = new HashSet<>();

  /// The batches of one handle.
  ///
  /// @param place how the user calls the log
  JsonlBatches(
      Path place,
      JsonlPlaces places,
      JsonlHold hold,
      JsonlBooks books,
      JsonlPresence presence,
      JsonlLock lock,
      JsonlDisk disk,
      JsonlLimits limits) {
    this.place = place;
    this.books = books;
    this.hold = hold;
    this.lock = lock;
    this.log = new JsonlAppender(places.log(), hold, disk);
    this.journal = new JsonlAppender(places.journal(), hold, disk);
    this.sums = new JsonlLineSums(hold);
    this.presence = presence;
    this.testimony = new JsonlTestimony(places, limits);
    this.tidying = new JsonlTidying(places, books, disk, limits);
  }

  /// Does these jobs, and tells everybody who waits.
  void accept(List<JsonlJob<?>> jobs) {
    try (JsonlLock.Held _ = lock.hold()) {
      JsonlTransaction transaction = new JsonlTransaction(books, log, journal, sums);
      JsonlTransaction.Due done = commit(jobs, transaction);
      jobs.forEach(JsonlJob::tell);
      announce(transaction, done);
    } catch (IOException failed) {
      RuntimeException unavailable = LogFailures.of(place, failed);
      jobs.forEach(job -> job.fail(unavailable));
    } catch (RuntimeException | Error failed) {
      jobs.forEach(job -> job.fail(failed));
    }
  }

  private JsonlTransaction.Due commit(List<JsonlJob<?>> jobs, JsonlTransaction transaction)
      throws IOException {
    try {
      JsonlTransaction.Due due = decide(jobs, transaction);
      transaction.force(due);
      testimony.forced(due.held());
      abandoned.clear();
      return due;
    } catch (IOException | RuntimeException | Error failed) {
      abandoned.addAll(transaction.reserved());
      startOver();
      throw failed;
    }
  }

  /// Lets the jobs decide.
  ///
  /// @return what has to be forced then
  private JsonlTransaction.Due decide(List<JsonlJob<?>> jobs, JsonlTransaction transaction)
      throws IOException {
    presence.lookAgain();
    synchronized (books) {
      books.refresh();
      log.follow(books.log());
      journal.follow(books.journalFile());
      JsonlSteps steps = new JsonlSteps(transaction, presence);
      for (EntryId id : abandoned) {
        steps.release(id);
      }
      for (JsonlJob<?> job : jobs) {
        job.decide(steps);
      }
      transaction.flush();
      return transaction.due(jobs);
    }
  }

  // All that was promised is on the disk already.
  private void announce(JsonlTransaction transaction, JsonlTransaction.Due done)
      throws IOException {
    try {
      synchronized (books) {
        transaction.announce(done);
      }
    } catch (IOException _) {
      startOver();
    }
  }

  // After a failure nobody knows what the files hold: they are opened and read again.
  private void startOver() throws IOException {
    synchronized (books) {
      books.forget();
    }
    sums.clear();
    log.close();
    journal.close();
  }

  /// Whether there may be lines that were not forced.
  boolean areUnforced() {
    synchronized (books) {
      return !books.journal().unannounced().isEmpty();
    }
  }

  /// Whether it is worth it to tidy up.
  boolean isUntidy() {
    return tidying.isWorthIt();
  }

  /// Saves the index and shortens the journal when that is worth it. It had better not be done by a
  /// thread that may be interrupted.
  void tidy() {
    try (JsonlLock.Held _ = lock.hold()) {
      tidying.tidy();
    } catch (IOException | LogUnavailable _) {
      // The log can be read all the same.
    }
  }

  /// Saves what spares the next start work, and gives everything back.
  @Override
  public void close() {
    try (hold;
        lock;
        presence;
        log;
        journal;
        JsonlLock.Held _ = lock.hold()) {
      hold.look();
      testimony.tell();
      tidying.tidyAtTheEnd();
    } catch (IOException | LogUnavailable _) {
      // All that was promised is on the disk already.
    }
  }
}
