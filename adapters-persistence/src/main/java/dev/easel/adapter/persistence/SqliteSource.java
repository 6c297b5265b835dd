package dev.easel.adapter.persistence;

import java.util.ArrayList;
import java.util.List;

/// Where the entries of a query are taken from, highest place first, and which of its conditions
/// that settles; the others are tried on each entry.
///
/// The statements name their index: SQLite is not to guess by which of them ten million entries are
/// read.
///
/// @param from tables and indexes
/// @param chosen what restricts them
/// @param place the column that holds the place
/// @param ordered whether the entries come in the order of places by themselves, so that a page of
///   many is as fast as one of few
/// @param lags whether it does not know the newest entries
record SqliteSource(String from, SqliteFilter chosen, String place, boolean ordered, boolean lags) {

  private static final String PLACE = "entry.place";

  // A prime, so that about one in so many places is a multiple of it, however places come about.
  private static final int MILES = 1_021;

  /// What a search says of an entry whose text is yet to be looked at.
  static final int UNSURE = 2;

  /// All entries.
  static final SqliteSource EVERYTHING =
      new SqliteSource("entry NOT INDEXED", SqliteFilter.ALWAYS, PLACE, true);

  /// No entries.
  static final SqliteSource NOTHING = new SqliteSource("entry", SqliteFilter.NEVER, PLACE, true);

  private SqliteSource(String from, SqliteFilter chosen, String place, boolean ordered) {
    this(from, chosen, place, ordered, false);
  }

  /// The entries with a star.
  static final SqliteSource STARRED =
      new SqliteSource(
          "entry INDEXED BY entry_star", SqliteFilter.of("entry.star = 1"), PLACE, true);

  /// The entries that have one of these numbers in a column with an index.
  static SqliteSource column(String column, List<Long> numbers) {
    return listed(column, one("entry." + column, numbers), single(numbers));
  }

  private static SqliteSource listed(String column, SqliteFilter chosen, boolean ordered) {
    SqliteFilter listed = chosen.and(SqliteFilter.of("entry.listed = 1"));
    return new SqliteSource("entry INDEXED BY entry_" + column, listed, PLACE, ordered, true);
  }

  /// The entries that have nothing in a column whose index knows them.
  static SqliteSource none(String column) {
    return listed(column, SqliteFilter.of("entry.%s IS NULL".formatted(column)), true);
  }

  /// The entries in one of these states, none of them settled, which most entries are.
  static SqliteSource states(List<Long> numbers) {
    SqliteFilter chosen = one("entry.state", numbers).and(SqliteFilter.of("entry.state <> 1"));
    return new SqliteSource("entry INDEXED BY entry_state", chosen, PLACE, single(numbers));
  }

  /// The entries with one of these tags.
  static SqliteSource tags(List<Long> numbers) {
    return single(numbers)
        ? new SqliteSource(
            "tag CROSS JOIN entry ON entry.place = tag.place",
            one("tag.label", numbers),
            "tag.place",
            true)
        : new SqliteSource(
            "entry",
            SqliteFilter.of(
                "entry.place IN (SELECT place FROM tag WHERE label IN (%s))"
                    .formatted(SqliteFilter.list(numbers))),
            PLACE,
            false);
  }

  /// The entries at these places.
  static SqliteSource places(List<Long> places) {
    return places.isEmpty() ? NOTHING : new SqliteSource("entry", one(PLACE, places), PLACE, true);
  }

  /// The entries that text search finds.
  static SqliteSource text(String match) {
    return new SqliteSource(
        "words CROSS JOIN entry ON entry.place = words.rowid",
        SqliteFilter.of("words MATCH ?", match),
        "words.rowid",
        true);
  }

  /// The entries whose ids begin like this.
  static SqliteSource idsBeginning(SqliteFilter pattern) {
    return new SqliteSource("entry INDEXED BY entry_id", pattern, PLACE, false);
  }

