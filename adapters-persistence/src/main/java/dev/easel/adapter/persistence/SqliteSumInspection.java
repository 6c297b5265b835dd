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
import java.util.UUID;

/// Counts entries as the sums by day do, to say how many are gone, and of which kind.
final class SqliteSumInspection {

  private record Kind(long day, long model, long state) {}

  /// How many entries, and the halves of their ids, each taken together by exclusive or.
  private record Count(long entries, long high, long low) {
    static final Count NONE = new Count(0, 0, 0);

    static Count of(EntryId id) {
      UUID value = id.value();
      return new Count(1, value.getMostSignificantBits(), value.getLeastSignificantBits());
    }

    Count plus(Count other) {
      return new Count(entries + other.entries, high ^ other.high, low ^ other.low);
    }
  }

  private final SqliteConnection connection;
  private final SqliteLabels labels;
  private final ZoneId zone;
  private final Inspector inspector;
  private final Map<Kind, Count> counts = new HashMap<>();
  private final Set<EntryId> gone = new HashSet<>();

  SqliteSumInspection(
      SqliteConnection connection, SqliteLabels labels, ZoneId zone, Inspector inspector) {
    this.connection = connection;
    this.labels = labels;
    this.zone = zone;
    this.inspector = inspector;
  }

  /// Counts a row that the sums know.
  void count(ResultSet row, EntryId id) throws SQLException {
    add(new Kind(row.getLong("day"), row.getLong("model"), row.getLong("state")), id);
  }

  /// Counts an entry whose row is gone, and which has been named.
  void countGone(Entry entry) throws SQLException {
    gone.add(entry.id());
    SqliteRow row = SqliteRow.of(entry, zone, labels::known);
    add(new Kind(row.day(), row.model(), row.state()), entry.id());
  }

  private void add(Kind kind, EntryId id) {
    counts.merge(kind, Count.of(id), Count::plus);
  }

  /// Whether this entry that is gone has not been named before.
  boolean isNews(EntryId id) {
    return gone.add(id);
  }

  /// Says which entries are gone, or else of which kind they are.
  void compare() throws SQLException {
    connection.each(
        "SELECT day, model, state, entries, ids_high, ids_low FROM sum_day", this::compare);
  }

  private void compare(ResultSet row) throws SQLException {
    Kind kind = new Kind(row.getLong("day"), row.getLong("model"), row.getLong("state"));
    Count counted = counts.getOrDefault(kind, Count.NONE);
    Count kept = new Count(row.getLong("entries"), row.getLong("ids_high"), row.getLong("ids_low"));
    long missing = kept.entries() - counted.entries();
    if (row.getObject("ids_low") == null) {
      missing(kind, missing);
    } else if (missing == 1) {
      missing(kind, new UUID(kept.high() ^ counted.high(), kept.low() ^ counted.low()));
    } else if (kept.high() != counted.high() || kept.low() != counted.low()) {
      missing(kind, missing);
    }
  }

  private void missing(Kind kind, long entries) {
    if (entries > 0) {
      inspector.found(new BookFinding.Removed(null, entries, words(kind)));
    }
  }

  // One that counted elsewhere has been altered, and is there.
  private void missing(Kind kind, UUID value) throws SQLException {
    EntryId id = new EntryId(value);
    if (isId(value) && SqlitePlaces.find(connection, id) < 0 && isNews(id)) {
      inspector.found(new BookFinding.Removed(id, 1, words(kind)));
    }
  }

  // Otherwise somebody has changed the sum.
  private static boolean isId(UUID value) {
    return value.getLeastSignificantBits() != 0 || value.getMostSignificantBits() != 0;
  }

  private String words(Kind kind) {
    return "%s, %s, %s"
        .formatted(
            LocalDate.ofEpochDay(kind.day()),
            labels.text(kind.model()),
            SqliteState.of(kind.state()).word());
  }
}
