package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.Intent.IdempotencyKey;
import dev.easel.domain.ledger.UsedKey;
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
  static SqliteWitness ofKey(UsedKey used) {
    UUID id = used.id().value();
    IdempotencyKey key = used.key();
    long low = id.getLeastSignificantBits();
    long words = hash(low, used.caller(), key.value(), key.requestHash());
    return new SqliteWitness(1, id.getMostSignificantBits(), low, words);
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
