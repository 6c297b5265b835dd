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
    return String.join(" ", words.stream().map(QueryOptions::requoted).toList());
  }

  // The shell has taken the quotes off; a word with a space in it had some.
  private static String requoted(String word) {
    if (word.indexOf(' ') < 0 || word.indexOf('"') >= 0) {
      return word;
    }
    int colon = word.indexOf(':');
    boolean field =
        colon > 0
            && QueryLanguage.fields().stream()
                .anyMatch(known -> word.startsWith(known.name() + ":"));
    boolean terms =
        word.matches("(?s).*\\s-?[a-z]+[:<>].*") || word.matches("(?s)-?[a-z]+[:<>]\\S+\\s.*");
    if (terms) {
      return word;
    }
    return field ? word.substring(0, colon + 1) + '"' + word.substring(colon + 1) + '"' : word;
  }
}
