package dev.easel.adapter.persistence;

import java.util.ArrayList;
import java.util.List;

/// The tables as they were first. Money is in nano-dollars, time and latency in microseconds, days
/// count from 1970-01-01 in the log's zone, states are numbered as in [SqliteState].
final class SqliteFirstStep {

  private static final List<String> SMALL_TABLES =
      List.of(
          """
          CREATE TABLE meta (
            name TEXT PRIMARY KEY,
            value TEXT NOT NULL
          ) STRICT, WITHOUT ROWID\
          """,
          // Every model, size, caller, tag … once; 0 stands for none.
          """
          CREATE TABLE label (
            number INTEGER PRIMARY KEY,
            text TEXT NOT NULL UNIQUE
          ) STRICT\
          """,
          "INSERT INTO label (number, text) VALUES (0, '')",
          """
          CREATE TABLE idempotency_key (
            caller TEXT NOT NULL,
            value TEXT NOT NULL,
            hash TEXT NOT NULL,
            id BLOB NOT NULL,
            PRIMARY KEY (caller, value)
          ) STRICT, WITHOUT ROWID\
          """,
          // Damaged and foreign lines; each follows the entry with the id `follows`.
          """
          CREATE TABLE raw (
            number INTEGER PRIMARY KEY,
            follows BLOB NOT NULL,
            text TEXT NOT NULL,
            reason TEXT NOT NULL
          ) STRICT\
          """,
          "CREATE INDEX raw_follows ON raw (follows)");

  private static final List<String> ENTRIES =
      List.of(
          // A place is a number that rises as ids do, see SqlitePlaces. What queries ask for stands
          // here, narrow, so that many rows are read fast; the whole entry is in `document`.
          """
          CREATE TABLE entry (
            place INTEGER PRIMARY KEY,
            id BLOB NOT NULL,
            time INTEGER NOT NULL,
            day INTEGER NOT NULL,
            state INTEGER NOT NULL,
            model INTEGER NOT NULL,
            provider INTEGER NOT NULL,
            size INTEGER,
            quality INTEGER,
            format INTEGER,
            caller INTEGER,
            code INTEGER,
            cost INTEGER,
            at_risk INTEGER,
            latency INTEGER,
            star INTEGER NOT NULL,
            tags INTEGER NOT NULL,
            change INTEGER NOT NULL,
            owner TEXT
          ) STRICT\
          """,
          """
          CREATE TABLE document (
            place INTEGER PRIMARY KEY,
            text TEXT NOT NULL
          ) STRICT\
          """,
          """
          CREATE TABLE tag (
            label INTEGER NOT NULL,
            place INTEGER NOT NULL,
            PRIMARY KEY (label, place)
          ) STRICT, WITHOUT ROWID\
          """,
          // Holds words that are folded already, so its tokenizer only splits at spaces; and the
          // ends of ids, which come in no order: an index of their own would be slow to grow.
          """
          CREATE VIRTUAL TABLE words USING fts5 (
            text, content = '', contentless_delete = 1, tokenize = 'ascii'
          )\
          """);

  private static final List<String> INDEXES =
      List.of(
          "CREATE UNIQUE INDEX entry_id ON entry (id)",
          "CREATE UNIQUE INDEX entry_change ON entry (change)",
          "CREATE INDEX entry_state ON entry (state) WHERE state <> 1",
          "CREATE INDEX entry_model ON entry (model)",
          "CREATE INDEX entry_provider ON entry (provider)",
          "CREATE INDEX entry_size ON entry (size)",
          "CREATE INDEX entry_quality ON entry (quality)",
          "CREATE INDEX entry_format ON entry (format)",
          "CREATE INDEX entry_caller ON entry (caller) WHERE caller IS NOT NULL",
          "CREATE INDEX entry_code ON entry (code) WHERE code IS NOT NULL",
          "CREATE INDEX entry_cost ON entry (cost) WHERE cost IS NULL",
          "CREATE INDEX entry_latency ON entry (latency) WHERE latency IS NULL",
          "CREATE INDEX entry_star ON entry (star) WHERE star = 1");

  private SqliteFirstStep() {}

  /// What makes the tables, in order.
  static List<String> statements() {
    List<String> statements = new ArrayList<>();
    statements.addAll(SMALL_TABLES);
    statements.addAll(ENTRIES);
    statements.addAll(INDEXES);
    for (SqliteCut cut : SqliteCut.values()) {
      statements.add(cut.creation());
    }
    return List.copyOf(statements);
  }
}
