package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.Condition;
import java.util.Optional;
import java.util.stream.Collectors;

/// Text conditions in the language of full-text search, in which every word is quoted, so that none
/// is taken for an operator.
final class SqliteMatch {

  private SqliteMatch() {}

  /// The expression for a condition that is about nothing but text.
  static Optional<String> of(Condition condition) {
    return switch (condition) {
      case Condition.Text text -> Optional.of(phrase(text));
      case Condition.AnyOf any when isText(any) ->
          Optional.of(
              any.conditions().stream()
                  .flatMap(part -> of(part).stream())
                  .collect(Collectors.joining(" OR ", "(", ")")));
      case Condition.AnyOf _,
          Condition.Not _,
          Condition.Is _,
          Condition.Star _,
          Condition.Absent _,
          Condition.Within _ ->
          Optional.empty();
    };
  }

  private static boolean isText(Condition.AnyOf any) {
    return !any.conditions().isEmpty()
        && any.conditions().stream().allMatch(part -> of(part).isPresent());
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
