package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryId;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The entries in flight: those that these books wrote, and the owners of all. It holds as long as
/// nobody else writes.
final class SqliteInFlight {

  private static final String OWNERS =
      "SELECT DISTINCT owner FROM entry INDEXED BY entry_state WHERE state = 0 AND state <> 1";

  private final Map<EntryId, Entry> written = new HashMap<>();
  private final Set<String> owners;
  private final Set<String> seen = new HashSet<>();

  private SqliteInFlight(Set<String> owners) {
    this.owners = owners;
  }

  /// As the log stands.
  static SqliteInFlight read(SqliteConnection connection) throws SQLException {
    return new SqliteInFlight(new HashSet<>(owners(connection)));
  }

  /// Whoever owns an entry that is in flight.
  static List<String> owners(SqliteConnection connection) throws SQLException {
    return connection.list(OWNERS, row -> row.getString(1));
  }

  /// The entry with this id, if these books wrote it and it is in flight.
  Optional<Entry> find(EntryId id) {
    return Optional.ofNullable(written.get(id));
  }

  /// The entry was written like this.
  void wrote(Entry entry) {
    if (entry.finished()) {
      written.remove(entry.id());
    } else {
      written.put(entry.id(), entry);
    }
  }

  /// An entry was added.
  ///
  /// @param owner null when it has ended
  void owned(@Nullable String owner) {
    if (owner != null) {
      owners.add(owner);
    }
  }

  /// Whatever `owner` had in flight has ended.
  void ended(String owner) {
    owners.remove(owner);
  }

  /// Another transaction begins, in which all owners are to be looked at.
  void lookAgain() {
    seen.clear();
  }

  /// Those who may own entries in flight and have not been looked at in this transaction.
  ///
  /// @param self need not be looked at; null when that is nobody
  List<String> unseen(@Nullable String self) {
    return owners.stream().filter(owner -> !owner.equals(self) && seen.add(owner)).toList();
  }
}
