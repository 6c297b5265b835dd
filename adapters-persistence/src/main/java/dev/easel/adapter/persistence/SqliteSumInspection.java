package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.BookFinding;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.Inspector;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Counts entries as the sums by day do, to say how many are gone, and of which kind.
final class SqliteSumInspection {

  private record Kind(long day, long model, long state) {}

  private final SqliteConnection connection;
  private final SqliteLabels labels;
  private final ZoneId zone;
  private final Inspector inspector;
  private final Map<Kind, Long> counts = new HashMap<>();
  private final Set<EntryId> gone = new HashSet<>();

  SqliteSumInspection(
      SqliteConnection connection, SqliteLabels labels, ZoneId zone, Inspector inspector) {
    this.connection = connection;
    this.labels = labels;
    this.zone = zone;
    this.inspector = inspector;
  }

  /// Counts a row.
  void count(ResultSet row) throws SQLException {
    add(new Kind(row.getLong("day"), row.getLong("model"), row.getLong("state")));
  }

  /// Counts an entry whose row is gone, and which has been named.
  void countGone(Entry entry) throws SQLException {
    gone.add(entry.id());
    SqliteRow row = SqliteRow.of(entry, zone, labels::known);
    add(new Kind(row.day(), row.model(), row.state()));
  }

  private void add(Kind kind) {
    counts.merge(kind, 1L, Long::sum);
  }

  /// Whether this entry that is gone has not been named before.
  boolean isNews(EntryId id) {
    return gone.add(id);
  }

  /// Says of which kinds entries are gone.
  void compare() throws SQLException {
    connection.each("SELECT day, model, state, entries FROM sum_day", this::compare);
  }

  private void compare(ResultSet row) throws SQLException {
    Kind kind = new Kind(row.getLong("day"), row.getLong("model"), row.getLong("state"));
    long missing = row.getLong("entries") - counts.getOrDefault(kind, 0L);
    if (missing > 0) {
      inspector.found(new BookFinding.Removed(null, missing, words(kind)));
    }
  }

  private String words(Kind kind) {
    return "%s, %s, %s"
        .formatted(
            LocalDate.ofEpochDay(kind.day()),
            labels.text(kind.model()),
            SqliteState.of(kind.state()).word());
  }
}
