package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryFields;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.EntryReading;
import dev.easel.domain.ledger.EntryReading.NotAnEntry;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Whole entries, as JSON.
final class SqliteDocuments {

  // Every document has an id; this one shows that it had not.
  private static final EntryId NO_ID = new EntryId(new UUID(0, 0));

  private final SqliteConnection connection;

  SqliteDocuments(SqliteConnection connection) {
    this.connection = connection;
  }

  /// The entry with this id.
  Optional<Entry> find(EntryId id) throws SQLException {
    long place = SqlitePlaces.find(connection, id);
    return place < 0 ? Optional.empty() : Optional.of(at(place));
  }

  /// The entry at a place where there is one.
  Entry at(long place) throws SQLException {
    String text =
        connection
            .first("SELECT text FROM document WHERE place = ?", row -> row.getString(1), place)
            .orElse("");
    return read(text);
  }

  /// The entries at these places, in the same order.
  List<Entry> at(List<Long> places) throws SQLException {
    List<Entry> entries = new ArrayList<>(places.size());
    for (long place : places) {
      entries.add(at(place));
    }
    return entries;
  }

  /// Reads an entry from its document.
  static Entry read(String text) throws SQLException {
    try {
      return EntryReading.read(JsonFields.of(text), ZoneOffset.UTC, _ -> NO_ID);
    } catch (NotAnEntry damaged) {
      throw new SQLiteException(
          "a document cannot be read: " + damaged.getMessage(), SQLiteErrorCode.SQLITE_CORRUPT);
    }
  }

  /// The document of an entry.
  static String write(Entry entry) {
    return EntryFields.line(entry);
  }

  /// Adds a new entry.
  void add(long place, String document) throws SQLException {
    connection.update("INSERT INTO document (place, text) VALUES (?, ?)", place, document);
  }

  /// Puts an entry in the place of another.
  void replace(long place, Entry entry) throws SQLException {
    connection.update("UPDATE document SET text = ? WHERE place = ?", write(entry), place);
  }
}
