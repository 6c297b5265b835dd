package dev.easel.domain.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.ledger.Query.QueryProblem;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class QueryPropertyTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:30:00Z");
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final List<String> PIECES =
      List.of(
          "model",
          "state",
          "cost",
          "latency",
          "time",
          "since",
          "until",
          "star",
          "tag",
          "id",
          "text",
          "caller",
          ":",
          ":",
          ":",
          ">",
          "<",
          ">=",
          "<=",
          "=",
          "..",
          ",",
          "*",
          "-",
          "\"",
          "\\",
          " ",
          " ",
          "0.05",
          "10s",
          "7d",
          "2026-11-23",
          "T10:30",
          "Z",
          "today",
          "none",
          "yes",
          "settled",
          "fox",
          "灯台",
          "🦊",
          "\u001b",
          "\ud83e",
          "\u202e",
          "\n",
          "ß",
          "99999999999999",
          ".",
          "$",
          "a3f0",
          "e");

  static List<Long> seeds() {
    return IntStream.range(0, 300).mapToObj(seed -> (long) seed).toList();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anyTextIsAQueryOrAProblemThatPointsIntoIt(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 20; round++) {
      String text = text(random);
      try {
        Query query = Query.parse(text, ZONE, NOW);
        assertEquals(text, query.source());
        assertEquals(query, Query.parse(text, ZONE, NOW));
        query.matches(RandomEntries.one(random, NOW, round));
      } catch (QueryProblem problem) {
        int length = text.codePointCount(0, text.length());
        assertTrue(problem.place() >= 1 && problem.place() <= length + 1, text);
        assertTrue(problem.getMessage().chars().noneMatch(Character::isISOControl), text);
      }
    }
  }

  private static String text(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    int pieces = random.nextInt(1, 12);
    for (int piece = 0; piece < pieces; piece++) {
      text.append(
          random.nextInt(12) == 0
              ? Character.toString(random.nextInt(0x11_0000))
              : PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anEntryIsFoundByWhatItSays(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Entry entry = RandomEntries.one(random, NOW.minusSeconds(random.nextLong(100_000)), 7);

    assertFound(entry, "model:" + quoted(entry.model()));
    assertFound(entry, "state:" + entry.state().word());
    assertFound(entry, "id:" + entry.id().shortForm());
    assertFound(entry, "star:" + (entry.star() ? "yes" : "no"));
    assertFound(entry, "caller:" + value(Optional.ofNullable(entry.caller())));
    assertFound(entry, "size:" + value(entry.size()));
    assertFound(entry, "format:" + value(entry.format()));
    assertFound(entry, "tag:" + value(entry.tags().stream().findFirst()));
    assertFound(entry, "time:" + EntryFields.time(entry.timestamp()));
    assertFound(entry, "since:" + EntryFields.time(entry.timestamp()));
    assertFound(entry, "until:" + EntryFields.time(entry.timestamp()));
    assertFound(
        entry, "cost:" + entry.cost().known().map(cost -> cost.usd().toString()).orElse("none"));
    Long latency = entry.latencyMicros();
    assertFound(entry, "latency:" + (latency == null ? "none" : EntryFields.millis(latency)));
    for (String word : Words.of(entry.prompt())) {
      assertFound(entry, word);
      assertFound(entry, "text:" + word + "*");
    }
  }

  private static String value(Optional<String> value) {
    return value.map(QueryPropertyTest::quoted).orElse("none");
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private static void assertFound(Entry entry, String query) {
    assertTrue(Query.parse(query, ZONE, NOW).matches(entry), query);
    assertTrue(!Query.parse("-" + query, ZONE, NOW).matches(entry), "-" + query);
  }
}
