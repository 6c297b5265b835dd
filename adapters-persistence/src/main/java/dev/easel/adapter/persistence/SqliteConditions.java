package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.Condition;
import dev.easel.domain.ledger.Condition.Either;
import dev.easel.domain.ledger.Condition.Field;
import dev.easel.domain.ledger.Condition.Measure;
import dev.easel.domain.ledger.EntryState;
import java.util.Arrays;
import java.util.List;

/// Says conditions in SQL, with exactly the meaning of [Condition#matches].
final class SqliteConditions {

  private final SqliteLabels labels;

  /// Conditions on entries whose labels have been read.
  SqliteConditions(SqliteLabels labels) {
    this.labels = labels;
  }

  /// The condition in SQL.
  SqliteFilter filter(Condition condition) {
    return switch (condition) {
      case Condition.Not(Condition other) -> filter(other).negated();
      case Condition.AnyOf any ->
          SqliteFilter.any(any.conditions().stream().map(this::filter).toList());
      case Condition.Text text -> text(text);
      case Condition.Is is -> is(is);
      case Condition.Star(boolean set) -> SqliteFilter.of("entry.star = ?", set ? 1L : 0L);
      case Condition.Absent(Either what) -> absent(what);
      case Condition.Within within ->
          SqliteFilter.within(column(within.measure()), within.low(), within.high());
    };
  }

  private static SqliteFilter text(Condition.Text text) {
    return SqliteFilter.of(
        "EXISTS (SELECT 1 FROM words WHERE words MATCH ? AND words.rowid = entry.place)",
        SqliteMatch.of(text));
  }

  private SqliteFilter is(Condition.Is is) {
    return switch (is.field()) {
      case ID -> SqliteIdPattern.filter(is);
      case TAG -> tagged(numbers(is));
      case STATE, MODEL, PROVIDER, SIZE, QUALITY, FORMAT, CALLER, CODE ->
          SqliteFilter.in(column(is.field()), numbers(is));
    };
  }

  /// The numbers that a column has where the condition holds.
  List<Long> numbers(Condition.Is is) {
    return is.field() == Field.STATE
        ? Arrays.stream(EntryState.values())
            .filter(state -> is.accepts(state.word()))
            .map(SqliteState::number)
            .toList()
        : labels.matching(is::accepts);
  }

  private static SqliteFilter tagged(List<Long> numbers) {
    return numbers.isEmpty()
        ? SqliteFilter.NEVER
        : SqliteFilter.of(
            "EXISTS (SELECT 1 FROM tag WHERE tag.label IN (%s) AND tag.place = entry.place)"
                .formatted(SqliteFilter.list(numbers)));
  }

  private static SqliteFilter absent(Either what) {
    return switch (what) {
      case Either.Named(Field field) -> absent(field);
      case Either.Measured(Measure measure) -> SqliteFilter.of(column(measure) + " IS NULL");
    };
  }

  private static SqliteFilter absent(Field field) {
    return switch (field) {
      case ID, STATE, MODEL, PROVIDER -> SqliteFilter.NEVER;
      case TAG -> SqliteFilter.of("entry.tags = 0");
      case SIZE, QUALITY, FORMAT, CALLER, CODE -> SqliteFilter.of(column(field) + " IS NULL");
    };
  }

  /// The column of a field that has one.
  static String column(Field field) {
    return "entry." + field.name().toLowerCase(java.util.Locale.ROOT);
  }

  private static String column(Measure measure) {
    return "entry." + measure.name().toLowerCase(java.util.Locale.ROOT);
  }
}
