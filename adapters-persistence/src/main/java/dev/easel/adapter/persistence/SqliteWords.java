package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.Words;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// The words by which text search finds entries, and whether the indexes of their columns know
/// them. The newest entries wait until there are many of them, since one commit with the words of
/// many costs little more than one with the words of one; meanwhile, [SqliteTail] looks at the
/// entries themselves.
///
/// Within transactions that hold the write lock, as long as nobody else writes.
final class SqliteWords {

  /// So many are let wait, while more come.
  static final int MOST_WAITING = 256;

  private static final String LIST = "UPDATE entry SET listed = 1 WHERE place > ? AND listed = 0";

  private final SqliteConnection connection;
  private final SqliteDocuments documents;
  private final int mostWaiting;
  private final Map<Long, Supplier<String>> known = new HashMap<>();
  private long indexed;
  private long waiting;

  /// @param mostWaiting so many are let wait
  SqliteWords(SqliteConnection connection, SqliteDocuments documents, int mostWaiting)
      throws SQLException {
    this.connection = connection;
    this.documents = documents;
    this.mostWaiting = mostWaiting;
    this.indexed = indexed(connection);
    this.waiting = connection.number("SELECT count(*) FROM entry WHERE place > ?", indexed);
  }

  /// The highest place up to which text search knows all; above, it knows what an older Easel let
  /// it know.
  static long indexed(SqliteConnection connection) throws SQLException {
    return SqliteMeta.INDEXED.get(connection).map(Long::parseLong).orElse(Long.MAX_VALUE);
  }

  /// The words of an entry and the end of its id as one text, in which spaces part them.
  static String of(Entry entry) {
    return String.join(" ", Words.of(entry)) + " " + SqliteIds.tail(entry.id());
  }

  /// Whether search does not know the entry at a place yet.
  boolean waits(long place) {
    return place > indexed;
  }

  /// There is a new entry at a place.
  void add(long place, Supplier<String> words) throws SQLException {
    if (waits(place)) {
      known.put(place, words);
      waiting++;
    } else {
      index(place, words.get());
    }
  }

  /// The entry at a place has changed.
  void replace(long place, Entry before, Entry after) throws SQLException {
    if (waits(place)) {
      known.put(place, () -> of(after));
    } else if (!searched(after).equals(searched(before))) {
      index(place, of(after));
    }
  }

  // All of an entry on which its words depend.
  private static List<@Nullable String> searched(Entry entry) {
    return Arrays.asList(entry.prompt(), entry.revisedPrompt(), entry.error());
  }

  /// Nothing may wait any more that lies at this place or below: places are about to be moved.
  void demand(long place) throws SQLException {
    if (waits(place)) {
      catchUp();
    }
  }

  /// The entry at a place that text search knows has moved up by one.
  void moved(long place) throws SQLException {
    connection.update("DELETE FROM words WHERE rowid = ?", place);
    index(place + 1, of(documents.at(place + 1)));
    if (place == indexed) {
      reach(place + 1);
    }
  }

  /// Whether there are any that wait.
  boolean anyWaits() {
    return waiting > 0;
  }

  /// Whether so many wait that text search had better know them.
  boolean manyWait() {
    return waiting >= mostWaiting;
  }

  /// Lets text search know all that wait.
  void catchUp() throws SQLException {
    List<Long> places =
        connection.list(
            "SELECT place FROM entry WHERE place > ? ORDER BY place",
            row -> row.getLong(1),
            indexed);
    for (long place : places) {
      index(place, words(place));
    }
    if (!places.isEmpty()) {
      connection.update(LIST, indexed);
      reach(places.getLast());
    }
    known.clear();
    waiting = 0;
  }

  private String words(long place) throws SQLException {
    Supplier<String> words = known.get(place);
    return words == null ? written(place) : words.get();
  }

  // What is damaged has no words, and keeps nobody else from having some.
  private String written(long place) throws SQLException {
    try {
      return of(documents.at(place));
    } catch (SQLException failure) {
      if (SqliteFailures.isDamage(failure)) {
        return "";
      }
      throw failure;
    }
  }

  private void reach(long place) throws SQLException {
    indexed = place;
    SqliteMeta.INDEXED.put(connection, Long.toString(place));
  }

  // An older Easel that had the log open before lets text search know what it writes at once.
  private void index(long place, String words) throws SQLException {
    connection.update("INSERT OR REPLACE INTO words (rowid, text) VALUES (?, ?)", place, words);
  }
}
