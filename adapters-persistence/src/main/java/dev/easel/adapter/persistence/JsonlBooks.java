package dev.easel.adapter.persistence;

import dev.easel.adapter.persistence.JsonlView.Found;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryId;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What one handle knows of a log: journal and index, brought together and up to date. All of it is
/// found again from the files, so that it may be forgotten at any time. Not safe for use by several
/// threads.
final class JsonlBooks {

  private final JsonlPlaces places;
  private final JsonlHold hold;
  private final JsonlGrowth growth;
  private ZoneId zone;
  private JsonlJournal journal = new JsonlJournal();
  private @Nullable JsonlShelf shelf;
  private @Nullable JsonlCorrections corrections;
  private JsonlStamp journalStamp = JsonlStamp.ABSENT;
  private JsonlStamp logStamp = JsonlStamp.ABSENT;
  private JsonlIds ids = new JsonlIds();
  private long journalEnd;

  /// Knows nothing yet.
  ///
  /// @param zone of the log while its journal does not name one
  JsonlBooks(JsonlPlaces places, JsonlHold hold, ZoneId zone) {
    this.places = places;
    this.hold = hold;
    this.growth = new JsonlGrowth(hold);
    this.zone = zone;
  }

  /// Forgets everything: the files may not hold what was thought.
  void forget() {
    shelf = null;
    corrections = null;
  }

  /// Takes in all that all processes have written since the last time.
  void refresh() throws IOException {
    refresh(Long.MAX_VALUE);
  }

  /// Takes in what all processes have written since the last time.
  ///
  /// @param most how many bytes of the log to read at most
  /// @return whether there is more to read
  boolean refresh(long most) throws IOException {
    // The log's length is taken before the journal is read. So each line that is read afterwards
    // has its reservation in the part of the journal that is known.
    JsonlStamp log = hold.look();
    JsonlStamp journalNow = JsonlStamp.of(places.journal());
    if (shelf != null && log.equals(logStamp) && journalNow.equals(journalStamp)) {
      return false;
    }
    try {
      return refresh(log, journalNow, most);
    } catch (IOException | RuntimeException failed) {
      forget();
      throw failed;
    }
  }

  private boolean refresh(JsonlStamp log, JsonlStamp journalNow, long most) throws IOException {
    growth.demand(log.size());
    boolean otherJournal = readJournal(journalNow);
    boolean otherLog = openIndex(log);
    if (otherJournal || otherLog) {
      corrections = new JsonlCorrections(index());
      journal.stirAll();
      landSilently();
    }
    long start = index().counts().end();
    long to = start + Math.min(log.size() - start, most);
    index().read(places.log(), to, (entry, line) -> journal.land(entry.id(), line));
    growth.read(index().counts().end());
    landAnnounced();
    count();
    boolean more = to < log.size();
    logStamp = more ? log.of(to) : log;
    return more;
  }

  private boolean readJournal(JsonlStamp now) throws IOException {
    boolean other = corrections == null || !now.isSameFile(journalStamp) || now.size() < journalEnd;
    if (other) {
      if (corrections != null) {
        corrections.undo();
      }
      journal = new JsonlJournal();
      journalEnd = 0;
    }
    journalEnd = JsonlJournalFile.read(places.journal(), journalEnd, now.size(), journal::apply);
    growth.records(journal.sequence());
    journalStamp = now;
    zone = journal.zone().orElse(zone);
    return other;
  }

  private boolean openIndex(JsonlStamp log) throws IOException {
    boolean other =
        shelf == null
            || !index().reader().zone().equals(zone)
            || !log.isSameFile(logStamp)
            || log.size() < index().counts().end();
    if (other) {
      shelf = JsonlShelf.load(places, log, zone);
      ids = new JsonlIds();
    }
    return other;
  }

  // A process may have died between a line and the record that announces it.
  private void landSilently() throws IOException {
    JsonlView view = view();
    for (EntryId id : List.copyOf(journal.inFlight().keySet())) {
      if (!journal.landings().containsKey(id)) {
        view.find(id).ifPresent(found -> journal.land(id, found.line()));
      }
    }
  }

