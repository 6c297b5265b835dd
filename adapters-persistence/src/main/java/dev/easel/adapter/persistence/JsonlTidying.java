package dev.easel.adapter.persistence;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/// Keeps the side files small and fresh: saves the index now and then, and writes the journal anew
/// with only what is still needed. It may fail without harm. Under the log's lock, by one thread.
final class JsonlTidying {

  private static final long FEW = 4;
  private static final Duration REST = Duration.ofMinutes(1);

  private final JsonlPlaces places;
  private final JsonlBooks books;
  private final JsonlDisk disk;
  private final JsonlLimits limits;
  private long nextLook;
  private long restUntil = System.nanoTime();

  JsonlTidying(JsonlPlaces places, JsonlBooks books, JsonlDisk disk, JsonlLimits limits) {
    this.places = places;
    this.books = books;
    this.disk = disk;
    this.limits = limits;
    this.nextLook = limits.journal();
  }

  /// Does what is worth it now. After a failure it rests for a while.
  void tidy() {
    if (isWorthIt()) {
      tidy(limits.index());
    }
  }

  /// Whether there is something to do that is worth it now.
  boolean isWorthIt() {
    synchronized (books) {
      return System.nanoTime() - restUntil >= 0
          && (books.isWorthSaving(limits.index()) || books.journalFile().size() >= nextLook);
    }
  }

  /// Does what is worth it before the handle is closed.
  void tidyAtTheEnd() {
    tidy(limits.indexAtEnd());
  }

  private void tidy(long worthSaving) {
    try {
      synchronized (books) {
        books.refresh();
        books.save(worthSaving);
      }
      shortenJournal();
    } catch (IOException _) {
      restUntil = System.nanoTime() + REST.toNanos();
    }
  }

  private void shortenJournal() throws IOException {
    long size = JsonlStamp.of(places.journal()).size();
    if (size < nextLook) {
      return;
    }
    nextLook = size + limits.journal();
    byte[] needed = JsonlJournalFile.lines(needed(Long.MAX_VALUE));
    if (needed.length * FEW <= size) {
      forceLog();
      long registered = JsonlRegister.of(places).take(places.journal(), size, disk);
      needed = JsonlJournalFile.lines(needed(registered));
      JsonlJournalFile.replace(places.journal(), needed, disk);
      nextLook = Math.max(limits.journal(), needed.length * FEW);
    }
  }

  // A line that takes the place of a record may not have been forced.
  private void forceLog() throws IOException {
    try (FileChannel log = disk.open(places.log())) {
      disk.force(log);
    }
  }

  private List<JsonlRecord> needed(long registered) throws IOException {
    synchronized (books) {
      books.refresh();
      ZoneId zone = books.index().reader().zone();
      return JsonlCompaction.of(books.journal(), books.index().sums(), zone, registered);
    }
  }
}
