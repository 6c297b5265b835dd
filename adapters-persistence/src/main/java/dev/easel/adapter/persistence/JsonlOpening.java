package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.LogUnavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Opens a JSONL log: makes what is missing, agrees on the zone, and reads what the index does not
/// know yet.
///
/// @param place how the user calls the log
/// @param zone whose days a new log counts, null for the system's; another log has its own
/// @param disk where promises are kept
record JsonlOpening(Path place, @Nullable ZoneId zone, JsonlDisk disk, JsonlLimits limits) {

  // What is read between two moments at which the index may be saved.
  private static final long STRIDE = 32 << 20;

  // The first record of a journal fits in here; it is the one that names the zone.
  private static final long BEGINNING = 4 << 10;

  /// The log in this place, as users get it.
  static GenerationLog open(Path place, @Nullable ZoneId zone) {
    return new JsonlOpening(place, zone, JsonlDisk.REAL, JsonlLimits.USUAL).open();
  }

  /// The log.
  ///
  /// @throws LogUnavailable when it cannot be used
  GenerationLog open() {
    try {
      JsonlPlaces places = JsonlPlaces.prepare(place);
      JsonlHold hold = JsonlHold.of(place, places);
      JsonlLock lock = JsonlLock.join(places.lock(), hold);
      try {
        return open(places, hold, lock);
      } catch (IOException | RuntimeException | Error failed) {
        lock.close();
        hold.close();
        throw failed;
      }
    } catch (IOException failed) {
      throw LogFailures.of(place, failed);
    }
  }

  private GenerationLog open(JsonlPlaces places, JsonlHold hold, JsonlLock lock)
      throws IOException {
    JsonlBooks books = new JsonlBooks(places, hold, beginJournal(places, hold, lock));
    JsonlPresence presence = new JsonlPresence(places.owners());
    JsonlBatches batches =
        new JsonlBatches(place, places, hold, books, presence, lock, disk, limits);
    readLog(books, batches);
    JsonlWriter writer = new JsonlWriter(batches);
    JsonlVigil vigil = new JsonlVigil(places, books, presence, writer);
    return new JsonlGenerationLog(new JsonlReader(place, places, books, vigil), writer);
  }

  // A journal that has begun is read without the lock, which nobody gets on a disk that is
  // read-only.
  private ZoneId beginJournal(JsonlPlaces places, JsonlHold hold, JsonlLock lock)
      throws IOException {
    Optional<ZoneId> begun = journal(places, BEGINNING).zone();
    if (begun.isPresent()) {
      return begun.get();
    }
    try (JsonlLock.Held _ = lock.hold()) {
      JsonlJournal journal = journal(places, Long.MAX_VALUE);
      Optional<ZoneId> known = journal.zone();
      return known.isPresent() ? known.get() : begin(places, hold, journal.sequence() + 1);
    }
  }

  private static JsonlJournal journal(JsonlPlaces places, long most) throws IOException {
    JsonlJournal journal = new JsonlJournal();
    long size = Math.min(most, JsonlStamp.of(places.journal()).size());
    JsonlJournalFile.read(places.journal(), 0, size, journal::apply);
    return journal;
  }

  private ZoneId begin(JsonlPlaces places, JsonlHold hold, long sequence) throws IOException {
    ZoneId wanted = Objects.requireNonNullElseGet(zone, ZoneId::systemDefault);
    try (JsonlAppender file = new JsonlAppender(places.journal(), hold, disk)) {
      JsonlRecord opened = new JsonlRecord.Opened(sequence, wanted);
      file.append(JsonlJournalFile.lines(List.of(opened)));
      file.force();
    }
    return wanted;
  }

  private static void readLog(JsonlBooks books, JsonlBatches batches) throws IOException {
    boolean more = true;
    while (more) {
      synchronized (books) {
        more = books.refresh(STRIDE);
      }
      if (more) {
        batches.tidy();
      }
    }
  }
}
