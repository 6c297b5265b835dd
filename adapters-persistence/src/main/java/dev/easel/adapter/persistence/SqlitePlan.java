package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Condition;
import dev.easel.domain.ledger.Condition.Field;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.EntryState;
import dev.easel.domain.ledger.Query;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// How the entries of a query are found: from the source that has few of them if one has, and else
/// from one that has them in order.
///
/// @param rest the conditions that the source leaves open
record SqlitePlan(SqliteSource source, SqliteSpan span, SqliteFilter rest) {

  /// Below this many entries, a source is read whole rather than in order.
  private static final long FEW = 5_000;

  private static final Long SETTLED = SqliteState.number(EntryState.SETTLED);

  private record Candidate(SqliteSource source, List<Condition> settles) {}

  /// Plans the search for the entries of `query` whose ids are lower than `before`.
  static SqlitePlan of(
      SqliteConnection connection, SqliteLabels labels, Query query, @Nullable EntryId before)
      throws SQLException {
    SqliteConditions conditions = new SqliteConditions(labels);
    SqliteSpan span = SqliteSpan.of(connection, query, before);
    Candidate best = best(connection, candidates(query, conditions), span);
    List<SqliteFilter> rest =
        query.conditions().stream()
            .filter(condition -> !best.settles().contains(condition))
            .map(conditions::filter)
            .toList();
    return new SqlitePlan(best.source(), span, SqliteFilter.all(rest));
  }

  /// The query for the place and other columns, highest place first; a limit is its last value.
  SqliteFilter select(String columns) {
    return source.select(columns, span, rest);
  }

  private static List<Candidate> candidates(Query query, SqliteConditions conditions) {
    List<Candidate> candidates = new ArrayList<>();
    text(query).ifPresent(candidates::add);
    for (Condition condition : query.conditions()) {
      source(condition, conditions)
          .map(source -> new Candidate(source, List.of(condition)))
          .ifPresent(candidates::add);
    }
    return candidates;
  }

  private static Candidate best(
      SqliteConnection connection, List<Candidate> candidates, SqliteSpan span)
      throws SQLException {
    Optional<Candidate> inOrder =
        candidates.stream().filter(candidate -> candidate.source().ordered()).findFirst();
    if (candidates.size() == 1 && inOrder.isPresent()) {
      return inOrder.get();
    }
    long fewest = FEW;
    Candidate best = inOrder.orElse(new Candidate(SqliteSource.EVERYTHING, List.of()));
    for (Candidate candidate : candidates) {
      long count = count(connection, candidate.source().count(span));
      if (count < fewest) {
        fewest = count;
        best = candidate;
      }
    }
    return best;
  }

  private static long count(SqliteConnection connection, SqliteFilter query) throws SQLException {
    long[] count = {0};
    connection.eachOnce(query.sql(), row -> count[0] = row.getLong(1), query.and(FEW));
    return count[0];
  }

  private static Optional<Candidate> text(Query query) {
    List<Condition> wanted = texts(query.conditions());
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    List<Condition> settles = new ArrayList<>(wanted);
    StringBuilder match = new StringBuilder("(" + joined(wanted) + ")");
    for (Condition condition : query.conditions()) {
      if (condition instanceof Condition.Not(Condition not)) {
        SqliteMatch.of(not)
            .ifPresent(unwanted -> {
              match.append(" NOT (").append(unwanted).append(')');
              settles.add(condition);
            });
      }
    }
    return Optional.of(new Candidate(SqliteSource.text(match.toString()), settles));
  }

  private static List<Condition> texts(List<Condition> conditions) {
    return conditions.stream().filter(condition -> SqliteMatch.of(condition).isPresent()).toList();
  }

  private static String joined(List<Condition> texts) {
    return texts.stream()
        .flatMap(text -> SqliteMatch.of(text).stream())
        .collect(Collectors.joining(" AND "));
  }

  private static Optional<SqliteSource> source(Condition condition, SqliteConditions conditions) {
    return switch (condition) {
      case Condition.Is is -> source(is, conditions);
      case Condition.AnyOf(List<Condition> any) -> source(any, conditions);
      case Condition.Star(boolean set) ->
          set ? Optional.of(SqliteSource.STARRED) : Optional.empty();
      case Condition.Not _, Condition.Text _, Condition.Absent _, Condition.Within _ ->
          Optional.empty();
    };
  }

  private static Optional<SqliteSource> source(Condition.Is is, SqliteConditions conditions) {
    return is.field() == Field.ID
        ? Optional.of(SqliteIdPattern.source(is))
        : source(is.field(), conditions.numbers(is));
  }

  // Several values of one field, as `model:a,b` has them.
  private static Optional<SqliteSource> source(List<Condition> any, SqliteConditions conditions) {
    List<Condition.Is> values =
        any.stream().filter(Condition.Is.class::isInstance).map(Condition.Is.class::cast).toList();
    List<Field> fields = values.stream().map(Condition.Is::field).distinct().toList();
    if (values.size() < any.size() || fields.size() != 1 || fields.getFirst() == Field.ID) {
      return Optional.empty();
    }
    return source(
        fields.getFirst(),
        values.stream().flatMap(is -> conditions.numbers(is).stream()).distinct().toList());
  }

  private static Optional<SqliteSource> source(Field field, List<Long> numbers) {
    if (numbers.isEmpty()) {
      return Optional.of(SqliteSource.NOTHING);
    }
    return switch (field) {
      case STATE ->
          numbers.contains(SETTLED) ? Optional.empty() : Optional.of(SqliteSource.states(numbers));
      case TAG -> Optional.of(SqliteSource.tags(numbers));
      case MODEL, PROVIDER, SIZE, QUALITY, FORMAT, CALLER, CODE ->
          Optional.of(SqliteSource.column(field.name().toLowerCase(Locale.ROOT), numbers));
      case ID -> Optional.empty();
    };
  }
}
