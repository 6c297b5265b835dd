package dev.easel.domain.ledger;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// What is looked for in the log: conditions that must all hold.
///
/// @param source as the user wrote it
public record Query(String source, List<Condition> conditions) {

  /// Every entry.
  public static final Query EVERYTHING = new Query("", List.of());

  /// Copies the conditions.
  public Query {
    conditions = List.copyOf(conditions);
  }

  /// Reads the query language.
  ///
  /// @param zone whose days and times of day are meant
  /// @param now what `7d` and `today` count from
  /// @throws QueryProblem when it cannot be understood
  public static Query parse(String text, ZoneId zone, Instant now) {
    return new QueryParser(text, zone, now).parse();
  }

  /// The same, of the entries of one caller only.
  public Query ofCaller(String caller) {
    return and(new Condition.Is(Condition.Field.CALLER, caller, false));
  }

  /// The same with one more condition that must hold.
  public Query and(Condition condition) {
    List<Condition> narrower = new ArrayList<>(conditions);
    narrower.add(condition);
    return new Query(source, narrower);
  }

  /// Whether every entry matches.
  public boolean everything() {
    return conditions.isEmpty();
  }

  /// Whether `entry` matches.
  public boolean matches(Entry entry) {
    return conditions.stream().allMatch(condition -> condition.matches(entry));
  }

  /// A query that cannot be understood.
  public static final class QueryProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String word;
    private final int place;

    /// A problem at a place.
    ///
    /// @param message one sentence that names the word and its place
    /// @param word the word that is not understood
    /// @param place where it begins, 1 for the first character
    public QueryProblem(String message, String word, int place) {
      super(message);
      this.word = word;
      this.place = place;
    }

    /// One sentence that names the word and its place.
    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }

    /// The word that is not understood.
    public String word() {
      return word;
    }

    /// Where it begins, 1 for the first character.
    public int place() {
      return place;
    }
  }
}
