package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.Fact;
import dev.easel.domain.ledger.Facts;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;

/// The entries of a log, open for writing within a transaction; sums and labels follow them. What
/// they have read and written they know in the transactions that follow, as long as nobody else
/// writes to the log and none of them is taken back.
final class SqliteBooks {

  /// How often an entry changes: it is reserved, and it ends.
  private static final int CHANGES = 2;

  private final SqliteConnection connection;
  private final SqliteLabels labels;
  private final SqliteFacts facts;
  private final SqliteDocuments documents;
  private final SqliteWords words;
  private final SqlitePlaces places;
  private final SqliteLead lead;
  private final SqliteIssuing issuing;
  private final SqliteInFlight inFlight;
  private final SqliteSums sums;
  private final ZoneId zone;
  private final long version;
  private @Nullable Facts declared;
  private long change;

  /// Opens the books in a transaction that holds the write lock.
  ///
  /// @param labels those that this connection has written or read
  /// @param facts those that this connection has written or read
  /// @param mostWaiting so many entries are let wait for text search and sums to know them
  SqliteBooks(
      SqliteConnection connection,
      SqliteLabels labels,
      SqliteFacts facts,
      ZoneId zone,
      int mostWaiting)
      throws SQLException {
    this.connection = connection;
    this.labels = labels;
    this.facts = facts;
    this.documents = new SqliteDocuments(connection);
    this.words = new SqliteWords(connection, documents, mostWaiting);
    this.places = new SqlitePlaces(connection, words);
    this.lead = SqliteLead.read(connection);
    this.issuing = SqliteIssuing.read(connection);
    this.inFlight = SqliteInFlight.read(connection);
    this.zone = zone;
    this.version = version(connection);
    long last = connection.number("SELECT max(change) FROM entry");
    long summed = SqliteSums.known(connection, last);
    this.change = Math.max(last, summed); // rows may have been deleted
    this.sums = new SqliteSums(connection, summed, change, mostWaiting * CHANGES);
  }

  // It changes whenever another connection has committed something.
  private static long version(SqliteConnection connection) throws SQLException {
    return connection.number("PRAGMA data_version");
  }

  /// Opens them once more in another transaction that holds the write lock.
  ///
  /// @return false when somebody else has written since, and these are of no use any more
  boolean reopen() throws SQLException {
    inFlight.lookAgain();
    return version(connection) == version;
  }

  /// The connection, on which nothing of entries may be written.
  SqliteConnection connection() {
    return connection;
  }

  /// The zone whose days are counted.
  ZoneId zone() {
    return zone;
  }

  /// What has been declared.
  Facts facts() throws SQLException {
    Facts known = declared;
    if (known == null) {
      known = facts.read(connection);
      declared = known;
    }
    return known;
  }

  /// Declares a fact.
  ///
  /// @return what is declared then
  Facts declare(Fact fact) throws SQLException {
    Facts all = facts.add(connection, fact);
    declared = all;
    return all;
  }

  /// The entries that are in flight.
  SqliteInFlight inFlight() {
    return inFlight;
  }

  /// The entry with this id.
  Optional<Entry> find(EntryId id) throws SQLException {
    Optional<Entry> known = inFlight.find(id);
    return known.isPresent() ? known : documents.find(id);
  }

  /// The entry at this place.
  Entry at(long place) throws SQLException {
    return documents.at(place);
  }

  /// Whether there is an entry with this id.
  boolean taken(EntryId id) throws SQLException {
    return places.taken(id);
  }

  /// The id of a new entry, which is `proposed` where it can be.
  EntryId issue(EntryId proposed) throws SQLException {
    return issuing.issue(proposed, places);
  }

  /// Adds an entry whose id is not taken.
  ///
  /// @param owner whose it is while it is reserved; null when it has ended
  Entry add(Entry entry, @Nullable String owner) throws SQLException {
    long place = place(entry, SqliteDocuments.write(entry), () -> SqliteWords.of(entry));
    add(place, entry, owner, !words.waits(place));
    inFlight.wrote(entry);
    return entry;
  }

  /// Adds one of many entries, whose id is not taken, with its document and its words.
  void addMany(Entry entry, String document, Supplier<String> text, @Nullable String owner)
      throws SQLException {
    add(place(entry, document, text), entry, owner, true);
  }

  private long place(Entry entry, String document, Supplier<String> text) throws SQLException {
    long place = places.give(entry.id());
    documents.add(place, document);
    words.add(place, text);
    return place;
  }

  private void add(long place, Entry entry, @Nullable String owner, boolean listed)
      throws SQLException {
    SqliteRow row = row(entry);
    insert(place, entry.id(), row, owner, listed);
    tag(place, entry);
    lead.widen(entry);
    sums.add(entry.id(), row);
    inFlight.owned(owner);
  }

  /// Puts `after` in the place of `before`, which has the same id and timestamp.
  Entry replace(Entry before, Entry after) throws SQLException {
    long place = SqlitePlaces.find(connection, before.id());
    SqliteRow old = row(before);
    SqliteRow row = row(after);
    sums.remove(before.id(), old, change);
    documents.replace(place, after);
    words.replace(place, before, after);
    update(place, old, row, after.finished());
    if (!before.tags().equals(after.tags())) {
      untag(place, before);
      tag(place, after);
    }
    sums.add(after.id(), row);
    inFlight.wrote(after);
    return after;
  }

  private SqliteRow row(Entry entry) throws SQLException {
    return SqliteRow.of(entry, zone, text -> labels.number(connection, text));
  }

  private void insert(long place, EntryId id, SqliteRow row, @Nullable String owner, boolean listed)
      throws SQLException {
    connection.update(
        """
        INSERT INTO entry (place, id, time, day, state, model, provider, size, quality, format,
          caller, code, cost, at_risk, latency, star, tags, change, owner, listed)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        place,
        SqliteIds.bytes(id),
        row.time(),
        row.day(),
        row.state(),
        row.model(),
        row.provider(),
        row.sizeOrNull(),
        row.qualityOrNull(),
        row.format(),
        row.callerOrNull(),
        row.codeOrNull(),
        row.cost(),
        row.atRisk(),
        row.latency(),
        row.star(),
        row.tags(),
        ++change,
        owner,
        listed ? 1 : 0);
  }

  private void update(long place, SqliteRow before, SqliteRow after, boolean finished)
      throws SQLException {
    SqliteUpdate update = SqliteUpdate.of(before, after);
    connection.update(update.sql(), update.values(++change, finished ? 1 : 0, place));
  }

  private void tag(long place, Entry entry) throws SQLException {
    for (String tag : entry.tags()) {
      connection.update(
          "INSERT OR IGNORE INTO tag (label, place) VALUES (?, ?)",
          labels.number(connection, tag),
          place);
    }
  }

  private void untag(long place, Entry entry) throws SQLException {
    for (String tag : entry.tags()) {
      connection.update(
          "DELETE FROM tag WHERE label = ? AND place = ?", labels.number(connection, tag), place);
    }
  }

  /// Whether there is something that text search or the sums do not know.
  boolean lagBehind() {
    return words.anyWaits() || sums.areBehind(change);
  }

  /// Lets the sums know all changes, unless at most so many wait.
  void sumUp(int most) throws SQLException {
    sums.catchUp(change, most);
  }

  /// Lets text search and the sums know all entries.
  void catchUp() throws SQLException {
    words.catchUp();
    sumUp(0);
  }

  /// Writes what is still to be written.
  void balance() throws SQLException {
    lead.write(connection);
    issuing.write(connection);
    if (words.manyWait()) {
      catchUp();
    } else {
      sums.balance(change);
    }
  }
}
