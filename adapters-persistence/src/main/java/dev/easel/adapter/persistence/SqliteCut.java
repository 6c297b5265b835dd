package dev.easel.adapter.persistence;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The sums over finished entries that the log keeps, each in a table of its own: those over all
/// time, which are few enough to be kept in memory, and the same by days.
enum SqliteCut {
  /// By day, model and state.
  DAY("day, model, state", true),
  /// By caller.
  CALLER("model, state, caller"),
  /// By size and quality.
  SHAPE("model, state, size, quality"),
  /// Failures by code.
  CODE("model, state, code"),
  /// Settled entries by latency bucket.
  LATENCY("model, bucket"),
  /// By day and caller.
  DAY_CALLER("day, model, state, caller"),
  /// By day, size and quality.
  DAY_SHAPE("day, model, state, size, quality"),
  /// Failures by day and code.
  DAY_CODE("day, model, state, code"),
  /// Settled entries by day and latency bucket.
  DAY_LATENCY("day, model, bucket");

  private static final Set<String> LABELS = Set.of("model", "caller", "size", "quality", "code");

  // Sums of what is above it and of what is below it are exact.
  private static final long HALF = 1L << 32;

  private final String key;
  private final boolean ids;
  private final String upsert;

  SqliteCut(String key) {
    this(key, false);
  }

  SqliteCut(String key, boolean ids) {
    this.key = key;
    this.ids = ids;
    this.upsert = upsertStatement();
  }

  /// Apart, since the constants need it while they are made.
  private static final class Sums {
    static final String COLUMNS = "entries, cost, at_risk, unpriced, latency, timed";
    static final String IDS = "ids_high, ids_low";
  }

  /// The table's name.
  String table() {
    return "sum_" + name().toLowerCase(Locale.ROOT);
  }

  /// The statement that makes the table. `change` is that of the newest entry in the sum.
  String creation() {
    String columns =
        names(columns())
            .map(column -> "  " + column + " INTEGER NOT NULL,\n")
            .collect(Collectors.joining());
    return "CREATE TABLE %s (\n%s  change INTEGER NOT NULL,\n  PRIMARY KEY (%s)\n) STRICT, WITHOUT ROWID"
        .formatted(table(), columns, key);
  }

  /// Whether its sums tell which entries they are of: the two halves of all their ids, each taken
  /// together by exclusive or. Null where an older Easel began the sum.
  boolean tellsIds() {
    return ids;
  }

  /// The statement that adds to a sum: key, sums, ids where it tells them, and change are its
  /// values.
  String upsert() {
    return upsert;
  }

  // What passes the range of integers becomes a real number, which the cast takes back to its end.
  private String upsertStatement() {
    String sums =
        names(Sums.COLUMNS)
            .map(column ->
                "%s = CAST(%s + excluded.%s AS INTEGER), ".formatted(column, column, column))
            .collect(Collectors.joining());
    String exclusive =
        ids ? names(Sums.IDS).map(SqliteCut::exclusiveOr).collect(Collectors.joining()) : "";
    String columns = ids ? columns() + ", " + Sums.IDS : columns();
    String values = names(columns).map(_ -> "?, ").collect(Collectors.joining());
    return "INSERT INTO %s (%s, change) VALUES (%s?) ON CONFLICT DO UPDATE SET %s%schange = excluded.change"
        .formatted(table(), columns, values, sums, exclusive);
  }

  // SQLite has no exclusive or of its own.
  private static String exclusiveOr(String column) {
    return "%s = (%s | excluded.%s) - (%s & excluded.%s), "
        .formatted(column, column, column, column, column);
  }

  /// The query for the rows that changed after its one value: key, then sums.
  String changed() {
    return "SELECT %s FROM %s WHERE change > ?".formatted(columns(), table());
  }

  /// The query for the rows of the days from its first value to its second: key, then sums.
  String ofDays() {
    return "SELECT %s FROM %s WHERE day BETWEEN ? AND ?".formatted(columns(), table());
  }

  /// The query for what the days from its first value to its second add up to: the key without the
  /// day, then sums.
  String overDays() {
    String rest = key.replaceFirst("day, ", "");
    String sums = names(Sums.COLUMNS).map(SqliteCut::sum).collect(Collectors.joining(", "));
    return "SELECT %s, %s FROM %s WHERE day BETWEEN ? AND ? GROUP BY %s"
        .formatted(rest, sums, table(), rest);
  }

  /// The expression for the sum of a column of whole numbers. One beyond the range of integers
  /// stays at its end, where SQLite's own would fail.
  static String sum(String column) {
    return "CAST(sum(%s / %d) * %d + sum(%s %% %d) AS INTEGER)"
        .formatted(column, HALF, HALF, column, HALF);
  }

  private String columns() {
    return key + ", " + Sums.COLUMNS;
  }

  /// How many columns the key has.
  int width() {
    return Math.toIntExact(names(key).count());
  }

  /// The columns of the key that hold labels.
  List<String> labels() {
    return names(key).filter(LABELS::contains).toList();
  }

  private static Stream<String> names(String columns) {
    return Stream.of(columns.split(", "));
  }
}
