package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What of the columns of an entry changes. SQLite writes every index on a column that a statement
/// names, whether its value is another one or not, so the others are not named.
///
/// @param sql the statement; the values of the columns are followed by the change's number, whether
///   the entry has ended, and its place
/// @param changed the new values
record SqliteUpdate(String sql, List<@Nullable Object> changed) {

  /// A column that may change, and its value in a row.
  private record Column(String name, Value value) {}

  @FunctionalInterface
  private interface Value {
    @Nullable
    Object of(SqliteRow row);
  }

  private static final List<Column> COLUMNS =
      List.of(
          new Column("state", SqliteRow::state),
          new Column("size", SqliteRow::sizeOrNull),
          new Column("quality", SqliteRow::qualityOrNull),
          new Column("format", SqliteRow::format),
          new Column("code", SqliteRow::codeOrNull),
          new Column("cost", SqliteRow::cost),
          new Column("at_risk", SqliteRow::atRisk),
          new Column("latency", SqliteRow::latency),
          new Column("star", SqliteRow::star),
          new Column("tags", SqliteRow::tags));

  /// What makes `after` of `before`.
  static SqliteUpdate of(SqliteRow before, SqliteRow after) {
    StringBuilder sql = new StringBuilder("UPDATE entry SET ");
    List<@Nullable Object> changed = new ArrayList<>();
    for (Column column : COLUMNS) {
      Object value = column.value().of(after);
      if (!Objects.equals(column.value().of(before), value)) {
        sql.append(column.name()).append(" = ?, ");
        changed.add(value);
      }
    }
    sql.append("change = ?, owner = iif(?, NULL, owner) WHERE place = ?");
    return new SqliteUpdate(sql.toString(), changed);
  }

  /// The values of the statement.
  @Nullable
  Object[] values(long change, long ended, long place) {
    List<@Nullable Object> values = new ArrayList<>(changed);
    values.addAll(List.of(change, ended, place));
    return values.toArray();
  }
}
