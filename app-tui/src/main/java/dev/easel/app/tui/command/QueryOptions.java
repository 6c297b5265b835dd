package dev.easel.app.tui.command;

import dev.easel.domain.ledger.QueryLanguage;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Parameters;

/// The words of a query on the command line.
final class QueryOptions {

  @Parameters(
      paramLabel = "QUERY",
      arity = "0..*",
      description = "What to look for, such as `lighthouse state:settled since:7d`.")
  private final List<String> words = new ArrayList<>();

  /// The query, its words put together again as they were typed.
  String query() {
    return String.join(
        " ", words.stream().map(MinusWords::typed).map(QueryOptions::requoted).toList());
  }

  // The shell has taken the quotes off: text:"red boat" arrives as one word with a space in it.
  // Where
  // another field follows, whole terms were quoted, and they stay as they are.
  private static String requoted(String word) {
    int colon = word.indexOf(':');
    boolean spaced = word.indexOf(' ') > 0 && word.indexOf('"') < 0;
    if (!spaced || colon < 0 || !isField(word.substring(0, colon))) {
      return word;
    }
    String value = word.substring(colon + 1);
    boolean terms = value.matches("(?s).*\\s-?[a-z]+[:<>].*");
    return terms ? word : word.substring(0, colon + 1) + '"' + value + '"';
  }

  private static boolean isField(String name) {
    String bare = name.startsWith("-") ? name.substring(1) : name;
    return QueryLanguage.fields().stream().anyMatch(field -> field.name().equals(bare));
  }
}
