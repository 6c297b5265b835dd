package dev.easel.domain.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.ledger.Condition.AnyOf;
import dev.easel.domain.ledger.Condition.Field;
import dev.easel.domain.ledger.Condition.Is;
import dev.easel.domain.ledger.Condition.Measure;
import dev.easel.domain.ledger.Condition.Not;
import dev.easel.domain.ledger.Condition.Star;
import dev.easel.domain.ledger.Condition.Text;
import dev.easel.domain.ledger.Condition.Within;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QueryParserTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:30:00Z");

  private static List<Condition> conditions(String text) {
    return Query.parse(text, ZoneOffset.UTC, NOW).conditions();
  }

  private static Condition condition(String text) {
    List<Condition> conditions = conditions(text);
    assertEquals(1, conditions.size(), text);
    return conditions.getFirst();
  }

  private static Text text(String... words) {
    return new Text(List.of(words), false);
  }

  private static Condition none(Field field) {
    return new Condition.Absent(new Condition.Either.Named(field));
  }

  private static Condition none(Measure measure) {
    return new Condition.Absent(new Condition.Either.Measured(measure));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n", "\u3000", "\u00a0"})
  void nothingButSpaceAsksNothing(String text) {
    Query query = Query.parse(text, ZoneOffset.UTC, NOW);

    assertTrue(query.everything());
    assertEquals(text, query.source());
  }

  @Test
  void theSourceStaysAsItWasWritten() {
    assertEquals(" Fox  -dusk ", Query.parse(" Fox  -dusk ", ZoneOffset.UTC, NOW).source());
  }

  @Test
  void wordsAreFoldedAndAllRequired() {
    assertEquals(List.of(text("olgemalde"), text("fox")), conditions("Ölgemälde\u3000FOX"));
  }

  @Test
  void aWordOfSeveralIsAPhrase() {
    assertEquals(text("well", "known"), condition("well-known"));
    assertEquals(text("灯", "台"), condition("灯台"));
    assertEquals(text("gpt", "image", "2"), condition("gpt-image-2"));
    assertEquals(text("script", "alert", "1", "script"), condition("<script>alert(1)</script>"));
    assertEquals(text("a", "b"), condition("a=b"));
    assertEquals(text("i", "hearts", "you"), condition("I<hearts>you"));
  }

  @Test
  void quotesMakeAPhraseOfWhatTheyHold() {
    assertEquals(text("red", "fox"), condition("\"red fox\""));
    assertEquals(text("https", "x", "com", "a"), condition("\"https://x.com/a\""));
    assertEquals(text("model", "x"), condition("\"model:x\""));
    assertEquals(text("say", "hi"), condition("\"say \\\"hi\\\"\""));
    assertEquals(text("c", "temp"), condition("\"C:\\temp\""));
    assertEquals(text("minus"), condition("\"-minus\""));
  }

  @Test
  void aStarAtTheEndLetsTheLastWordGoOn() {
    assertEquals(new Text(List.of("light"), true), condition("Light*"));
    assertEquals(new Text(List.of("a", "light"), true), condition("\"a light\"*"));
    assertEquals(new Text(List.of("a", "light"), true), condition("a-light*"));
    assertEquals(text("light"), condition("\"light*\""));
  }

  @Test
  void aDashExcludes() {
    assertEquals(new Not(text("fox")), condition("-fox"));
    assertEquals(new Not(text("red", "fox")), condition("-\"red fox\""));
    assertEquals(new Not(new Is(Field.MODEL, "x", false)), condition("-model:x"));
    assertEquals(new Not(none(Field.TAG)), condition("-tag:none"));
  }

  @ParameterizedTest
  @CsvSource({
    "model,MODEL",
    "PROVIDER,PROVIDER",
    "Quality,QUALITY",
    "caller,CALLER",
    "tag,TAG",
    "code,CODE",
    "size,SIZE",
    "format,FORMAT"
  })
  void fieldsOfWordsTakeAValueInAnyCase(String name, Field field) {
    assertEquals(new Is(field, "value", false), condition(name + ":VaLuE"));
    assertEquals(new Is(field, "val", true), condition(name + ":val*"));
    assertEquals(new Is(field, "two words", false), condition(name + ":\"two words\""));
    assertEquals(
        new AnyOf(List.of(new Is(field, "a", false), new Is(field, "b", true))),
        condition(name + ":a,b*"));
  }

  @Test
  void noneIsWhatHasNoValueUnlessItIsQuoted() {
    assertEquals(none(Field.CALLER), condition("caller:none"));
    assertEquals(none(Field.SIZE), condition("size:NONE"));
    assertEquals(new Is(Field.CALLER, "none", false), condition("caller:\"none\""));
    assertEquals(new Is(Field.MODEL, "none", false), condition("model:none"));
    assertEquals(
        new AnyOf(List.of(none(Field.TAG), new Is(Field.TAG, "a", false))),
        condition("tag:none,a"));
    assertEquals(none(Measure.COST), condition("cost:none"));
    assertEquals(none(Measure.COST), condition("cost:unknown"));
    assertEquals(none(Measure.LATENCY), condition("latency:none"));
    assertEquals(new Not(none(Measure.COST)), condition("cost:*"));
    assertEquals(new Is(Field.TAG, "", true), condition("tag:*"));
  }

  @Test
  void quotedSignsInAValueMeanThemselves() {
    assertEquals(new Is(Field.TAG, "a,b", false), condition("tag:\"a,b\""));
    assertEquals(new Is(Field.TAG, "a*", false), condition("tag:\"a*\""));
    assertEquals(new Is(Field.TAG, "a:b", false), condition("tag:a:b"));
    assertEquals(new Is(Field.TAG, ">1", false), condition("tag:\">1\""));
    assertEquals(new Is(Field.TAG, "a\"b\\c\\d", false), condition("tag:\"a\\\"b\\\\c\\d\""));
    assertEquals(new Is(Field.TAG, "a\\b", false), condition("tag:a\\b"));
  }

  @Test
  void everydayWordsAreUnderstood() {
    assertEquals(new Is(Field.FORMAT, "jpeg", false), condition("format:JPG"));
    assertEquals(new Is(Field.SIZE, "1024x1536", false), condition("size:1024×1536"));
  }

  @Test
  void statesStarAndIdAreChecked() {
    assertEquals(new Is(Field.STATE, "unknown", false), condition("state:Unknown"));
    assertEquals(new Is(Field.STATE, "re", true), condition("state:re*"));
    assertEquals(new Star(true), condition("star:yes"));
    assertEquals(new Star(false), condition("star:NO"));
    assertEquals(new Is(Field.ID, "a3f09c", false), condition("id:A3F09C"));
  }

  @Test
  void textTakesWordsAndPhrases() {
    assertEquals(text("at", "dusk"), condition("text:\"At Dusk\""));
    assertEquals(new AnyOf(List.of(text("a"), text("b"))), condition("text:a,b"));
    assertEquals(new Text(List.of("light"), true), condition("text:light*"));
  }

  @ParameterizedTest
  @CsvSource({
    "cost>0.05, 50000001,",
    "cost:>0.05, 50000001,",
    "cost>=0.05, 50000000,",
    "cost:>=$0.05, 50000000,",
    "cost<0.05,, 49999999",
    "cost<=0.05,, 50000000",
    "cost:0.05, 50000000, 50000000",
    "cost:.05, 50000000, 50000000",
    "cost:0, 0, 0",
    "cost:0.01..0.05, 10000000, 50000000",
    "cost:0.01.., 10000000,",
    "cost:..0.05,, 50000000",
    "cost:0.01...5, 10000000, 500000000",
    // Between two nano-dollars there is nothing.
    "cost>0.0000000015, 2,",
    "cost>=0.0000000015, 2,",
    "cost<0.0000000015,, 1",
    "cost<=0.0000000015,, 1",
    "cost:0.0000000015, 2, 1",
  })
  void costsAreExact(String text, Long low, Long high) {
    assertEquals(new Within(Measure.COST, low, high), condition(text));
  }

  @ParameterizedTest
  @CsvSource({
    "latency>10s, 10000001,",
    "latency>=500, 500000,",
    "latency>=500ms, 500000,",
    "latency<2m,, 119999999",
    "latency:1.5s..1h, 1500000, 3600000000",
    "latency<0.0005,, 0",
    "latency:18345.67, 18345670, 18345670",
  })
  void latenciesHaveUnits(String text, Long low, Long high) {
    assertEquals(new Within(Measure.LATENCY, low, high), condition(text));
  }

  @Test
  void figuresBeyondAllMeasureAreStillComparable() {
    Within within = (Within) condition("cost<999999999999999");

    assertTrue(within.high() != null && within.high() > 1_000_000_000_000_000_000L);
  }

  @Test
  void severalRangesAreAlternatives() {
    assertEquals(
        new AnyOf(
            List.of(
                none(Measure.COST),
                new Within(Measure.COST, 0L, 0L),
                new Within(Measure.COST, 1_000_000_000L, 2_000_000_000L))),
        condition("cost:none,0,1..2"));
  }

  @ParameterizedTest
  @MethodSource
  void everyExampleOfTheHelpIsAQuery(String example) {
    assertTrue(!conditions(example).isEmpty());
  }

  static List<String> everyExampleOfTheHelpIsAQuery() {
    return java.util.stream.Stream.concat(
            QueryLanguage.fields().stream().map(QueryLanguage.Field::example),
            QueryLanguage.EXAMPLES.stream().map(QueryLanguage.Example::query))
        .toList();
  }

  @Test
  void theHelpNamesEveryFieldOfTheLanguage() {
    assertEquals(
        List.of(
            "model",
            "state",
            "provider",
            "size",
            "quality",
            "format",
            "caller",
            "tag",
            "star",
            "code",
            "id",
            "cost",
            "latency",
            "time",
            "since",
            "until",
            "text"),
        QueryLanguage.fields().stream().map(QueryLanguage.Field::name).toList());
  }
}
