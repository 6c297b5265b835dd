package dev.easel.domain.ledger;

import static dev.easel.domain.ledger.LogContract.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.usecase.MarkEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The page of the query language says what the parser does. `-Dgolden.apply=true` writes it anew.
final class QueryManualTest {

  private static final Path PAGE = Path.of("../docs/queries.md");
  private static final Pattern ROW = Pattern.compile("\\| `(.+)` \\| (.+) \\| `(.+)` \\|");
  private static final Pattern EXAMPLE = Pattern.compile("\\| `([^`]+)` \\| [^|`]+ \\|");

  private static List<String> page() throws IOException {
    return Files.readAllLines(PAGE);
  }

  private static List<MatchResult> found(Pattern pattern) throws IOException {
    return page().stream().flatMap(line -> pattern.matcher(line).results()).toList();
  }

  @Test
  void thePageInTheRepositoryIsTheOneThatIsServed() throws IOException {
    if (Boolean.getBoolean("golden.apply")) {
      Files.write(PAGE, QueryManual.lines());
    }
    assertEquals(String.join("\n", QueryManual.lines()), String.join("\n", page()));
  }

  @Test
  void everyFieldOfTheParserIsOnThePageWithAnExampleThatUsesIt() throws IOException {
    List<MatchResult> rows = found(ROW);
    assertEquals(
        Arrays.stream(QueryField.values()).map(QueryField::word).toList(),
        rows.stream().map(row -> row.group(1)).toList());
    for (MatchResult row : rows) {
      assertTrue(row.group(3).startsWith(row.group(1)), row.group());
      assertEquals(1, query(row.group(3)).conditions().size(), row.group());
    }
  }

  @Test
  void everyExampleIsUnderstood() throws IOException {
    List<MatchResult> examples = found(EXAMPLE);
    assertTrue(examples.size() >= QueryLanguage.EXAMPLES.size());
    examples.forEach(example -> query(example.group(1)));
  }

  @Test
  void theTagOfTheExampleCanBePutOn() {
    String tag = QueryField.TAG.example().substring("tag:".length());
    assertEquals(Set.of(tag), new MarkEntry.Marks(null, Set.of(tag), Set.of()).add());
  }

  @Test
  void whatThePageSaysOfBoundsAndPlacesIsSo() {
    query("a ".repeat(QueryWords.MOST));
    assertThrows(Query.QueryProblem.class, () -> query("a ".repeat(QueryWords.MOST + 1)));
    Query.QueryProblem problem =
        assertThrows(Query.QueryProblem.class, () -> query("sea stat:unknown"));
    assertEquals("stat", problem.word());
    assertEquals(5, problem.place());
  }
}
