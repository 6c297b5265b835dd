package dev.easel.adapter.persistence;

import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.BookFinding;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.EntryReading.NotAnEntry;
import dev.easel.domain.ledger.Inspector;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Looks whether what stands in the tables about an entry agrees with its document.
final class SqliteRowInspection {

  private final SqliteConnection connection;
  private final SqliteLabels labels;
  private final ZoneId zone;
  private final Inspector inspector;
  private @Nullable EntryId last;
  private long tags;

  SqliteRowInspection(
      SqliteConnection connection, SqliteLabels labels, ZoneId zone, Inspector inspector) {
    this.connection = connection;
    this.labels = labels;
    this.zone = zone;
    this.inspector = inspector;
  }

  /// The entry of a row, if its document can be read.
  ///
  /// @param indexed the highest place that text search knows
  Optional<Entry> entry(ResultSet row, EntryId id, long indexed) throws SQLException {
    String place = "row " + row.getLong("place");
    order(id, place);
    search(row, id, indexed);
    String document = row.getString("document");
    if (document == null) {
      altered(id, place, "its document is gone");
      return Optional.empty();
    }
    return entry(row, id, place, document);
  }

  private void search(ResultSet row, EntryId id, long indexed) throws SQLException {
    boolean known = row.getLong("place") <= indexed;
    if (known && row.getObject("indexed") == null) {
      inspector.found(new BookFinding.Broken("text search", "it does not know the entry " + id));
    }
    if (known && row.getLong("listed") != 1) {
      inspector.found(new BookFinding.Broken("search", "its indexes do not know the entry " + id));
    }
  }

  private Optional<Entry> entry(ResultSet row, EntryId id, String place, String document)
      throws SQLException {
    try {
      Fields fields = JsonFields.of(document);
      Entry entry = SqliteDocuments.read(document);
      inspector.written(entry, fields, place);
      columns(row, entry, id, place);
      tags(row.getLong("place"), entry, place);
      return Optional.of(entry);
    } catch (NotAnEntry | SQLException unreadable) {
      altered(id, place, String.valueOf(unreadable.getMessage()));
      return Optional.empty();
    }
  }

  /// The entry of a document, if it can be read.
  static Optional<Entry> read(String document) {
    try {
      return Optional.of(SqliteDocuments.read(document));
    } catch (SQLException _) {
      return Optional.empty();
    }
  }

  private void order(EntryId id, String place) {
    if (last != null && id.compareTo(last) <= 0) {
      altered(id, place, "it does not stand in the order of ids");
    }
    last = id;
  }

  private void columns(ResultSet row, Entry entry, EntryId id, String place) throws SQLException {
    if (!entry.id().equals(id)) {
      altered(id, place, "its document is that of the entry " + entry.id());
    }
    for (Map.Entry<String, @Nullable Long> column : columns(entry).entrySet()) {
      String name = column.getKey();
      if (!Objects.equals(SqliteRow.number(row, name), column.getValue())) {
        altered(id, place, "its column %s does not agree with its document".formatted(name));
      }
    }
  }

  private Map<String, @Nullable Long> columns(Entry entry) throws SQLException {
    SqliteRow row = SqliteRow.of(entry, zone, labels::known);
    Map<String, @Nullable Long> columns = new LinkedHashMap<>();
    columns.put("time", row.time());
    columns.put("day", row.day());
    columns.put("state", row.state());
    columns.put("model", row.model());
    columns.put("provider", row.provider());
    columns.put("size", row.sizeOrNull());
    columns.put("quality", row.qualityOrNull());
    columns.put("format", row.format());
    columns.put("caller", row.callerOrNull());
    columns.put("code", row.codeOrNull());
    columns.put("cost", row.cost());
    columns.put("at_risk", row.atRisk());
    columns.put("latency", row.latency());
    columns.put("star", row.star());
    columns.put("tags", row.tags());
    return columns;
  }

  private void tags(long place, Entry entry, String where) throws SQLException {
    Set<Long> numbers = entry.tags().stream().map(labels::known).collect(Collectors.toSet());
    tags += numbers.size();
    for (long number : numbers) {
      String sql = "SELECT count(*) FROM tag WHERE label = ? AND place = ?";
      if (connection.number(sql, number, place) == 0) {
        altered(entry.id(), where, "it is not found under one of its tags");
      }
    }
  }

  /// After the last row: looks whether there are tags of nobody.
  void end() throws SQLException {
    long rows = connection.number("SELECT count(*) FROM tag");
    if (rows != tags) {
      String how = "the entries have %d, and the table has %d".formatted(tags, rows);
      inspector.found(new BookFinding.Broken("tags", how));
    }
  }

  private void altered(EntryId id, String place, String how) {
    inspector.found(new BookFinding.Altered(id, place, how));
  }
}
