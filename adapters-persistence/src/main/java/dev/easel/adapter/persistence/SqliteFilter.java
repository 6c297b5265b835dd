package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A condition in SQL on the table `entry`, true or false and never null, with its values.
record SqliteFilter(String sql, List<Object> values) {

  static final SqliteFilter ALWAYS = of("1");

  /// Holds for no place, and is no constant: beside one, SQLite finds no way by a partial index.
  static final SqliteFilter NEVER = of("(entry.place < 0)");

  /// Copies the values.
  SqliteFilter {
    values = List.copyOf(values);
  }

  static SqliteFilter of(String sql, Object... values) {
    return new SqliteFilter(sql, List.of(values));
  }

  /// A column has one of these numbers.
  static SqliteFilter in(String column, List<Long> numbers) {
    return numbers.isEmpty() ? NEVER : of("ifnull(%s IN (%s), 0)".formatted(column, list(numbers)));
  }

  /// A column lies between two bounds, both inclusive; null for none.
  static SqliteFilter within(String column, @Nullable Long low, @Nullable Long high) {
    long from = low == null ? Long.MIN_VALUE : low;
    long to = high == null ? Long.MAX_VALUE : high;
    return of("ifnull(%s BETWEEN ? AND ?, 0)".formatted(column), from, to);
  }

  /// The numbers as SQL writes a list.
  static String list(List<Long> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  /// All of them hold.
  static SqliteFilter all(List<SqliteFilter> filters) {
    return joined(filters, " AND ", ALWAYS);
  }

  /// At least one of them holds.
  static SqliteFilter any(List<SqliteFilter> filters) {
    return joined(filters, " OR ", NEVER);
  }

  private static SqliteFilter joined(List<SqliteFilter> filters, String by, SqliteFilter none) {
    if (filters.isEmpty()) {
      return none;
    }
    String sql = filters.stream().map(SqliteFilter::sql).collect(Collectors.joining(by, "(", ")"));
    List<Object> values = new ArrayList<>();
    filters.forEach(filter -> values.addAll(filter.values()));
    return new SqliteFilter(sql, values);
  }

  /// This holds, and the other too.
  SqliteFilter and(SqliteFilter other) {
    return all(List.of(this, other));
  }

  /// The values, and one more at the end.
  List<Object> and(long value) {
    List<Object> more = new ArrayList<>(values);
    more.add(value);
    return more;
  }

  /// With other values before its own.
  SqliteFilter after(List<Object> others) {
    List<Object> all = new ArrayList<>(others);
    all.addAll(values);
    return new SqliteFilter(sql, all);
  }

  /// It does not hold.
  SqliteFilter negated() {
    return new SqliteFilter("NOT " + sql, values);
  }
}
