package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.Condition;
import dev.easel.domain.ledger.Condition.Either;
import dev.easel.domain.ledger.Condition.Field;
import dev.easel.domain.ledger.Condition.Measure;
import dev.easel.domain.ledger.EntryState;
import dev.easel.domain.ledger.Query;
import java.util.List;

/// Queries that the sums by day can answer for whole days: those about nothing but times, models
/// and states.
///
/// @param conditions those that are not about times
record SqliteKept(List<Condition> conditions) {

  /// Whether the sums know all that `query` asks for.
  static boolean canAnswer(Query query) {
    return query.conditions().stream()
        .allMatch(condition -> isTime(condition) || isKept(condition));
  }

  /// What `query` asks for besides times.
  static SqliteKept of(Query query) {
    return new SqliteKept(
        query.conditions().stream().filter(condition -> !isTime(condition)).toList());
  }

  /// Whether a condition bounds the time.
  static boolean isTime(Condition condition) {
    return condition instanceof Condition.Within within && within.measure() == Measure.TIME;
  }

  private static boolean isKept(Condition condition) {
    return switch (condition) {
      case Condition.Is is -> isKept(is.field());
      case Condition.Absent(Either.Named(Field field)) -> isKept(field);
      case Condition.Absent(Either.Measured(Measure measure)) -> measure == Measure.TIME;
      case Condition.Not(Condition other) -> isKept(other);
      case Condition.AnyOf any -> any.conditions().stream().allMatch(SqliteKept::isKept);
      case Condition.Text _, Condition.Star _, Condition.Within _ -> false;
    };
  }

  private static boolean isKept(Field field) {
    return field == Field.MODEL || field == Field.STATE;
  }

  /// Whether entries of a model in a state satisfy the conditions.
  boolean holds(String model, EntryState state) {
    return conditions.stream().allMatch(condition -> holds(condition, model, state));
  }

  private static boolean holds(Condition condition, String model, EntryState state) {
    return switch (condition) {
      case Condition.Is is -> is.accepts(is.field() == Field.MODEL ? model : state.word());
      case Condition.Not(Condition other) -> !holds(other, model, state);
      case Condition.AnyOf any ->
          any.conditions().stream().anyMatch(part -> holds(part, model, state));
      case Condition.Absent _, Condition.Text _, Condition.Star _, Condition.Within _ -> false;
    };
  }
}
