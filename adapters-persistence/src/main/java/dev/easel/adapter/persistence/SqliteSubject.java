package dev.easel.adapter.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/// A table whose rows are witnessed.
enum SqliteSubject {
  /// The idempotency keys.
  KEY("SELECT caller, value, hash, id FROM idempotency_key") {
    @Override
    SqliteWitness witness(ResultSet row) throws SQLException {
      return SqliteWitness.ofKey(SqliteKeys.used(row));
    }
  },
  /// What was declared.
  FACT("SELECT number, text FROM fact") {
    @Override
    SqliteWitness witness(ResultSet row) throws SQLException {
      return SqliteWitness.ofFact(row);
    }
  };

  private final String rows;

  SqliteSubject(String rows) {
    this.rows = rows;
  }

  abstract SqliteWitness witness(ResultSet row) throws SQLException;

  /// What the table holds.
  SqliteWitness counted(SqliteConnection connection) throws SQLException {
    SqliteWitness[] sum = {SqliteWitness.NONE};
    connection.each(rows, row -> sum[0] = sum[0].plus(witness(row)));
    return sum[0];
  }

  /// What the table was given; empty when nobody has kept an account of it yet.
  Optional<SqliteWitness> kept(SqliteConnection connection) throws SQLException {
    return connection.first(
        "SELECT entries, ids_high, ids_low, words FROM witness WHERE subject = ?",
        row -> new SqliteWitness(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)),
        word());
  }

  /// Keeps account of a change that has just been made in this transaction.
  void changed(SqliteConnection connection, SqliteWitness before, SqliteWitness after)
      throws SQLException {
    Optional<SqliteWitness> kept = kept(connection);
    SqliteWitness now =
        kept.isPresent() ? kept.get().minus(before).plus(after) : counted(connection);
    connection.update(
        """
        INSERT INTO witness (subject, entries, ids_high, ids_low, words) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET entries = excluded.entries, ids_high = excluded.ids_high,
          ids_low = excluded.ids_low, words = excluded.words
        """,
        word(),
        now.entries(),
        now.high(),
        now.low(),
        now.words());
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
