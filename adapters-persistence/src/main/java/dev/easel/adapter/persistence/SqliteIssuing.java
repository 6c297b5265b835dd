package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.EntryId;
import java.sql.SQLException;
import java.util.Optional;

/// The ids that a log issues, each higher than all before it.
final class SqliteIssuing {

  private Optional<EntryId> last;
  private boolean issued;

  private SqliteIssuing(Optional<EntryId> last) {
    this.last = last;
  }

  /// As the log stands.
  static SqliteIssuing read(SqliteConnection connection) throws SQLException {
    return new SqliteIssuing(SqliteMeta.ISSUED.get(connection).flatMap(EntryId::parse));
  }

  /// Issues an id that is not taken: `proposed`, or one above it.
  EntryId issue(EntryId proposed, SqlitePlaces places) throws SQLException {
    EntryId id = last.map(proposed::above).orElse(proposed);
    while (places.taken(id)) {
      id = id.above(id);
    }
    last = Optional.of(id);
    issued = true;
    return id;
  }

  /// Writes the last one, if there are new ones.
  void write(SqliteConnection connection) throws SQLException {
    if (issued) {
      SqliteMeta.ISSUED.put(connection, last.orElseThrow().toString());
      issued = false;
    }
  }
}
