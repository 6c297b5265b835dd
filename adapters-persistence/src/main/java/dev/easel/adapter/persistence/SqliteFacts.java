package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.EntryReading.NotAnEntry;
import dev.easel.domain.ledger.Fact;
import dev.easel.domain.ledger.FactFields;
import dev.easel.domain.ledger.Facts;
import dev.easel.domain.ledger.Json;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// What has been declared in a log, kept in memory: only what is new since the last look is read.
/// Safe for use by several threads.
final class SqliteFacts {

  private final List<Fact> facts = new ArrayList<>();
  private Facts together = Facts.NONE;
  private long last;

  /// What is declared, as it is in the transaction of `connection` or a little later.
  synchronized Facts read(SqliteConnection connection) throws SQLException {
    connection.each(
        "SELECT number, text FROM fact WHERE number > ? ORDER BY number",
        row -> learn(row.getLong(1), row.getString(2)),
        last);
    if (together.all().size() < facts.size()) {
      together = new Facts(facts);
    }
    return together;
  }

  private void learn(long number, String text) throws SQLException {
    try {
      FactFields.read(JsonFields.of(text)).ifPresent(facts::add);
      last = number;
    } catch (NotAnEntry damaged) {
      throw new SQLiteException(
          "a fact cannot be read: " + damaged.getMessage(), SQLiteErrorCode.SQLITE_CORRUPT);
    }
  }

  /// Adds a fact in the transaction of `connection`.
  ///
  /// @return what is declared then
  synchronized Facts add(SqliteConnection connection, Fact fact) throws SQLException {
    Facts declared = read(connection).with(fact);
    connection.update("INSERT INTO fact (text) VALUES (?)", Json.write(FactFields.of(fact)));
    SqliteSubject.FACT.changed(connection, SqliteWitness.NONE, newest(connection));
    return declared;
  }

  private static SqliteWitness newest(SqliteConnection connection) throws SQLException {
    return connection
        .first("SELECT number, text FROM fact ORDER BY number DESC LIMIT 1", SqliteWitness::ofFact)
        .orElseThrow();
  }

  /// Forgets everything: a transaction that added facts was taken back.
  synchronized void forget() {
    facts.clear();
    together = Facts.NONE;
    last = 0;
  }
}
