package dev.easel.adapter.persistence;

import dev.easel.adapter.persistence.JsonlView.Found;
import dev.easel.domain.cost.Spending;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryFields;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.Facts;
import dev.easel.domain.ledger.KeyTerm;
import dev.easel.domain.ledger.SealedEntry;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongFunction;

/// What the steps of one batch decide, under the log's lock: in memory first, then on the disk.
/// Used by one thread, which holds the monitor of the books while a step decides.
final class JsonlTransaction {

  private static final int MOST_AT_ONCE = 1_000;

  private final JsonlBooks books;
  private final JsonlAppender log;
  private final JsonlAppender journal;
  private final List<JsonlRecord> records = new ArrayList<>();
  private final JsonlFreshLines fresh = new JsonlFreshLines();
  private final List<JsonlFreshLines.Line> written = new ArrayList<>();
  private final JsonlLineSums sums;
  private final List<EntryId> reserved = new ArrayList<>();
  private @Nullable EntryId issued;
  private boolean logTouched;
  private boolean journalTouched;
  private boolean linesNamed;

  /// @param sums of the lines that earlier batches of this handle have written and not announced
  JsonlTransaction(JsonlBooks books, JsonlAppender log, JsonlAppender journal, JsonlLineSums sums) {
    this.books = books;
    this.log = log;
    this.journal = journal;
    this.sums = sums;
  }

  /// The line of an entry, without its newline.
  static String line(Entry entry) {
    return EntryFields.line(entry);
  }

  /// What is in flight, as the steps before left it.
  List<JsonlInFlight> inFlight() throws IOException {
    flush();
    return List.copyOf(books.journal().inFlight().values());
  }

  /// Those who had entries in flight before the steps of this batch, or have since.
  Set<String> owners() {
    return books.journal().owners();
  }

  /// The entry with this id, if it is in flight.
  Optional<JsonlInFlight> inFlight(EntryId id) throws IOException {
    flushBefore(id);
    return Optional.ofNullable(books.journal().inFlight().get(id));
  }

  /// The entry with this id that has a line.
  Optional<Found> line(EntryId id) throws IOException {
    flushBefore(id);
    return books.view().find(id);
  }

  /// What the entry of a line is now.
  Entry now(Found found) {
    return books.view().now(found.ofLine());
  }

  /// The entry with this id.
  Optional<Entry> find(EntryId id) throws IOException {
    Optional<Entry> flying = inFlight(id).map(JsonlInFlight::entry);
    return flying.isPresent() ? flying : line(id).map(this::now);
  }

  /// Whether there is an entry with this id, or will be.
  boolean holds(EntryId id) throws IOException {
    return fresh.hold(id) || books.holds(id);
  }

  /// What an idempotency key was last used for.
  JsonlJournal.@Nullable KeyUse use(JsonlJournal.KeyName key) {
    return books.journal().keys().get(key);
  }

  /// What the user has declared.
  Facts facts() {
    return books.journal().facts();
  }

  /// What is committed on a day and in its month, and on the day by each caller.
  Spending spending(LocalDate day) throws IOException {
    flush();
    return books.index().sums().spending(day);
  }

  /// Whether the log holds an entry of a day between a key's use and a wish.
  boolean sawPass(KeyTerm term) throws IOException {
    flush();
    return books.index().sums().hold(term.first(zone()), term.last(zone()));
  }

  /// The zone whose days are counted.
  ZoneId zone() {
    return books.index().reader().zone();
  }

  /// The proposed id, or the next one that is higher than all issued before and free.
  EntryId issue(EntryId proposed) throws IOException {
    EntryId last = issued == null ? books.journal().issued().orElse(null) : issued;
    EntryId id = last == null ? proposed : proposed.above(last);
    while (holds(id)) {
      id = id.above(id);
    }
    issued = id;
    return id;
  }

  /// Makes sure that the line of an entry may be written when it ends.
  void demandLog() throws IOException {
    log.demand();
  }

  /// Puts a record into the journal.
  ///
  /// @param record makes it from its number
  void record(LongFunction<JsonlRecord> record) throws IOException {
    JsonlRecord next = record.apply(books.journal().sequence() + 1);
    take(next);
    linesNamed |= next.namesLine();
    if (next instanceof JsonlRecord.Reserved(_, Entry entry, _, _, _)) {
      reserved.add(entry.id());
    }
  }