  /// The entries whose ids end like this.
  ///
  /// @param match with which text search finds them, and perhaps some others
  static SqliteSource idsEnding(SqliteFilter pattern, String match) {
    SqliteFilter near =
        SqliteFilter.of("entry.place IN (SELECT rowid FROM words WHERE words MATCH ?)", match);
    return new SqliteSource("entry", near.and(pattern), PLACE, false);
  }

  private static SqliteFilter one(String column, List<Long> numbers) {
    return SqliteFilter.of("%s IN (%s)".formatted(column, SqliteFilter.list(numbers)));
  }

  private static boolean single(List<Long> numbers) {
    return numbers.size() == 1;
  }

  /// The query for the place and other columns of the entries in a span that satisfy `filter`,
  /// highest place first; the most that are wanted is its last value.
  SqliteFilter select(String columns, SqliteSpan span, SqliteFilter filter) {
    SqliteFilter where = SqliteFilter.all(List.of(chosen, span.filter(place), filter));
    return new SqliteFilter(
        "SELECT entry.place, %s FROM %s WHERE %s ORDER BY %s DESC LIMIT ?"
            .formatted(columns, from, where.sql(), place),
        where.values());
  }

  /// The same query without the entries that text search finds. Both come in the order of places,
  /// so that SQLite takes the one from the other in passing.
  SqliteFilter selectWithout(String match, String columns, SqliteSpan span, SqliteFilter filter) {
    return selectWithout(SqliteFilter.of("words MATCH ?", match), columns, span, filter);
  }

  private SqliteFilter selectWithout(
      SqliteFilter match, String columns, SqliteSpan span, SqliteFilter filter) {
    SqliteFilter wanted = SqliteFilter.all(List.of(chosen, span.filter(place), filter));
    SqliteFilter unwanted = match.and(span.filter("words.rowid"));
    List<Object> values = new ArrayList<>(wanted.values());
    values.addAll(unwanted.values());
    return new SqliteFilter(
        """
        SELECT entry.place, %s FROM (
          SELECT %s AS place FROM %s WHERE %s
          EXCEPT SELECT words.rowid FROM words WHERE %s
          ORDER BY 1 DESC LIMIT ?
        ) AS found CROSS JOIN entry ON entry.place = found.place ORDER BY found.place DESC\
        """
            .formatted(columns, place, from, wanted.sql(), unwanted.sql()),
        values);
  }

  /// The query for the place of the entries in a span and whether they satisfy `filter`, highest
  /// place first: of all that do, and of the milestones among the others, so that whoever goes
  /// through them hears how far it is while nothing is found. The last value is as in [#select].
  SqliteFilter search(SqliteSpan span, SqliteFilter filter) {
    return select(filter.sql(), span, orMilestone(filter)).after(filter.values());
  }

  /// The same query without the entries that text search finds. A milestone that satisfies `filter`
  /// is said to be [#UNSURE]: to look it up among words that begin so takes as long as the search.
  SqliteFilter searchWithout(String match, SqliteSpan span, SqliteFilter filter) {
    SqliteFilter unwanted =
        SqliteFilter.of("words MATCH ? AND NOT " + milestone("words.rowid"), match);
    String whether =
        "CASE WHEN %s THEN %d * (%s) ELSE 1 END"
            .formatted(milestone("entry.place"), UNSURE, filter.sql());
    return selectWithout(unwanted, whether, span, orMilestone(filter)).after(filter.values());
  }

  private static SqliteFilter orMilestone(SqliteFilter filter) {
    return SqliteFilter.any(List.of(filter, SqliteFilter.of(milestone(PLACE))));
  }

  private static String milestone(String place) {
    return "(%s %% %d = 0)".formatted(place, MILES);
  }

  /// The query that counts its entries in a span; the most that are counted is its last value.
  SqliteFilter count(SqliteSpan span) {
    SqliteFilter where = chosen.and(span.filter(place));
    String narrow = from.replaceFirst(" CROSS JOIN entry ON .*", "");
    return new SqliteFilter(
        "SELECT count(*) FROM (SELECT 1 FROM %s WHERE %s LIMIT ?)".formatted(narrow, where.sql()),
        where.values());
  }
}
