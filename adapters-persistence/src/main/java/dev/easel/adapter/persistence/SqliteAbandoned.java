package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Ending;
import dev.easel.domain.ledger.Entry;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/// The reserved entries whose owners are no more.
final class SqliteAbandoned {

  /// The owner of what no process of this log ever reserved.
  static final String NOBODY = "nobody";

  private static final String OWNED =
      """
      SELECT place FROM entry INDEXED BY entry_state
      WHERE state = 0 AND state <> 1 AND owner = ? ORDER BY place
      """;

  private final SqliteFile file;

  /// Those of the log in `file`.
  SqliteAbandoned(SqliteFile file) {
    this.file = file;
  }

  /// Whether there are any. Owners that cannot be looked at may live.
  boolean exist(SqliteConnection connection) throws SQLException {
    for (String owner : SqliteInFlight.owners(connection)) {
      try {
        if (!Owners.alive(file.owners(), owner)) {
          return true;
        }
      } catch (IOException _) {
        // whoever reserves is told
      }
    }
    return false;
  }

  /// Ends them, and gives their number. Each owner is looked at once in a transaction.
  ///
  /// @param self the owner that asks, who lives; null when it owns nothing
  long release(SqliteBooks books, @Nullable String self) throws SQLException {
    long released = 0;
    for (String owner : books.inFlight().unseen(self)) {
      if (!alive(owner)) {
        released += end(books, owner, Ending::abandoned);
      }
    }
    return released;
  }

  /// Ends what `owner` has reserved, and gives the number.
  long end(SqliteBooks books, String owner, Function<Entry, Ending> ending) throws SQLException {
    List<Long> places = books.connection().list(OWNED, row -> row.getLong(1), owner);
    for (long place : places) {
      Entry entry = books.at(place);
      books.replace(entry, entry.ended(ending.apply(entry)).sealed());
    }
    books.inFlight().ended(owner);
    return places.size();
  }

  /// Whether an owner still lives.
  boolean alive(String owner) {
    try {
      return Owners.alive(file.owners(), owner);
    } catch (IOException unreadable) {
      throw LogFailures.of(file.path(), unreadable);
    }
  }
}
