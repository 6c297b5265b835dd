package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.Condition;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The newest entries, as far as text search does not know them yet. A search for text looks at
/// each of them, which are few, and leaves what is older to text search.
///
/// @param indexed the highest place that text search knows
record SqliteTail(long indexed) {

  /// The tail, in a transaction.
  static SqliteTail of(SqliteConnection connection) throws SQLException {
    return new SqliteTail(SqliteWords.indexed(connection));
  }

  /// Whether the entries of a query are looked for by text search, wholly or in part.
  static boolean matters(Query query) {
    return query.conditions().stream().anyMatch(SqliteTail::matters);
  }

  private static boolean matters(Condition condition) {
    return switch (condition) {
      case Condition.Text _ -> true;
      case Condition.Is is -> is.field() == Condition.Field.ID && !is.prefix();
      case Condition.Not(Condition other) -> matters(other);
      case Condition.AnyOf any -> any.conditions().stream().anyMatch(SqliteTail::matters);
      case Condition.Star _, Condition.Absent _, Condition.Within _ -> false;
    };
  }

  /// What is left of a span for text search.
  SqliteSpan before(SqliteSpan span) {
    return indexed >= span.to() - 1 ? span : new SqliteSpan(span.from(), indexed + 1);
  }

  /// What of a span is in the tail.
  SqliteSpan in(SqliteSpan span) {
    long first = indexed >= span.to() - 1 ? span.to() : indexed + 1;
    return new SqliteSpan(Math.max(span.from(), first), span.to());
  }

  /// The entries of the tail in a span that match `query`, highest place first.
  SqliteSource matching(SqliteConnection connection, Query query, SqliteSpan span)
      throws SQLException {
    List<Long> places = new ArrayList<>();
    connection.each(
        "SELECT place, text FROM document WHERE place > ? AND place BETWEEN ? AND ?",
        row -> add(row, query, places),
        indexed,
        span.from(),
        span.to() - 1);
    return SqliteSource.places(places);
  }

  // What cannot be read has no words, here as for text search.
  private static void add(ResultSet row, Query query, List<Long> places) throws SQLException {
    Optional<Entry> entry = SqliteRowInspection.read(row.getString(2));
    if (entry.filter(query::matches).isPresent()) {
      places.add(row.getLong(1));
    }
  }
}
