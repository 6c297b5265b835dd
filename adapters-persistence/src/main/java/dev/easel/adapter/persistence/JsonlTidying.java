package dev.easel.adapter.persistence;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/// Keeps the side files small and fresh: saves the index now and then, and writes the journal anew
/// with only what is still needed. It may fail without harm. Under the log's lock, by one thread.
final class JsonlTidying {

  /// From how many bytes on a journal is worth a look.
  static final long LARGE_JOURNAL = 4 << 20;

  private static final long WORTH_SAVING = 16 << 20;
  private static final long WORTH_SAVING_AT_THE_END = 1 << 20;
  private static final long FEW = 4;
  private static final Duration REST = Duration.ofMinutes(1);

  private final JsonlPlaces places;
  private final JsonlBooks books;
  private final JsonlDisk disk;
  private final long largeJournal;
  private long nextLook;
  private long restUntil = System.nanoTime();

  JsonlTidying(JsonlPlaces places, JsonlBooks books, JsonlDisk disk, long largeJournal) {
    this.places = places;
    this.books = books;
    this.disk = disk;
    this.largeJournal = largeJournal;
    this.nextLook = largeJournal;
  }

  /// Does what is worth it now. After a failure it rests for a while.
  void tidy() {
    if (System.nanoTime() - restUntil >= 0) {
      tidy(WORTH_SAVING);
    }
  }

  /// Does what is worth it before the handle is closed.
  void tidyAtTheEnd() {
    tidy(WORTH_SAVING_AT_THE_END);
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
    nextLook = size + largeJournal;
    byte[] needed = JsonlJournalFile.lines(needed());
    if (needed.length * FEW <= size) {
      JsonlJournalFile.replace(places.journal(), needed, disk);
      nextLook = largeJournal;
    }
  }

  private List<JsonlRecord> needed() throws IOException {
    synchronized (books) {
      books.refresh();
      ZoneId zone = books.index().reader().zone();
      return JsonlCompaction.of(books.journal(), zone);
    }
  }
}
