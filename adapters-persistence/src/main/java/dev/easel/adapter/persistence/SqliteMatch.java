package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.Condition;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Text conditions in the language of full-text search, in which every word is quoted, so that none
/// is taken for an operator.
final class SqliteMatch {

  private SqliteMatch() {}

  /// Whether a condition is about nothing but text.
  static boolean isText(Condition condition) {
    return switch (condition) {
      case Condition.Text _ -> true;
      case Condition.AnyOf any ->
          !any.conditions().isEmpty() && any.conditions().stream().allMatch(SqliteMatch::isText);
      case Condition.Not _,
          Condition.Is _,
          Condition.Star _,
          Condition.Absent _,
          Condition.Within _ ->
          false;
    };
  }

  /// The expression for texts that must all be found.
  static String all(Stream<Condition> texts) {
    return joined(texts, " AND ");
  }

  /// The expression for texts of which one must be found.
  static String any(Stream<Condition> texts) {
    return joined(texts, " OR ");
  }

  private static String joined(Stream<Condition> texts, String by) {
    return texts.map(SqliteMatch::of).collect(Collectors.joining(by, "(", ")"));
  }

  /// The expression for a condition that is about nothing but text.
  static String of(Condition condition) {
    return switch (condition) {
      case Condition.Text text -> phrase(text);
      case Condition.AnyOf any -> any(any.conditions().stream());
      case Condition.Not _,
          Condition.Is _,
          Condition.Star _,
          Condition.Absent _,
          Condition.Within _ ->
          throw new IllegalArgumentException(condition + " is not about text");
    };
  }

  private static String phrase(Condition.Text text) {
    String words = String.join(" ", text.words());
    return text.prefix() ? beginning(words) : quoted(words);
  }

  /// The expression for words of which the last one may go on.
  static String beginning(String words) {
    return quoted(words) + " *";
  }

  private static String quoted(String words) {
    return "\"" + words.replace("\"", "\"\"") + "\"";
  }
}
