package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.EntryId;
import java.sql.SQLException;
import java.util.List;

/// Gives entries their places: numbers that rise as ids do, so that every table and index which
/// holds a place is in the order of ids, at half an id's length. Text search, too, gives its finds
/// in this order.
///
/// The place of an id is its first 63 bits, or the nearest free number between those of its
/// neighbours. For as long as nobody else adds entries.
final class SqlitePlaces {

  private static final long HIGHEST = Long.MAX_VALUE;

  /// Leaves numbers for those that come after the highest of ids.
  private static final long HIGHEST_NATURAL = HIGHEST - (1L << 40);

  private record Newest(EntryId id, long place) {}

  private final SqliteConnection connection;
  private final SqliteWords words;
  private @Nullable Newest newest;

  SqlitePlaces(SqliteConnection connection, SqliteWords words) throws SQLException {
    this.connection = connection;
    this.words = words;
    this.newest =
        connection
            .first(
                "SELECT id, place FROM entry ORDER BY place DESC LIMIT 1",
                row -> new Newest(SqliteIds.of(row.getBytes(1)), row.getLong(2)))
            .orElse(null);
  }

  /// Whether there is an entry with this id.
  boolean taken(EntryId id) throws SQLException {
    return !isNewest(id) && find(connection, id) >= 0;
  }

  private boolean isNewest(EntryId id) {
    return newest == null || id.compareTo(newest.id()) > 0;
  }

  /// The place of the entry with this id, -1 when there is none.
  static long find(SqliteConnection connection, EntryId id) throws SQLException {
    return connection
        .first("SELECT place FROM entry WHERE id = ?", row -> row.getLong(1), SqliteIds.bytes(id))
        .orElse(-1L);
  }

  /// The place for a new entry with this id, which is not taken.
  long give(EntryId id) throws SQLException {
    if (isNewest(id)) {
      long place = newest == null ? natural(id) : Math.max(natural(id), newest.place() + 1);
      newest = new Newest(id, place);
      return place;
    }
    return between(id);
  }

  private static long natural(EntryId id) {
    return Math.min(id.value().getMostSignificantBits() >>> 1, HIGHEST_NATURAL);
  }

  private long between(EntryId id) throws SQLException {
    long below = neighbour("SELECT place FROM entry WHERE id < ? ORDER BY id DESC LIMIT 1", id, -1);
    long above = neighbour("SELECT place FROM entry WHERE id > ? ORDER BY id LIMIT 1", id, HIGHEST);
    if (below + 1 == above) {
      makeRoom(above);
      return above;
    }
    return Math.clamp(natural(id), below + 1, above - 1);
  }

  private long neighbour(String sql, EntryId id, long none) throws SQLException {
    return connection.first(sql, row -> row.getLong(1), SqliteIds.bytes(id)).orElse(none);
  }

  // Hardly ever: many ids that agree in their first 63 bits, written in another order than theirs.
  private void makeRoom(long from) throws SQLException {
    long to = from;
    while (connection.number("SELECT count(*) FROM entry WHERE place = ?", to + 1) > 0) {
      to++;
    }
    words.demand(to);
    for (long place = to; place >= from; place--) {
      moveUp(place);
    }
    if (newest != null && newest.place() <= to) {
      newest = new Newest(newest.id(), newest.place() + 1);
    }
  }

  private void moveUp(long place) throws SQLException {
    for (String table : List.of("entry", "document", "tag")) {
      connection.update("UPDATE " + table + " SET place = place + 1 WHERE place = ?", place);
    }
    words.moved(place);
  }
}
