package dev.easel.app.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.easel.app.tui.Desk.Ran;
import dev.easel.domain.image.Fields;
import dev.easel.domain.ledger.Json;
import dev.easel.domain.ledger.SamplePictures;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// A prompt that is kept out of the log, looked for in every file that Easel leaves behind. The
/// provider repeats whatever it is sent.
class WithheldPromptTest {

  private static final String CANARY = "quetzal";
  private static final String PROMPT = "a " + CANARY + " over the merged towers of Umbra";

  @TempDir private Path directory;
  private Desk desk = new Desk(Path.of("."));
  private Parrot provider = new Parrot();

  /// A provider that repeats what it is sent.
  private static final class Parrot {
    private final HttpServer http;
    private final List<Integer> statuses = new ArrayList<>();
    private String heard = "";

    Parrot() {
      try {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      } catch (IOException taken) {
        throw new IllegalStateException(taken);
      }
      http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      http.createContext("/", this::answer);
      http.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
      try (exchange) {
        heard = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
        int status = statuses.isEmpty() ? 200 : statuses.removeFirst();
        byte[] words =
            Json.write(status == 200 ? picture() : refusal()).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, words.length);
        exchange.getResponseBody().write(words);
      }
    }

    private Fields picture() {
      String bytes = Base64.getEncoder().encodeToString(SamplePictures.twoColours("png", 64, 64));
      Fields image = Fields.NONE.with("b64_json", bytes).with("revised_prompt", heard);
      return Fields.NONE.with("created", 1).with("data", List.of(image)).with("style", heard);
    }

    private Fields refusal() {
      Fields error =
          Fields.NONE.with("message", "not this: " + heard).with("code", "a_quetzal_over_the");
      return Fields.NONE.with("error", error);
    }
  }

  private void sitDown(String backend) {
    String url = "http://127.0.0.1:" + provider.http.getAddress().getPort() + "/v1";
    desk =
        new Desk(directory)
            .with("OPENAI_API_KEY", "sk-test")
            .with("OPENAI_BASE_URL", url)
            .with("EASEL_LOG_BACKEND", backend);
  }

  @AfterEach
  void leave() {
    provider.http.stop(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "jsonl"})
  void leavesNoWordOfItInAnyFileWhateverBecomesOfTheRequest(String backend) throws IOException {
    sitDown(backend);
    assertEquals(0, generate("--key", "k").exitCode());
    assertTrue(provider.heard.contains(PROMPT), provider.heard);
    assertEquals(0, generate("--key", "k").exitCode(), "a replay");
    assertEquals(2, generate("--quality", CANARY).exitCode(), "refused by Easel");
    provider.statuses.add(400);
    Ran refused = generate();
    assertEquals(3, refused.exitCode());
    assertTrue(refused.err().contains(CANARY), "the user is told: " + refused.err());
    provider.statuses.addAll(List.of(429, 429, 429));
    assertEquals(3, generate().exitCode(), "tried again");
    provider.statuses.add(500);
    assertEquals(6, generate().exitCode());
    assertEquals(4, generate("--set", "budget.daily-usd=0.00001").exitCode());
    assertEquals(0, edit().exitCode());
    assertTrue(provider.heard.contains(CANARY + ".png"), "the provider gets the name");

    assertNowhere();
    JsonNode logs = desk.easel("log", "--json").json().get("logs");
    assertEquals(7, logs.size());
    logs.forEach(entry -> assertTrue(entry.get("prompt_withheld").asBoolean(), entry.toString()));
    assertEquals(0, desk.easel("log", "text:" + CANARY, "--json").json().get("count").asInt());
    assertEquals(3, logs.get(3).get("attempts").size(), logs.get(3).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "jsonl"})
  void theConfigurationSaysWhatHoldsAndACallOverridesIt(String backend) {
    sitDown(backend);
    desk.with("EASEL_LOG_PROMPTS", "omit");
    assertEquals(0, desk.easel("generate", "one").exitCode());
    assertEquals(0, desk.easel("generate", "two", "--prompt-in-log").exitCode());

    JsonNode logs = desk.easel("log", "--json").json().get("logs");
    assertEquals("two", logs.get(0).get("prompt").asString());
    assertFalse(logs.get(0).has("prompt_withheld"));
    assertEquals("", logs.get(1).get("prompt").asString());
    String id = logs.get(1).get("id").asString();
    assertTrue(desk.easel("log").out().contains("(prompt not kept)"));
    assertTrue(desk.easel("show", id).out().contains("prompt   (prompt not kept)"));
    assertTrue(desk.easel("export", "--format", "csv").out().contains(",(prompt not kept),"));
    assertTrue(desk.with("EASEL_LOG_PROMPTS", "some").easel("log").err().contains("keep or omit"));
  }

  private Ran generate(String... more) {
    List<String> all = new ArrayList<>(List.of("generate", PROMPT, "--no-prompt-in-log"));
    all.addAll(List.of("--param", "negative_prompt=no " + CANARY, "--param", "mood=" + CANARY));
    all.addAll(List.of(more));
    return desk.easel(all.toArray(String[]::new));
  }

  private Ran edit() throws IOException {
    Files.write(directory.resolve(CANARY + ".png"), SamplePictures.twoColours("png", 64, 64));
    return desk.easel("edit", PROMPT, CANARY + ".png", "--no-prompt-in-log");
  }

  private void assertNowhere() throws IOException {
    try (Stream<Path> files = Files.walk(desk.data())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertFalse(text.toLowerCase(Locale.ROOT).contains(CANARY), file.toString());
        assertFalse(text.contains("Umbra"), file.toString());
      }
    }
  }
}
