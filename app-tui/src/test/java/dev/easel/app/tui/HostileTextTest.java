package dev.easel.app.tui;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.easel.app.tui.Desk.Ran;
import dev.easel.domain.image.Fields;
import dev.easel.domain.ledger.Json;
import dev.easel.domain.ledger.SamplePictures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A terminal between a provider that means harm, prompts of strangers and files of strange names:
/// whatever they say is only text, and the key that the provider repeats is nowhere.
class HostileTextTest {

  private static final String KEY = "sk-canary-8d1f05b7e6";
  private static final String TELLING = KEY.substring(4, 16);
  private static final String EVIL =
      "\u001b]52;c;ZXZpbA==\u0007\u001b]0;title\u0007\u009b31m\u202eturned\r\u0000\u007f\u200b";

  private static final String OLD =
      "{\"timestamp\":\"2025-01-01T00:00:00Z\",\"model\":\"dall-e-3\",\"prompt\":\"a boat\","
          + "\"success\":true,\"cost_estimate_usd\":0.04}\n";

  /// What Easel itself does to a terminal that shows progress.
  private static final String CLEARED = "\r\u001b[K";

  @RegisterExtension
  static final WireMockExtension PROVIDER = WireMockExtension.newInstance().build();

  @TempDir private Path directory;
  private Desk desk = new Desk(Path.of("."));

  @BeforeEach
  void sitDown() {
    desk =
        new Desk(directory)
            .atTerminal(100)
            .with("NO_COLOR", "1")
            .with("OPENAI_API_KEY", KEY)
            .with("OPENAI_BASE_URL", PROVIDER.baseUrl() + "/v1");
    PROVIDER.stubFor(
        get(anyUrl())
            .willReturn(
                aResponse()
                    .withHeader("Content-Type", "application/json")
                    .withBody(json(Map.of("data", List.of(Map.of("id", EVIL + KEY)))))));
  }

  private static String json(Map<String, ?> values) {
    return Json.write(Fields.of(values));
  }

  private static void answers(int status, Map<String, ?> body) {
    PROVIDER.stubFor(
        post(anyUrl())
            .willReturn(
                aResponse()
                    .withStatus(status)
                    .withHeader("Content-Type", "application/json")
                    .withHeader("x-request-id", "req_" + KEY)
                    .withBody(json(body))));
  }

  private static void refuses() {
    String said = EVIL + "Incorrect API key provided: " + KEY + ", Bearer " + KEY + EVIL;
    answers(401, Map.of("error", Map.of("message", said, "code", EVIL, "type", KEY)));
  }

  private static void delivers() {
    String picture = Base64.getEncoder().encodeToString(SamplePictures.twoColours("png", 64, 64));
    Map<String, ?> image = Map.of("b64_json", picture, "revised_prompt", EVIL + KEY);
    answers(
        200,
        Map.of("data", List.of(image), "size", EVIL, "quality", KEY, "usage", Map.of(EVIL, KEY)));
  }

  private static void assertHarmless(String what, String text) {
    assertTrue(
        text.codePoints()
            .allMatch(
                point -> point == '\n' || point == 0x200d || !dangerous(Character.getType(point))),
        () -> what + ": " + text.replace("\u001b", "ESC"));
  }

  private static boolean dangerous(int type) {
    return type == Character.CONTROL || type == Character.FORMAT;
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "jsonl"})
  void nothingThatOthersSayActsOnTheTerminalOrTellsTheKey(String backend) throws IOException {
    desk.with("EASEL_LOG_BACKEND", backend);
    List<String> seen = new ArrayList<>();
    assertEquals(2, seen(seen, "generate", "boat " + EVIL).exitCode());
    refuses();
    assertEquals(3, seen(seen, "generate", "boat \u202eturned").exitCode());
    delivers();
    assertEquals(0, seen(seen, "generate", "boat \u202eturned").exitCode());
    String id =
        desk.easel("log", "-n", "1", "--json").json().get("logs").get(0).get("id").asString();
    for (List<String> command :
        List.of(
            List.of("tag", id, "+sea"),
            List.of("star", id),
            List.of("log"),
            List.of("log", "state:released"),
            List.of("show", id),
            List.of("stats"),
            List.of("models"),
            List.of("doctor"),
            List.of("doctor", "--keys"),
            List.of("estimate", "--model", EVIL),
            List.of("generate", "a boat", "--model", EVIL),
            List.of("generate", "a boat", "-o", "no" + EVIL.replace("\u0000", "") + "/x.png"),
            List.of("edit", "snow", "photo" + EVIL),
            List.of("edit", "snow", "photo" + EVIL.replace("\u0000", "")),
            List.of("import", "file" + EVIL.replace("\u0000", "")),
            List.of("show", EVIL),
            List.of("log", EVIL + ":x"),
            List.of("log", "cost>" + EVIL),
            List.of("generate", "a boat", "--set", EVIL + "=1"),
            List.of("log", "--set", "log.backend=" + EVIL),
            List.of(EVIL),
            List.of("log", "--" + EVIL))) {
      seen(seen, command.toArray(String[]::new));
    }
    for (String format : List.of("csv", "json", "jsonl")) {
      seen.add(desk.easel("export", "--format", format).out());
    }
    seen.add(desk.easel("log", "--json").out());
    seen.add(desk.easel("show", id, "--json").out());
    seen.add(desk.easel("doctor", "--json").out());
    for (String text : seen) {
      assertFalse(text.contains(TELLING), text);
      assertTrue(text.chars().noneMatch(point -> point == 0x1b || point == 0x9b), text);
    }
    assertInNoFileAndForTheOwnerAlone();
  }

  private Ran seen(List<String> seen, String... command) {
    Ran ran = desk.easel(command);
    String name = command[0].equals(EVIL) ? "unknown" : String.join(" ", command);
    assertHarmless("out of " + name, ran.out());
    String err = ran.err().replace(CLEARED, "");
    assertHarmless("err of " + name, err);
    seen.add(ran.out());
    seen.add(err);
    return ran;
  }

  private void assertInNoFileAndForTheOwnerAlone() throws IOException {
    try (Stream<Path> files = Files.walk(desk.data())) {
      for (Path file : files.toList()) {
        String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        assertTrue(mode.endsWith("------"), file + " " + mode);
        if (Files.isRegularFile(file)) {
          String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
          assertFalse(text.contains(TELLING), file.toString());
        }
      }
    }
  }

  @Test
  void whatNobodyExpectedIsKeptForTheOwnerAlone() throws IOException {
    desk.with("EASEL_LOG_PATH", directory.resolve("elsewhere").resolve("easel.db").toString());
    desk.easel("import", Files.writeString(directory.resolve("old.jsonl"), OLD).toString());
    assertFalse(Files.exists(desk.data()));
    assertEquals(70, desk.atBrokenTerminal().easel("log").exitCode());
    Path file = desk.data().resolve("errors.log");
    for (Path path : List.of(file, desk.data())) {
      String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
      assertTrue(mode.endsWith("------"), path + " " + mode);
    }
    assertFalse(Files.readString(file).contains(TELLING));
  }
}
