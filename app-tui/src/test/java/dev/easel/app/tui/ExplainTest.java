package dev.easel.app.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.app.tui.Desk.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// `easel explain`, over real logs.
class ExplainTest {

  @TempDir private Path directory;
  private Desk desk = new Desk(Path.of("."));

  @BeforeEach
  void sitDown() {
    desk = new Desk(directory).with("NO_COLOR", "1");
  }

  private String made(String... more) {
    desk.easel(
        Stream.concat(Stream.of("generate", "--sandbox", "a boat"), Stream.of(more))
            .toArray(String[]::new));
    return desk.easel("log", "--sandbox", "--json").json().get("logs").get(0).get("id").asString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "jsonl"})
  void explainsEachLineOfACostByEitherLog(String backend) {
    desk.with("EASEL_LOG_BACKEND", backend);
    String id = made("--quality", "auto");

    Ran people = desk.easel("explain", "--sandbox", id.substring(id.length() - 6));
    JsonNode document = desk.easel("explain", "--sandbox", id, "--json").json();

    assertEquals(0, people.exitCode(), people.err());
    assertTrue(people.out().contains("the provider reported the tokens"), people.out());
    assertTrue(people.out().contains("at $30.00 per million"), people.out());
    assertTrue(people.out().contains("reported by the provider"), people.out());
    assertTrue(people.out().contains("the lines add up to $0.0"), people.out());
    assertTrue(people.out().contains("source   https://developers.openai.com/"), people.out());
    assertTrue(people.out().contains("usage    {\"input_tokens\":"), people.out());
    assertTrue(people.out().contains("quality was asked for as auto, and came out as "));
    assertTrue(people.out().contains("gives the same figure"), people.out());
    assertEquals(id, document.get("id").asString());
    assertEquals(document.get("usd").asString(), document.get("sum").get("usd").asString());
  }

  @Test
  void explainsWhatMayHaveBeenCharged() {
    String id = made("--fault", "broken");

    Ran ran = desk.easel("explain", "--sandbox", id);

    assertTrue(ran.out().contains("it may have been charged: it went out"), ran.out());
    assertTrue(
        ran.out().contains("is at risk, the high end of the estimate that was reserved"),
        ran.out());
    assertTrue(ran.out().contains("counted by Easel"), ran.out());
  }

  @Test
  void explainsWhyNothingWasChargedAndWhatWasWaitedFor() {
    String refused = desk.easel("explain", "--sandbox", made("--fault", "moderation")).out();
    String waited = desk.easel("explain", "--sandbox", made("--fault", "rate-limit:1")).out();

    assertTrue(refused.contains("nothing was charged: the provider refused it"), refused);
    assertTrue(waited.contains("attempt  rate_limit_exceeded: "), waited);
    assertTrue(waited.contains("; waited "), waited);
  }

  @Test
  void tellsWhatTheUsersOwnPricesWouldMakeOfIt() throws IOException {
    String id = made();
    Files.writeString(
        directory.resolve("prices.json"),
        """
        {"prices": [{"provider": "openai", "ids": ["gpt-image-2"], "per_image": [{"usd": "0.01"}]}]}
        """);

    Ran ran = desk.easel("explain", "--sandbox", id, "--set", "prices.file=prices.json");

    assertTrue(ran.out().contains(" gives $0.01 for it, "), ran.out());
    assertTrue(ran.out().contains(" less than the entry has"), ran.out());
  }

  @Test
  void showsForeignTextHarmless() throws IOException {
    Files.writeString(
        directory.resolve("old.jsonl"),
        """
        {"timestamp":"2026-11-20T10:30:00","model":"x\\u001b[31m","prompt":"p","parameters":{},\
        "latency_ms":1,"cost_estimate_usd":null,"success":true,"image_url":null}
        """);
    assertEquals(0, desk.easel("import", "old.jsonl").exitCode());
    String id = desk.easel("log", "--json").json().get("logs").get(0).get("id").asString();

    Ran ran = desk.easel("explain", id);

    assertTrue(ran.out().contains("no price is known for the model x<U+001B>"), ran.out());
    assertFalse(ran.out().contains("\u001b"));
    assertEquals(2, desk.easel("explain", "ffffff").exitCode());
  }
}