  private void landAnnounced() {
    long end = index().counts().end();
    Map.copyOf(journal.landings())
        .forEach((id, line) -> {
          if (line < end) {
            journal.land(id, line);
          }
        });
  }

  private void count() throws IOException {
    for (EntryId id : journal.stirred()) {
      JsonlInFlight flying = journal.inFlight().get(id);
      if (flying == null) {
        corrections().landed(id);
      } else {
        corrections().flies(flying.entry());
      }
    }
    journal.stirred().clear();
    for (EntryId id : List.copyOf(journal.overlaid())) {
      count(id, Objects.requireNonNull(journal.overlays().get(id)));
    }
  }

  private void count(EntryId id, JsonlOverlay overlay) throws IOException {
    if (overlay.line() >= index().counts().end()) {
      return;
    }
    journal.overlaid().remove(id);
    Optional<Found> found = view().find(id, overlay.line());
    if (found.isPresent()) {
      Entry ofLine = found.get().ofLine();
      Entry now = overlay.over(ofLine);
      index().change(found.get().line(), now);
      if (overlay.whole() != null) {
        corrections().changed(ofLine, now);
      }
    }
  }

  /// Takes a record that is about to be written, under the log's lock.
  void take(JsonlRecord record) throws IOException {
    journal.apply(record);
    count();
  }

  /// The records that were taken are written: this is the journal now.
  void wroteJournal(JsonlStamp now) {
    journalStamp = now;
    journalEnd = now.size();
    growth.records(journal.sequence());
  }

  /// These lines were appended, under the log's lock.
  ///
  /// @param start where they begin
  void wroteLines(JsonlFreshLines lines, long start) throws IOException {
    if (start != index().counts().end() || start != logStamp.size()) {
      refresh();
      return;
    }
    lines.readInto(index(), (entry, line) -> journal.land(entry.id(), line));
    byte[] bytes = lines.bytes();
    logStamp = logStamp.of(start + bytes.length);
    growth.wrote(bytes, logStamp.size());
    landAnnounced();
    count();
  }

  /// What lies in the place of the log, as far as it is read.
  JsonlStamp log() {
    return logStamp;
  }

  /// What lies in the place of the journal, as far as it is read.
  JsonlStamp journalFile() {
    return journalStamp;
  }

  /// Whether the index should be saved.
  ///
  /// @param least how many bytes of the log must be unsaved
  boolean isWorthSaving(long least) {
    return shelf != null && shelf.isWorthSaving(least);
  }

  /// Saves the index for the next start when that is worth it, or takes over the one that another
  /// process has saved. Only under the log's lock, and when all is read.
  ///
  /// @param least how many bytes of the log must be unsaved
  void save(long least) throws IOException {
    if (!isWorthSaving(least)) {
      return;
    }
    JsonlShelf saved = Objects.requireNonNull(shelf);
    boolean[] done = {false};
    corrections().without(() -> done[0] = saved.save(places, logStamp));
    if (!done[0]) {
      forget();
    }
  }

  /// What a reader needs, as it is now.
  JsonlView view() {
    JsonlIndex lines = index();
    return new JsonlView(
        places,
        lines.reader(),
        logStamp.size(),
        lines.countsWithFragment(),
        lines.blocks(),
        lines.open(),
        Objects.requireNonNull(shelf).words(),
        lines.vocabulary(),
        journal.overlays(),
        journal.inFlight().descendingMap().values().stream().map(JsonlInFlight::entry).toList());
  }

  /// How much there is to be seen.
  JsonlCursor now() {
    return new JsonlCursor(index().counts().end(), journal.sequence());
  }

  /// Whether there is an entry with this id, in flight or with a line.
  boolean holds(EntryId id) throws IOException {
    return journal.inFlight().containsKey(id)
        || index().openHolds(id)
        || (index().blocks().mayHold(id) && ids.holds(view(), id));
  }

  /// The journal, as far as it is read.
  JsonlJournal journal() {
    return journal;
  }

  /// The index. Its sums count what is in flight and what was changed, too.
  JsonlIndex index() {
    return Objects.requireNonNull(shelf).index();
  }

  private JsonlCorrections corrections() {
    return Objects.requireNonNull(corrections);
  }
}
