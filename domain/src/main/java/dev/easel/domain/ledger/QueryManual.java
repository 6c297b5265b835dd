package dev.easel.domain.ledger;

import java.util.ArrayList;
import java.util.List;

/// The page of the query language: what the parser's own tables say.
public final class QueryManual {

  private QueryManual() {}

  /// Its lines, in Markdown.
  public static List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("# The query language");
    lines.add("");
    lines.add("It narrows entries in `easel log`, in the dashboard behind `/`, in `GET /logs?q=`,");
    lines.add("`GET /logs/stats?q=` and `GET /events?q=`.");
    lines.add("");
    QueryLanguage.RULES.forEach(rule -> lines.add("- " + rule));
    addFields(lines);
    addExamples(lines);
    addProblems(lines);
    return lines;
  }

  private static void addFields(List<String> lines) {
    lines.add("");
    lines.add("## Fields");
    lines.add("");
    lines.add("| field | takes | for example |");
    lines.add("|---|---|---|");
    for (QueryLanguage.Field field : QueryLanguage.fields()) {
      lines.add("| `%s` | %s | `%s` |".formatted(field.name(), field.takes(), field.example()));
    }
  }

  private static void addExamples(List<String> lines) {
    lines.add("");
    lines.add("## Examples");
    lines.add("");
    lines.add("| query | finds |");
    lines.add("|---|---|");
    for (QueryLanguage.Example example : QueryLanguage.EXAMPLES) {
      lines.add("| `%s` | %s |".formatted(example.query(), example.meaning()));
    }
  }

  private static void addProblems(List<String> lines) {
    lines.add("");
    lines.add("## What is not understood");
    lines.add("");
    lines.add("A query has at most %,d characters and".formatted(QueryWords.LONGEST));
    lines.add(
        "%d words. What is not understood is named with its place, 1 for the first"
            .formatted(QueryWords.MOST));
    lines.add("character; the server answers 400 with");
    lines.add(
        "`{\"success\":false,\"error\":\"…\",\"code\":\"bad_query\",\"id\":null,\"at\":{\"word\":\"stat\",\"column\":1}}`.");
  }
}
