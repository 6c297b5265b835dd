package dev.easel.app.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.app.tui.Desk.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// `easel prices` and `easel reprice`, over real price files and logs.
class PricesTest {

  @TempDir private Path directory;
  private Desk desk = new Desk(Path.of("."));

  @BeforeEach
  void sitDown() throws IOException {
    desk = new Desk(directory).with("NO_COLOR", "1");
    Files.writeString(
        directory.resolve("prices.json"),
        """
        {"prices": [
          {"provider": "openai", "ids": ["dall-e-3"], "source": "contract 17",
           "per_image": [{"size": "1024x1024", "quality": "standard", "usd": "0.03"}]},
          {"provider": "local", "ids": ["flux"], "until": "2026-01-31", "per_image": [{"usd": 0}]}
        ]}
        """);
  }

  private void importLines(String... lines) throws IOException {
    Files.writeString(directory.resolve("old.jsonl"), String.join("\n", lines) + "\n");
    assertEquals(0, desk.easel("import", "old.jsonl").exitCode());
  }

  private static String line(String model, String cost, String success) {
    return ("{\"timestamp\":\"2026-11-20T10:30:00\",\"model\":\"%s\",\"prompt\":\"p\","
            + "\"parameters\":{\"size\":\"1024x1024\",\"quality\":\"standard\",\"n\":1},"
            + "\"latency_ms\":1,\"cost_estimate_usd\":%s,\"success\":%s,\"image_url\":null}")
        .formatted(model, cost, success);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "jsonl"})
  void saysWhatHistoryWouldHaveCostAndChangesNothing(String backend) throws IOException {
    desk.with("EASEL_LOG_BACKEND", backend);
    importLines(
        line("dall-e-3", "0.04", "true"),
        line("dall-e-3", "null", "true"),
        line("nobody-knows", "0.5", "true"),
        line("dall-e-3", "0", "false"));
    String before = desk.easel("export").out();

    Ran people = desk.easel("reprice", "--book", "prices.json", "--each");
    JsonNode sums = desk.easel("reprice", "--book", "prices.json", "--json").json();
    JsonNode each = desk.easel("reprice", "--book", "prices.json", "--each", "--json").json();

    assertEquals(0, people.exitCode(), people.err());
    assertTrue(people.out().contains("differs  -$0.01  -25.0 %"), people.out());
    assertTrue(people.out().contains("of these, 1 entry with a figure named by"), people.out());
    assertTrue(people.out().contains("1 × no price for the model"), people.out());
    assertTrue(people.out().contains("no price is known for the model nobody-knows"));
    assertEquals(4, sums.get("entries").asInt());
    assertEquals("0.04", sums.get("recorded_usd").asString());
    assertEquals("0.03", sums.get("repriced_usd").asString());
    assertEquals("-0.01", sums.get("difference_usd").asString());
    assertEquals(1, sums.get("stated").get("entries").asInt());
    assertEquals(0, sums.get("found").get("entries").asInt());
    assertEquals(1, sums.get("uncharged").asInt());
    assertEquals("0.5", sums.get("unpriced").get("recorded_usd").asString());
    assertEquals(4, each.get("each").size());
    assertEquals(sums.get("by_model").toString(), each.get("by_model").toString());
    assertEquals(before, desk.easel("export").out());
  }

  @Test
  void theOtherPricesStandOverTheBuiltInOnes() {
    desk.easel("generate", "--sandbox", "a boat");

    JsonNode sums =
        desk.easel("reprice", "--sandbox", "--book", "prices.json", "boat", "--json").json();
    JsonNode none =
        desk.easel("reprice", "--sandbox", "--book", "prices.json", "-boat", "--each", "--json")
            .json();

    assertEquals(1, sums.get("compared").asInt());
    assertEquals("0", sums.get("difference_usd").asString());
    assertTrue(sums.get("price_book").asString().matches(".*\\+[0-9a-f]{6}"));
    assertEquals(0, none.get("entries").asInt());
    assertEquals(0, none.get("each").size());
  }

  @Test
  void refusesToRepriceWithoutUsablePrices() {
    assertEquals(2, desk.easel("reprice").exitCode());
    Ran missing = desk.easel("reprice", "--book", "nowhere.json");
    assertEquals(2, missing.exitCode());
    assertTrue(missing.err().contains("the price file "), missing.err());
    assertEquals(2, desk.easel("reprice", "--book", "prices.json", "cost:dear").exitCode());
  }

  @Test
  void pricesAloneShowsWhatIsBelowIt() {
    Ran ran = desk.easel("prices");

    assertEquals(0, ran.exitCode(), ran.err());
    assertTrue(ran.out().contains("  check  Find models near their end"), ran.out());
    assertTrue(ran.out().contains("  list   List the prices"), ran.out());
    assertEquals(ran.out(), desk.easel("prices", "--help").out());
    assertEquals(
        "[\"list\",\"check\"]", desk.easel("prices", "--json").json().get("commands").toString());
    assertEquals(2, desk.easel("prices", "chek").exitCode());
    assertTrue(desk.easel("prices", "check", "--help").out().contains("Examples:"));
  }

  @Test
  void listsPricesWithTheirDaysAndSources() {
    Ran own = desk.easel("prices", "list", "dall-e-3", "flux", "--set", "prices.file=prices.json");
    JsonNode builtIn = desk.easel("prices", "list", "gpt-image-2", "--json").json();

    assertTrue(own.out().contains("dall-e-3  always, yours\n"), own.out());
    assertTrue(own.out().contains("source   contract 17"), own.out());
    assertTrue(own.out().contains("flux at local  until 2026-01-31, yours, ended"), own.out());
    JsonNode first = builtIn.get("prices").get(0);
    assertTrue(first.get("holds").asBoolean());
    assertTrue(first.get("source").asString().startsWith("https://"));
    assertTrue(first.get("usd_per_million").has("image_output"));
    assertEquals(2, desk.easel("prices", "list", "dall-e-9").exitCode());
  }

  @Test
  void checksWhatHasEndedAndWhatDoesNotFit() throws IOException {
    Ran fresh = desk.easel("prices", "check", "--days", "0");
    assertFalse(Files.exists(desk.data()), "checking makes no log");
    importLines(
        line("dall-e-2", "0.02", "true").replace("2026-11-20T10:30:00", Instant.now().toString()));

    Ran ran =
        desk.easel(
            "prices",
            "check",
            "--set",
            "prices.file=prices.json",
            "--set",
            "default.model=dall-e-3");
    JsonNode json =
        desk.easel("prices", "check", "--json", "--set", "default.model=dall-e-3").json();

    assertEquals(0, fresh.exitCode(), fresh.err());
    assertEquals(0, ran.exitCode(), ran.err());
    String[] expected = {
      "shut down since 2026-05-12, use gpt-image-2.6-sunburst or gpt-image-2.6-flare"
          + "  your default model",
      "flux at local  ended on 2026-01-31, and no price holds now",
      "1024x1024, standard  $0.04 → $0.03 each  -25.0 %",
      "prices without a source\n  flux at local",
    };
    for (String words : expected) {
      assertTrue(ran.out().contains(words), ran.out());
    }
    assertEquals("dall-e-3", json.get("shutdowns").get(0).get("model").asString());
    assertTrue(json.get("shutdowns").get(0).get("default").asBoolean());
    assertEquals("dall-e-2", json.get("shutdowns").get(1).get("model").asString());
    assertTrue(json.get("shutdowns").get(1).get("recently_used").asBoolean());
    assertEquals(2, desk.easel("prices", "check", "--days", "-1").exitCode());
  }
}
