package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.BookFinding;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.Inspector;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/// Looks whether the idempotency keys and the facts are those that the log was given.
final class SqliteWitnessInspection {

  private final SqliteConnection connection;
  private final Inspector inspector;

  SqliteWitnessInspection(SqliteConnection connection, Inspector inspector) {
    this.connection = connection;
    this.inspector = inspector;
  }

  /// Looks at everything.
  void run() throws SQLException {
    if (connection.number("SELECT count(*) FROM sqlite_schema WHERE name = 'witness'") > 0) {
      for (SqliteSubject subject : SqliteSubject.values()) {
        Optional<SqliteWitness> kept = subject.kept(connection);
        if (kept.isPresent()) {
          compare(subject, kept.get(), subject.counted(connection));
        }
      }
    }
  }

  private void compare(SqliteSubject subject, SqliteWitness kept, SqliteWitness counted) {
    SqliteWitness gone = kept.minus(counted);
    if (!gone.equals(SqliteWitness.NONE)) {
      inspector.found(
          switch (subject) {
            case KEY -> new BookFinding.Broken("the idempotency keys", words(kept, gone));
            case FACT -> new BookFinding.Broken("what was declared", words(kept, gone));
          });
    }
  }

  private static String words(SqliteWitness kept, SqliteWitness gone) {
    if (gone.entries() == 1 && gone.high() != 0) {
      return "that of the entry " + new EntryId(new UUID(gone.high(), gone.low())) + " is gone";
    }
    return gone.entries() > 0
        ? "%d of %d are gone".formatted(gone.entries(), kept.entries())
        : "they are not those that Easel wrote";
  }
}