  private void take(JsonlRecord record) throws IOException {
    books.take(record);
    records.add(record);
  }

  /// The entries that were reserved.
  List<EntryId> reserved() {
    return reserved;
  }

  /// Writes the line of an entry that this log issued and that has ended.
  ///
  /// @return the entry with its hash
  Entry end(Entry ended) {
    SealedEntry sealed = SealedEntry.of(ended);
    fresh.add(sealed);
    return sealed.entry();
  }

  /// Writes a line that comes from elsewhere.
  ///
  /// @param id of its entry, null when it is none
  void add(@Nullable EntryId id, String line) {
    fresh.add(id, line);
  }

  private void flushBefore(EntryId id) throws IOException {
    if (fresh.hold(id)) {
      flush();
    }
  }

  /// Writes what was decided, without forcing it to the disk, so that the books know it.
  void flush() throws IOException {
    writeRecords();
    if (!fresh.isEmpty()) {
      logTouched = true;
      long start = log.append(fresh.bytes());
      List<JsonlFreshLines.Line> lines = fresh.at(start);
      written.addAll(lines);
      sums.add(lines);
      books.wroteLines(fresh, start);
      fresh.clear();
    }
  }

  private void writeRecords() throws IOException {
    if (!records.isEmpty()) {
      journalTouched = true;
      journal.append(JsonlJournalFile.lines(records));
      records.clear();
      books.wroteJournal(journal.appended());
    }
  }

  /// What has to be forced before the jobs of this batch may be answered.
  Due due(List<JsonlJob<?>> jobs) throws IOException {
    boolean unforced = !books.journal().unannounced().isEmpty();
    boolean lines =
        jobs.stream()
            .filter(JsonlJob::isForced)
            .anyMatch(job -> logTouched || (unforced && job.target() == JsonlJob.Target.LOG));
    // Others may have written the lines that a record names, and not have forced them.
    boolean ofLog = lines || linesNamed;
    long entries = ofLog ? books.index().counts().entries() : 0;
    long said = journalTouched ? books.journal().sequence() : 0;
    return new Due(ofLog, journalTouched, new LogWitness("", entries, said), announcements(ofLog));
  }

  // All that are not announced by then, of others too, in their order.
  private Collection<JsonlFreshLines.Line> announcements(boolean forced) throws IOException {
    if (!forced) {
      return List.of();
    }
    NavigableMap<Long, JsonlFreshLines.Line> lines = new TreeMap<>();
    for (Map.Entry<Long, EntryId> line : books.journal().unannounced().entrySet()) {
      lines.put(line.getKey(), sums.of(line.getValue(), line.getKey()));
    }
    written.forEach(line -> lines.put(line.offset(), line));
    return lines.values();
  }

  /// What is to be forced.
  ///
  /// @param held how much of the files is on the disk then
  /// @param announcements lines that are to be announced then
  record Due(
      boolean log,
      boolean journal,
      LogWitness held,
      Collection<JsonlFreshLines.Line> announcements) {}

  /// Forces that to the disk: the lines first, since a record may speak of a line.
  void force(Due due) throws IOException {
    if (due.log()) {
      log.force();
    }
    if (due.journal()) {
      journal.force();
    }
  }

  /// Tells the journal which entries have their line on the disk now, in the order of the lines. A
  /// hint and a witness, and no promise, so it is not forced.
  void announce(Due due) throws IOException {
    List<JsonlWitness> others = new ArrayList<>();
    for (JsonlFreshLines.Line line : due.announcements()) {
      if (line.own() || others.size() == MOST_AT_ONCE) {
        announce(others);
      }
      if (line.own()) {
        JsonlWitness own = line.witness();
        record(next -> new JsonlRecord.Written(next, own.id(), line.offset(), own.sum()));
      } else {
        others.add(line.witness());
      }
    }
    announce(others);
    writeRecords();
    if (due.log()) {
      sums.clear();
    }
  }

  private void announce(List<JsonlWitness> others) throws IOException {
    if (!others.isEmpty()) {
      List<JsonlWitness> some = List.copyOf(others);
      record(next -> new JsonlRecord.Added(next, some));
      others.clear();
    }
  }
}
