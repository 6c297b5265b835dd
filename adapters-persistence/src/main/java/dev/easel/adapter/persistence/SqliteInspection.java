package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.BookFinding;
import dev.easel.domain.ledger.Condition;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.Inspector;
import dev.easel.domain.ledger.Query;
import dev.easel.domain.ledger.Statistics;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Gives all that a log holds to an inspector, within one transaction that reads.
final class SqliteInspection {

  private static final String ROWS =
      """
      SELECT entry.*, document.text AS document, words_docsize.id AS indexed
      FROM entry
        LEFT JOIN document ON document.place = entry.place
        LEFT JOIN words_docsize ON words_docsize.id = entry.place
      ORDER BY entry.place
      """;
  private static final String LEFT_DOCUMENTS =
      """
      SELECT document.text FROM document LEFT JOIN entry ON entry.place = document.place
      WHERE entry.place IS NULL
      """;
  private static final String LEFT_WORDS =
      """
      SELECT count(*) FROM words_docsize LEFT JOIN entry ON entry.place = words_docsize.id
      WHERE entry.place IS NULL
      """;
  private static final String LEFT_KEYS =
      """
      SELECT idempotency_key.id FROM idempotency_key LEFT JOIN entry USING (id)
      WHERE entry.id IS NULL
      """;

  private static final String DAYS =
      """
      SELECT day FROM sum_day WHERE entries <> 0 UNION SELECT day FROM entry WHERE state = 0
      UNION SELECT day FROM %s\
      """
          .formatted(SqliteUnsummed.ROWS);

  private final SqliteConnection connection;
  private final SqliteLabels labels;
  private final ZoneId zone;
  private final Predicate<String> alive;
  private final Inspector inspector;
  private final SqliteRowInspection rows;
  private final SqliteSumInspection sums;

  /// @param alive whether an owner of entries still lives
  SqliteInspection(
      SqliteConnection connection,
      SqliteLabels labels,
      ZoneId zone,
      Predicate<String> alive,
      Inspector inspector) {
    this.connection = connection;
    this.labels = labels;
    this.zone = zone;
    this.alive = alive;
    this.inspector = inspector;
    this.rows = new SqliteRowInspection(connection, labels, zone, inspector);
    this.sums = new SqliteSumInspection(connection, labels, zone, inspector);
  }

  /// Looks at everything.
  void run() throws SQLException {
    labels.refresh(connection);
    lookForLabels();
    inspector.kept(new Inspector.Sums(zone, statistics(Query.EVERYTHING), days()));
    connection.each("PRAGMA integrity_check", row -> integrity(row.getString(1)));
    long indexed = SqliteWords.indexed(connection);
    long summed = SqliteSums.known(connection, Long.MAX_VALUE);
    connection.each(ROWS, row -> row(row, indexed, summed));
    rows.end();
    leftovers();
    sums.compare();
    new SqliteWitnessInspection(connection, inspector).run();
    connection.each("SELECT number, reason FROM raw ORDER BY number", this::raw);
  }

  private void lookForLabels() throws SQLException {
    for (SqliteCut cut : SqliteCut.values()) {
      lookForLabels(cut.table(), cut.labels());
    }
    lookForLabels("entry", List.of("model", "provider", "size", "quality", "caller", "code"));
  }

  // Nothing can be told of entries and sums whose words are gone.
  private void lookForLabels(String table, List<String> columns) throws SQLException {
    for (String column : columns) {
      String missing =
          "SELECT count(*) FROM %s WHERE %s NOT IN (SELECT number FROM label)"
              .formatted(table, column);
      if (connection.number(missing) > 0) {
        throw new SQLiteException(
            "the table %s speaks of words in %s that are gone".formatted(table, column),
            SQLiteErrorCode.SQLITE_CORRUPT);
      }
    }
  }

  private Statistics statistics(Query query) throws SQLException {
    return new SqliteStatistics(labels, zone).of(connection, query);
  }

  private SortedMap<LocalDate, Statistics> days() throws SQLException {
    SortedMap<LocalDate, Statistics> days = new TreeMap<>();
    List<Long> numbers = connection.list(DAYS, row -> row.getLong(1));
    for (long number : numbers) {
      LocalDate day = LocalDate.ofEpochDay(number);
      Condition within =
          new Condition.Within(
              Condition.Measure.TIME, start(day, zone), start(day.plusDays(1), zone) - 1);
      days.put(day, statistics(new Query(day.toString(), List.of(within))));
    }
    return days;
  }

  private static long start(LocalDate day, ZoneId zone) {
    Instant start = day.atStartOfDay(zone).toInstant();
    return Condition.Measure.micros(start);
  }

  private void integrity(String words) {
    if (!words.equals("ok")) {
      inspector.found(new BookFinding.Broken("database", "SQLite says: " + words));
    }
  }

  private void row(ResultSet row, long indexed, long summed) throws SQLException {
    EntryId id = SqliteIds.of(row.getBytes("id"));
    rows.entry(row, id, indexed).ifPresent(inspector::entry);
    String owner = row.getString("owner");
    if (row.getLong("state") == 0 && (owner == null || !alive.test(owner))) {
      inspector.found(new BookFinding.Abandoned(id));
    }
    if (row.getLong("change") <= summed) {
      sums.count(row, id);
    }
  }

  private void leftovers() throws SQLException {
    connection.each(LEFT_DOCUMENTS, row -> leftDocument(row.getString(1)));
    connection.each(LEFT_KEYS, row -> leftKey(SqliteIds.of(row.getBytes(1))));
    long words = connection.number(LEFT_WORDS);
    if (words > 0) {
      String how = "it finds " + words + " that are not there";
      inspector.found(new BookFinding.Broken("text search", how));
    }
  }

  private void leftDocument(String document) throws SQLException {
    Optional<Entry> entry = SqliteRowInspection.read(document);
    if (entry.isPresent()) {
      sums.countGone(entry.get());
    }
    EntryId id = entry.map(Entry::id).orElse(null);
    inspector.found(new BookFinding.Removed(id, 1, "its row is gone, and its document is left"));
  }

  private void leftKey(EntryId id) {
    if (sums.isNews(id)) {
      String what = "its row is gone, and its idempotency key is left";
      inspector.found(new BookFinding.Removed(id, 1, what));
    }
  }

  private void raw(ResultSet row) throws SQLException {
    String place = "raw line " + row.getLong(1);
    inspector.found(new BookFinding.Foreign(place, row.getString(2)));
  }
}
