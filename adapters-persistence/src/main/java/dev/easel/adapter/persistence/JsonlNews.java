package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Changes;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryId;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds what a watcher has not seen yet: lines of the log, and what only the journal says. The two
/// are merged in the order in which they came.
final class JsonlNews {

  private static final long FIRST_RUN = 256 << 10;

  /// What the journal says that the watcher has not seen, and how lines lie between its records.
  ///
  /// @param changes lowest number first
  /// @param sequence the number of the last record
  record Later(List<Change> changes, JsonlSequences sequences, long sequence) {

    /// What the journal says after the record of a number.
    static Later than(long seen, JsonlJournal journal) {
      List<Change> later = seen < journal.sequence() ? changes(seen, journal) : List.of();
      return new Later(later, journal.sequences().copy(), journal.sequence());
    }

    private static List<Change> changes(long seen, JsonlJournal journal) {
      Stream<Change> flying = journal.inFlight().values().stream().map(Change::of);
      Stream<Change> changed =
          journal.overlays().entrySet().stream()
              .map(overlay -> Change.of(overlay.getKey(), overlay.getValue()));
      return Stream.concat(flying, changed)
          .filter(change -> change.sequence() > seen)
          .sorted(Comparator.comparingLong(Change::sequence))
          .toList();
    }
  }

  /// A change of an entry.
  ///
  /// @param inFlight the entry as it is, null when its line must be read
  /// @param line where its line begins
  record Change(EntryId id, long sequence, @Nullable Entry inFlight, long line) {
    static Change of(JsonlInFlight flying) {
      Entry entry = flying.entry();
      return new Change(entry.id(), flying.sequence(), entry, JsonlRecord.IN_FLIGHT);
    }

    static Change of(EntryId id, JsonlOverlay overlay) {
      return new Change(id, overlay.sequence(), null, overlay.line());
    }
  }

  private record Line(Entry entry, long sequence, long next) {}

  private final JsonlView view;
  private final Later later;
  private final boolean resumed;
  private final int limit;
  private final Set<EntryId> changed;
  private final Deque<Line> lines = new ArrayDeque<>();
  private final Deque<Change> changes;
  private final List<Entry> told = new ArrayList<>();
  private long seenLine;
  private long seenSequence;
  private long firstUnread = Long.MAX_VALUE;

  /// The news since a cursor.
  ///
  /// @param resumed whether a watcher gave this cursor
  /// @param limit the most entries to tell
  JsonlNews(JsonlView view, Later later, JsonlCursor cursor, boolean resumed, int limit) {
    this.view = view;
    this.later = later;
    this.resumed = resumed;
    this.limit = limit;
    this.changed = later.changes().stream().map(Change::id).collect(Collectors.toSet());
    this.changes = new ArrayDeque<>(later.changes());
    this.seenLine = cursor.line();
    this.seenSequence = cursor.sequence();
  }

  /// Reads and tells them, once.
  Changes tell() throws IOException {
    readLines(seenLine);
    merge();
    return new Changes(told, cursor().toString(), resumed);
  }

  private void readLines(long from) throws IOException {
    long end = view.counts().end();
    long next = from;
    for (long run = FIRST_RUN; next < end && lines.size() < limit; run *= 2) {
      next = readLines(next, Math.min(end, next + run));
    }
    firstUnread = Math.min(firstUnread, next);
  }

  private long readLines(long from, long to) throws IOException {
    if (to < view.counts().end()) {
      return JsonlLines.read(view.places().log(), from, to, this::take);
    }
    JsonlLines.readAll(view.places().log(), from, to, this::take);
    return to;
  }

  private void take(byte[] bytes, int start, int length, long offset, long next) {
    if (lines.size() >= limit) {
      firstUnread = Math.min(firstUnread, offset);
    } else if (view.reader().read(bytes, start, length, offset, next)
            instanceof JsonlLine.Whole(Entry entry)
        && !changed.contains(entry.id())) {
      lines.add(new Line(view.now(entry), later.sequences().of(offset), next));
    }
  }

  private void merge() throws IOException {
    while (told.size() < limit && !(lines.isEmpty() && changes.isEmpty())) {
      if (isLineNext()) {
        tell(lines.remove());
      } else {
        tell(changes.remove());
      }
    }
  }

  private boolean isLineNext() {
    return changes.isEmpty()
        || (!lines.isEmpty() && lines.element().sequence() < changes.element().sequence());
  }

  private void tell(Line line) {
    told.add(line.entry());
    seenLine = line.next();
  }

  private void tell(Change change) throws IOException {
    seenSequence = change.sequence();
    if (change.inFlight() != null) {
      told.add(change.inFlight());
    } else {
      view.find(change.id(), change.line()).ifPresent(found -> told.add(view.now(found.ofLine())));
    }
  }

  private JsonlCursor cursor() {
    return new JsonlCursor(
        lines.isEmpty() ? firstUnread : seenLine,
        changes.isEmpty() ? later.sequence() : seenSequence);
  }
}
