package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Condition;
import dev.easel.domain.ledger.Condition.Either;
import dev.easel.domain.ledger.Condition.Field;
import dev.easel.domain.ledger.Condition.Measure;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.EntryState;
import dev.easel.domain.ledger.Query;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How the entries of a query are found: from the source that has few of them if one has, and else
/// from one that has them in order.
///
/// @param rest what the source leaves open
/// @param without what text search finds and is not wanted; null when that is nothing, or in `rest`
record SqlitePlan(
    SqliteSource source, SqliteSpan span, SqliteFilter rest, @Nullable String without) {

  /// Below this many entries, a source is read whole rather than in order.
  private static final long FEW = 5_000;

  /// Below this many entries, unwanted text is looked for in each of them.
  private static final long VERY_FEW = 50;

  private static final Long SETTLED = SqliteState.number(EntryState.SETTLED);

  private record Candidate(SqliteSource source, List<Condition> settles) {}

  private record Choice(Candidate candidate, long entries) {}

  /// Plans the search for the entries of `query` whose ids are lower than `before`.
  ///
  /// @return what is to be searched, one after the other
  static List<SqlitePlan> all(
      SqliteConnection connection, SqliteLabels labels, Query query, @Nullable EntryId before)
      throws SQLException {
    SqliteSpan span = SqliteSpan.of(connection, query, before);
    if (SqliteTail.matters(query)) {
      SqliteTail tail = SqliteTail.of(connection);
      return List.of(
          of(tail.matching(connection, query, span)),
          of(connection, labels, query, tail.before(span)));
    }
    SqlitePlan plan = of(connection, labels, query, span);
    return plan.source.lags()
        ? plan.behind(
            SqliteTail.of(connection), filter(query.conditions(), new SqliteConditions(labels)))
        : List.of(plan);
  }

  // Each entry of the tail is looked at first.
  private List<SqlitePlan> behind(SqliteTail tail, SqliteFilter wanted) {
    return List.of(
        new SqlitePlan(SqliteSource.EVERYTHING, tail.in(span), wanted, null),
        new SqlitePlan(source, tail.before(span), rest, without));
  }

  private static SqliteFilter filter(List<Condition> conditions, SqliteConditions inSql) {
    return SqliteFilter.all(conditions.stream().map(inSql::filter).toList());
  }

  /// The plan for all entries of a source.
  static SqlitePlan of(SqliteSource source) {
    return new SqlitePlan(source, SqliteSpan.EVERYTHING, SqliteFilter.ALWAYS, null);
  }

  /// Plans the search for the entries of `query` in a span that search knows.
  static SqlitePlan of(
      SqliteConnection connection, SqliteLabels labels, Query query, SqliteSpan span)
      throws SQLException {
    SqliteConditions conditions = new SqliteConditions(labels);
    Choice best = best(connection, candidates(query, conditions), span);
    List<Condition> rest = new ArrayList<>(query.conditions());
    rest.removeAll(best.candidate().settles());
    List<Condition> unwanted = best.entries() < VERY_FEW ? List.of() : unwantedTexts(rest);
    rest.removeAll(unwanted);
    return new SqlitePlan(
        best.candidate().source(),
        span,
        filter(rest, conditions),
        unwanted.isEmpty() ? null : SqliteMatch.any(unwanted.stream().map(SqlitePlan::inner)));
  }

  /// The query for the place and other columns, highest place first; a limit is its last value.
  SqliteFilter select(String columns) {
    return without == null
        ? source.select(columns, span, rest)
        : source.selectWithout(without, columns, span, rest);
  }

  /// The query for the place and whether it is an entry that is wanted or only one on the way,
  /// highest place first; a limit is its last value.
  SqliteFilter search() {
    return without == null ? source.search(span, rest) : source.searchWithout(without, span, rest);
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

  private static Choice best(
      SqliteConnection connection, List<Candidate> candidates, SqliteSpan span)
      throws SQLException {
    long fewest = FEW;
    @Nullable Candidate best = null;
    for (Candidate candidate : candidates) {
      long count = count(connection, candidate.source().count(span));
      if (count < fewest) {
        fewest = count;
        best = candidate;
      }
    }
    return new Choice(best == null ? inOrder(candidates) : best, fewest);
  }

  private static Candidate inOrder(List<Candidate> candidates) {
    return candidates.stream()
        .filter(candidate -> candidate.source().ordered())
        .findFirst()
        .orElse(new Candidate(SqliteSource.EVERYTHING, List.of()));
  }

  private static long count(SqliteConnection connection, SqliteFilter query) throws SQLException {
    long[] count = {0};
    connection.eachOnce(query.sql(), row -> count[0] = row.getLong(1), query.and(FEW));
    return count[0];
  }

  private static Optional<Candidate> text(Query query) {
    List<Condition> wanted = query.conditions().stream().filter(SqliteMatch::isText).toList();
    return wanted.isEmpty()
        ? Optional.empty()
        : Optional.of(new Candidate(SqliteSource.text(SqliteMatch.all(wanted.stream())), wanted));
  }

  private static List<Condition> unwantedTexts(List<Condition> conditions) {
    return conditions.stream()
        .filter(Condition.Not.class::isInstance)
        .filter(not -> SqliteMatch.isText(inner(not)))
        .toList();
  }

  private static Condition inner(Condition condition) {
    return condition instanceof Condition.Not(Condition inner) ? inner : condition;
  }

  private static Optional<SqliteSource> source(Condition condition, SqliteConditions conditions) {
    return switch (condition) {
      case Condition.Is is -> source(is, conditions);
      case Condition.AnyOf(List<Condition> any) -> source(any, conditions);
      case Condition.Star(boolean set) ->
          set ? Optional.of(SqliteSource.STARRED) : Optional.empty();
      case Condition.Absent(Either what) -> source(what);
      case Condition.Not _, Condition.Text _, Condition.Within _ -> Optional.empty();
    };
  }

  // Most entries have a cost, a latency and a shape; most have no caller, code or tag.
  private static Optional<SqliteSource> source(Either absent) {
    return switch (absent) {
      case Either.Named(Field field) ->
          switch (field) {
            case SIZE, QUALITY, FORMAT -> Optional.of(SqliteSource.none(column(field)));
            case MODEL, STATE, PROVIDER, CALLER, TAG, CODE, ID -> Optional.empty();
          };
      case Either.Measured(Measure measure) ->
          switch (measure) {
            case COST, LATENCY ->
                Optional.of(SqliteSource.none(measure.name().toLowerCase(Locale.ROOT)));
            case TIME -> Optional.empty();
          };
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
          Optional.of(SqliteSource.column(column(field), numbers));
      case ID -> Optional.empty();
    };
  }

  private static String column(Field field) {
    return field.name().toLowerCase(Locale.ROOT);
  }
}
