package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.EntryId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/// How many rows there are, and what they say: the halves of the ids of their entries, and hashes
/// of their words, each taken together by exclusive or.
record SqliteWitness(long entries, long high, long low, long words) {

  /// Of no rows.
  static final SqliteWitness NONE = new SqliteWitness(0, 0, 0, 0);

  /// Of an idempotency key.
  static SqliteWitness ofKey(String caller, String value, String hash, EntryId id) {
    UUID of = id.value();
    return new SqliteWitness(
        1,
        of.getMostSignificantBits(),
        of.getLeastSignificantBits(),
        hash(of.getLeastSignificantBits(), caller, value, hash));
  }

  /// Of a row of the table of idempotency keys.
  static SqliteWitness ofKey(ResultSet row) throws SQLException {
    return ofKey(
        row.getString("caller"),
        row.getString("value"),
        row.getString("hash"),
        SqliteIds.of(row.getBytes("id")));
  }

  /// Of a row of the table of facts.
  static SqliteWitness ofFact(ResultSet row) throws SQLException {
    return new SqliteWitness(1, 0, 0, hash(row.getLong("number"), row.getString("text")));
  }

  private static long hash(long number, String... words) {
    byte[] bytes = String.join("\0", words).getBytes(StandardCharsets.UTF_8);
    return JsonlHash.of(bytes, 0, bytes.length, number);
  }

  /// With those rows, too.
  SqliteWitness plus(SqliteWitness other) {
    return with(other, entries + other.entries);
  }

  /// Without those rows.
  SqliteWitness minus(SqliteWitness other) {
    return with(other, entries - other.entries);
  }

  private SqliteWitness with(SqliteWitness other, long together) {
    return new SqliteWitness(together, high ^ other.high, low ^ other.low, words ^ other.words);
  }
}
