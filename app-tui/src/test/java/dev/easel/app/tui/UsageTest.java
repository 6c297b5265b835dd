package dev.easel.app.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.app.tui.Desk.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Help, wrong usage, configuration, and the commands that need no log.
class UsageTest {

  @TempDir private Path directory;
  private Desk desk = new Desk(Path.of("."));

  @BeforeEach
  void sitDown() {
    desk = new Desk(directory);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "generate",
        "edit",
        "estimate",
        "models",
        "log",
        "show",
        "explain",
        "reprice",
        "prices",
        "stats",
        "status",
        "settle",
        "star",
        "tag",
        "import",
        "export",
        "convert",
        "serve",
        "sandbox",
        "doctor",
        "completion"
      })
  void everyCommandHasHelpWithExamplesAndTheOptionsOfAll(String command) {
    Ran ran = desk.easel(command, "--help");

    assertEquals(0, ran.exitCode(), ran.err());
    assertTrue(ran.out().contains("Usage: easel " + command), ran.out());
    assertTrue(ran.out().contains("Examples:"), ran.out());
    assertTrue(ran.out().contains("--json"), ran.out());
    assertTrue(ran.out().contains("--set=KEY=VALUE"), ran.out());
    assertTrue(desk.easel("--help").out().contains("\n  " + command + " "), command);
    assertFalse(Files.exists(desk.data()), "help opens no log");
  }

  @Test
  void theDashboardWithoutATerminalSaysWhatToTry() {
    Ran ran = desk.easel();

    assertEquals(2, ran.exitCode());
    assertEquals("", ran.out());
    assertTrue(ran.err().contains("needs a terminal"), ran.err());
    assertTrue(ran.err().contains("easel --plain"), ran.err());
    assertFalse(Files.exists(desk.data()), "nothing was opened");
  }

  @Test
  void theDashboardSaysSoWithOptionsToo() {
    Ran ran = desk.easel("--ascii");

    assertEquals(2, ran.exitCode());
    assertTrue(ran.err().startsWith("easel: the dashboard needs a terminal"), ran.err());
  }

  @Test
  void theDashboardPrintsItselfOnceAsText() {
    Ran ran = desk.easel("--plain");

    assertEquals(0, ran.exitCode(), ran.err());
    assertTrue(ran.out().startsWith(" Easel"), ran.out());
    assertFalse(ran.out().contains("\u001b"), ran.out());
  }

  @Test
  void asciiIsNothingButAscii() {
    Ran ran = desk.easel("--plain", "--ascii");

    assertTrue(ran.out().chars().allMatch(character -> character < 0x7f), ran.out());
  }

  @Test
  void tellsItsVersionBeforeAndBehindACommand() {
    assertEquals("easel test\n", desk.easel("--version").out());
    assertEquals("easel test\n", desk.easel("log", "--version").out());
  }

  @Test
  void guessesWhatATypoMeans() {
    Ran ran = desk.easel("generat", "a boat");

    assertEquals(2, ran.exitCode());
    assertTrue(
        ran.err().contains("there is no command 'generat'; did you mean generate?"), ran.err());
  }

  @Test
  void helpBeforeACommandIsTheHelpOfAll() {
    assertEquals(desk.easel("--help").out(), desk.easel("--help", "log").out());
  }

  @Test
  void completesEveryCommand() {
    String script = desk.easel("completion").out();
    desk.easel("--help")
        .out()
        .lines()
        .filter(line -> line.matches("  [a-z]+ {3,}.*"))
        .map(line -> line.strip().split(" ", 2)[0])
        .forEach(command -> assertTrue(script.contains("_picocli_easel_" + command), command));
  }

  @Test
  void wrongUsageIsOneErrorShapeInJson() {
    JsonNode error = desk.easel("log", "--no-such-option", "--json").json();

    assertFalse(error.get("success").asBoolean());
    assertEquals("wrong_usage", error.get("code").asString());
    assertTrue(error.get("id").isNull());
  }

  @Test
  void listsAllProblemsOfTheConfiguration() {
    Ran ran = desk.easel("log", "--set", "log.backend=x", "--set", "log.bakend=jsonl");

    assertEquals(2, ran.exitCode());
    assertTrue(ran.err().contains("must be sqlite or jsonl"), ran.err());
    assertTrue(ran.err().contains("did you mean log.backend?"), ran.err());
    assertFalse(ran.err().contains("Exception"));
  }

  @Test
  void estimatesExactlyInTheShapeThatIsPromised() {
    JsonNode exact =
        desk.easel(
                "estimate",
                "--model",
                "dall-e-3",
                "--size",
                "1792x1024",
                "--quality",
                "hd",
                "--json")
            .json();

    assertEquals(
        "[model, size, quality, n, estimate_usd, low_usd, high_usd, basis, lines, price_book, why,"
            + " budget]",
        exact.propertyNames().toString());
    assertEquals("0.12", exact.get("estimate_usd").asString());
    assertEquals("per_image", exact.get("lines").get(0).get("class").asString());
  }

  @Test
  void estimatesNothingForAnUnknownModelAndRefusesWhatAKnownOneRefuses() {
    Ran unknown = desk.easel("estimate", "--model", "no-such-model", "--json");
    Ran refused = desk.easel("estimate", "--model", "dall-e-3", "--size", "1x1");

    assertEquals(0, unknown.exitCode());
    assertTrue(unknown.json().get("estimate_usd").isNull());
    assertEquals("unknown", unknown.json().get("basis").asString());
    assertEquals(2, refused.exitCode());
    assertTrue(refused.err().contains("dall-e-3 takes 1024x1024"), refused.err());
  }

  @Test
  void listsModelsWithTheirEndAndWithoutALog() {
    Ran ran = desk.easel("models", "dall-e-3");

    assertTrue(ran.out().startsWith("dall-e-3  shut down since 2026-05-12, use "), ran.out());
    assertEquals(
        "dall-e-3",
        desk.easel("models", "dall-e-3", "--json")
            .json()
            .get("models")
            .get(0)
            .get("model")
            .asString());
    assertEquals(2, desk.easel("models", "dall-e-9").exitCode());
    assertFalse(Files.exists(desk.data()));
  }

  @Test
  void theDoctorFindsWhatIsWrongAndShowsNoSecret() throws IOException {
    desk.with("OPENAI_API_KEY", "sk-test-secret-key")
        .with("OPENAI_BASE_URL", "http://127.0.0.1:9/v1");
    Files.createDirectories(desk.data().resolve("easel.db"));

    Ran ran = desk.easel("doctor");

    assertEquals(1, ran.exitCode());
    assertTrue(ran.out().contains("✗ log"), ran.out());
    assertTrue(ran.out().contains("127.0.0.1 cannot be reached"), ran.out());
    assertTrue(ran.out().contains("OPENAI_API_KEY           ***  environment"), ran.out());
    assertFalse(ran.out().contains("secret"));
  }

  @Test
  void theDoctorIsContentWithTheSandbox() {
    Ran ran = desk.easel("doctor", "--sandbox");

    assertEquals(0, ran.exitCode(), ran.out());
    assertTrue(ran.out().contains("Easel is healthy."), ran.out());
  }

  @Test
  void theDoctorListsEveryKey() {
    String keys = desk.easel("doctor", "--keys").out();

    assertTrue(keys.contains("budget.daily-usd"), keys);
    assertTrue(keys.contains("EASEL_PROVIDER_NAME_BASE_URL"), keys);
  }

  @Test
  void keepsTheUnexpectedInAFileOfItsOwnerAndShowsNoStackTrace() throws IOException {
    Ran ran = desk.unexpected("log");

    assertEquals(70, ran.exitCode());
    assertTrue(
        ran.err().matches("easel: something unexpected happened; error \\w{8} in .*\n"), ran.err());
    Path file = desk.data().resolve("errors.log");
    assertTrue(Files.readString(file).contains("IllegalStateException"));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void printsACompletionScript() {
    String script = desk.easel("completion").out();

    assertTrue(script.startsWith("#!/usr/bin/env bash"), script.substring(0, 80));
    assertTrue(script.contains("_picocli_easel_generate"));
  }
}
