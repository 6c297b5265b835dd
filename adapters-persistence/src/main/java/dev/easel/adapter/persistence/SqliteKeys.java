package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.Intent.IdempotencyKey;
import dev.easel.domain.ledger.UsedKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What the idempotency keys of a log were last used for.
final class SqliteKeys {

  private static final long BATCH = 1_000;

  private final SqliteConnection connection;

  SqliteKeys(SqliteConnection connection) {
    this.connection = connection;
  }

  /// Gives every key to `sink`, in batches, so that no reader holds the log for long.
  static void each(SqliteReaders readers, Consumer<UsedKey> sink) {
    List<UsedKey> batch = after(readers, "", ""); // no key is empty
    while (!batch.isEmpty()) {
      batch.forEach(sink);
      UsedKey last = batch.getLast();
      batch = after(readers, last.caller(), last.key().value());
    }
  }

  private static List<UsedKey> after(SqliteReaders readers, String caller, String value) {
    return readers.read(connection ->
        connection.list(
            """
            SELECT caller, value, hash, id FROM idempotency_key
            WHERE (caller, value) > (?, ?) ORDER BY caller, value LIMIT ?
            """,
            SqliteKeys::used,
            caller,
            value,
            BATCH));
  }

  /// The key of a row.
  static UsedKey used(ResultSet row) throws SQLException {
    IdempotencyKey key = new IdempotencyKey(row.getString("value"), row.getString("hash"));
    return new UsedKey(row.getString("caller"), key, SqliteIds.of(row.getBytes("id")));
  }

  /// What a caller's key was last used for.
  ///
  /// @param caller empty for the user
  Optional<UsedKey> find(String caller, String value) throws SQLException {
    return connection.first(
        "SELECT caller, value, hash, id FROM idempotency_key WHERE caller = ? AND value = ?",
        SqliteKeys::used,
        caller,
        value);
  }

  /// Remembers this use of a key instead of the one before.
  void put(UsedKey used) throws SQLException {
    SqliteWitness before =
        find(used.caller(), used.key().value())
            .map(SqliteWitness::ofKey)
            .orElse(SqliteWitness.NONE);
    connection.update(
        """
        INSERT INTO idempotency_key (caller, value, hash, id) VALUES (?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET hash = excluded.hash, id = excluded.id
        """,
        used.caller(),
        used.key().value(),
        used.key().requestHash(),
        SqliteIds.bytes(used.id()));
    SqliteSubject.KEY.changed(connection, before, SqliteWitness.ofKey(used));
  }

  /// Adds keys of entries that the books hold, without those that are known.
  ///
  /// @return how many were new
  static long add(SqliteBooks books, List<UsedKey> keys) throws SQLException {
    SqliteKeys known = new SqliteKeys(books.connection());
    long added = 0;
    for (UsedKey used : keys) {
      boolean isNew = known.find(used.caller(), used.key().value()).isEmpty();
      if (isNew && books.taken(used.id())) {
        known.put(used);
        added++;
      }
    }
    return added;
  }
}
