package dev.easel.domain.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.ledger.Query.QueryProblem;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QueryProblemTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:30:00Z");

  private static QueryProblem problem(String text) {
    return assertThrows(QueryProblem.class, () -> Query.parse(text, ZoneOffset.UTC, NOW), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "fox modle:x|modle|5|did you mean model?",
        "https://x.com|https|1|put it in quotes: \"https://x.com\"",
        ":x|``|1|is no field",
        "price>5|price|1|The fields are model, state, provider",
        "a model:|model:|3|lacks a value",
        "model:a,,b|model:a,,b|1|lacks a value",
        "model:\"\"|model:|1|lacks a value",
        "state:done|done|7|the states are reserved, settled, released, unknown",
        "star:maybe|maybe|6|neither yes nor no",
        "star:yes,no|star:yes,no|1|only one value",
        "id:xyz|xyz|4|0-9, a-f",
        "model>3|model>3|1|only cost, latency and time can",
        "since>7d|since>7d|1|only cost, latency and time can",
        "model=x|model=x|1|write model:VALUE",
        "cost:cheap|cheap|6|write one such as 0.05",
        "cost>-1|-1|6|write one such as 0.05",
        "cost:1e9|1e9|6|write one such as 0.05",
        "cost:0.05..0.01|0.05..0.01|6|ends before it begins",
        "cost:..|..|6|from nothing to nothing",
        "cost>1,2|cost>1,2|1|only one value",
        "cost>|cost>|1|lacks a value",
        "latency:soon|soon|9|500ms, 10s or 2m",
        "until:soon|soon|7|2026-11-23T10:30",
        "fox - dusk|-|5|excludes nothing",
        "--fox|--fox|1|excludes nothing",
        "fox ...|...|5|no letter, digit or symbol",
        "*|*|1|no letter, digit or symbol",
        "a*b|a*b|1|only stand at the end",
        "fox \"red sky|\"|5|never closed",
        "model:\"x|\"|7|never closed",
        "\"\"|``|1|no letter, digit or symbol",
        "🦊 modle:x|modle|3|did you mean model?"
      })
  void aProblemNamesTheWordItsPlaceAndWhatIsAllowed(
      String text, String word, int place, String hint) {
    QueryProblem problem = problem(text);

    assertEquals(word, problem.word());
    assertEquals(place, problem.place());
    assertTrue(problem.getMessage().contains(hint), problem.getMessage());
    assertTrue(problem.getMessage().contains("at place " + place), problem.getMessage());
  }

  @Test
  void controlCharactersAreNamedByNumberAndNeverShown() {
    QueryProblem problem = problem("fox \u001b[31m");

    assertEquals(5, problem.place());
    assertEquals(
        "the character U+001B at place 5 cannot be searched for; leave it out",
        problem.getMessage());
    assertTrue(problem("model\u202e:x").getMessage().contains("modelU+202E"));
    assertEquals(1, problem("\ud83e").place());
    assertEquals(2, problem("\"\u0000\"").place());
  }

  @Test
  void longWordsAreShortened() {
    assertTrue(problem("x".repeat(1_500) + ":y").getMessage().length() < 350);
  }

  @Test
  void aQueryHasABoundedLength() {
    assertEquals(1, Query.parse("x".repeat(2_000), ZoneOffset.UTC, NOW).conditions().size());

    QueryProblem problem = problem("x".repeat(2_001));

    assertEquals(
        "the query has 2,001 characters, and at most 2,000 are read", problem.getMessage());
    assertEquals(2_001, problem.place());
  }

  @Test
  void aFieldHasABoundedNumberOfValues() {
    String fifty = "model:" + "x,".repeat(49) + "x";
    assertEquals(1, Query.parse(fifty, ZoneOffset.UTC, NOW).conditions().size());

    assertTrue(problem(fifty + ",x").getMessage().endsWith("lists more than 50 values"));
  }

  @Test
  void aQueryHasABoundedNumberOfWords() {
    assertEquals(50, Query.parse("x ".repeat(50), ZoneOffset.UTC, NOW).conditions().size());

    assertEquals(101, problem("x ".repeat(51)).place());
  }
}
