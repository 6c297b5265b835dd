package dev.easel.app.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.app.tui.Desk.Ran;
import dev.easel.app.tui.text.Cells;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The commands that read and mark the log.
class BooksTest {

  private static final String HOSTILE =
      "evil \\u001b[31mred\\u001b[0m \\u202eturned\\u0007 灯台と嵐🌊 " + "long ".repeat(60);

  @TempDir private Path directory;
  private Desk desk = new Desk(Path.of("."));

  @BeforeEach
  void sitDown() {
    desk = new Desk(directory);
  }

  @Test
  void anEmptyLogIsNoError() {
    Ran ran = desk.easel("log", "-n", "1");

    assertEquals(0, ran.exitCode(), ran.err());
    assertEquals("", ran.out());
    assertTrue(ran.err().contains("the log is empty"), ran.err());
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 100, 132})
  void rowsFitTheTerminalWhateverThePromptsSay(int width) throws IOException {
    importLines(line(HOSTILE));

    Ran ran = desk.with("NO_COLOR", "1").atTerminal(width).easel("log");

    assertEquals(0, ran.exitCode(), ran.err());
    assertEquals(2, ran.out().lines().count());
    ran.out().lines().forEach(line -> assertTrue(Cells.width(line) <= width, line));
    assertTrue(ran.out().contains("evil <U+001B>"), ran.out());
    assertHarmless(ran.out());
  }

  @Test
  void showsForeignTextInFullAndHarmless() throws IOException {
    importLines(line(HOSTILE));
    String id = newest().get("id").asString();

    Ran ran = desk.atTerminal(80).with("NO_COLOR", "1").easel("show", id);

    assertEquals(0, ran.exitCode(), ran.err());
    assertTrue(ran.out().contains("<U+202E>turned<U+0007> 灯台と嵐🌊 long long"), ran.out());
    assertHarmless(ran.out());
  }

  @Test
  void coloursOnlyATerminalThatWantsThem() {
    desk.easel("generate", "--sandbox", "a boat");

    assertFalse(desk.easel("log", "--sandbox").out().contains("\u001b"));
    assertTrue(desk.atTerminal(80).easel("log", "--sandbox").out().contains("\u001b["));
    assertFalse(desk.with("TERM", "dumb").easel("log", "--sandbox").out().contains("\u001b"));
    desk.with("TERM", "xterm").with("NO_COLOR", "1");
    assertFalse(desk.easel("log", "--sandbox").out().contains("\u001b"));
  }

  @Test
  void pagesThroughTheLogByItsCursor() throws IOException {
    importLines(line("one"), line("two"), line("three"));

    JsonNode first = desk.easel("log", "-n", "2", "--json").json();
    JsonNode rest =
        desk.easel("log", "-n", "2", "--json", "--cursor", first.get("next_cursor").asString())
            .json();

    assertEquals(2, first.get("count").asInt());
    assertEquals(1, rest.get("count").asInt());
    assertTrue(rest.get("next_cursor").isNull());
  }

  @Test
  void findsWhatTheQuerySays() throws IOException {
    importLines(line("a red boat"), line("a blue house"));

    assertEquals(1, desk.easel("log", "boat", "-blue", "--json").json().get("count").asInt());
    assertEquals(1, desk.easel("log", "text:red boat", "--json").json().get("count").asInt());
    assertEquals(
        2, desk.easel("log", "cost>0.01 since:3650d", "--json").json().get("count").asInt());
  }

  @Test
  void namesTheWordOfAQueryThatItDoesNotUnderstand() {
    Ran ran = desk.easel("log", "modle:x", "--json");

    assertEquals(2, ran.exitCode());
    assertEquals("bad_query", ran.json().get("code").asString());
    assertTrue(ran.json().get("error").asString().contains("'modle'"), ran.out());
  }

  @Test
  void takesTheLastSixCharactersOfAnIdAndSaysWhenThereIsNone() {
    JsonNode made = desk.easel("generate", "--sandbox", "a boat", "--json").json();
    String id = made.get("log_entry").get("id").asString();

    assertEquals(0, desk.easel("show", "--sandbox", id.substring(id.length() - 6)).exitCode());
    Ran ran = desk.easel("show", "--sandbox", "ffffff");
    assertEquals(2, ran.exitCode());
    assertTrue(ran.err().contains("no entry has the id 'ffffff'"), ran.err());
  }

  @Test
  void marksEntries() {
    desk.easel("generate", "--sandbox", "a boat");
    String id =
        desk.easel("log", "--sandbox", "--json").json().get("logs").get(0).get("id").asString();

    assertEquals(0, desk.easel("star", "--sandbox", id).exitCode());
    assertEquals(0, desk.easel("tag", "--sandbox", id, "+sea", "poster", "-hidden").exitCode());
    JsonNode marked = desk.easel("tag", "--sandbox", id, "-sea", "--json").json();

    assertTrue(marked.get("star").asBoolean());
    assertEquals("[\"poster\"]", marked.get("tags").toString());
    assertFalse(
        desk.easel("star", "--sandbox", id, "--off", "--json").json().get("star").asBoolean());
    assertEquals(2, desk.easel("tag", "--sandbox", id, "two words").exitCode());
  }

  @Test
  void settlesWhatIsUnknownAndNothingElse() {
    String unknown =
        desk.easel("generate", "--sandbox", "a boat", "--fault", "broken", "--json")
            .json()
            .get("id")
            .asString();

    assertEquals(2, desk.easel("settle", "--sandbox", unknown).exitCode());
    Ran settled =
        desk.easel("settle", "--sandbox", unknown, "--charged", "--usd", "0.04", "--json");
    assertEquals("0.04", settled.json().get("cost").get("usd").asString());
    assertEquals("by_hand", settled.json().get("cost").get("basis").asString());
    Ran again = desk.easel("settle", "--sandbox", unknown, "--not-charged");
    assertEquals(2, again.exitCode());
    assertTrue(again.err().contains("only what may have been charged"), again.err());
  }

  @Test
  void addsUpWhatWasSpentAndSaysWhatIsNotKnown() throws IOException {
    importLines(line("one"), line("two").replace("0.04", "null"));

    JsonNode sums = desk.easel("stats", "--json").json();
    Ran people = desk.easel("stats");

    assertEquals(2, sums.get("total_requests").asInt());
    assertEquals("0.04", sums.get("total_cost_estimate_usd").asString());
    assertEquals(1, sums.get("unpriced").asInt());
    assertTrue(people.out().contains("1 of 2 entries has no known cost"), people.out());
  }

  private JsonNode newest() {
    return desk.easel("log", "--json").json().get("logs").get(0);
  }

  private static String line(String prompt) {
    return ("{\"timestamp\":\"2026-11-20T10:30:00.123456\",\"model\":\"dall-e-3\",\"prompt\":\"%s\","
                + "\"parameters\":{\"size\":\"1024x1024\",\"quality\":\"standard\"},\"latency_ms\":2000,"
                + "\"cost_estimate_usd\":0.04,\"success\":true,\"image_url\":null}")
        .formatted(prompt);
  }

  private void importLines(String... lines) throws IOException {
    Path file = directory.resolve("old.jsonl");
    Files.writeString(file, String.join("\n", lines) + "\n");
    assertEquals(0, desk.easel("import", "old.jsonl").exitCode());
  }

  private static void assertHarmless(String text) {
    assertTrue(
        text.chars().noneMatch(point -> point != '\n' && (point < 0x20 || point == 0x202e)), text);
  }
}
