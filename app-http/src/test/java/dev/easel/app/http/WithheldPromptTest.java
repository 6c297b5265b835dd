package dev.easel.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.image.Failure;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.Outcome;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// A prompt that is kept out of the log, looked for in every file and every line that the server
/// leaves behind.
final class WithheldPromptTest {

  private static final String CANARY = "quetzal";
  private static final String ORDER =
      "{\"prompt\":\"a quetzal over the merged towers\",\"negative_prompt\":\"no quetzal\","
          + "\"log_prompt\":false}";

  @TempDir private Path directory;
  private final ProviderDouble provider = new ProviderDouble();

  private static Function<ImageRequest, Outcome> refusal(int status) {
    return request -> {
      assertTrue(request.prompt().contains(CANARY), "the provider gets it");
      assertFalse(request.parameters().has("log_prompt"), "and not Easel's own field");
      String quoted = "not this: " + request.prompt();
      return new Outcome.Failed(
          request.parameters(),
          null,
          new Failure.Rejected(status, null, null, quoted, null, Duration.ofMillis(1)));
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "jsonl"})
  void leavesNoWordOfItWhateverBecomesOfTheRequest(String backend) throws IOException {
    try (TestServer server =
        TestServer.start(directory, provider, Map.of("log.backend", backend))) {
      JsonNode made = TestServer.json(ordered(server, 200, "Idempotency-Key", "k"));
      assertTrue(made.get("log_entry").get("prompt_withheld").asBoolean());
      ordered(server, 200, "Idempotency-Key", "k");
      provider.answers(refusal(400));
      assertTrue(ordered(server, 502).body().contains(CANARY), "the caller is told");
      provider.answers(refusal(429));
      ordered(server, 429);
      provider.answers(refusal(500));
      ordered(server, 504);
      provider.answers(request -> {
        throw new IllegalStateException(request.prompt(), new IOException(request.prompt()));
      });
      ordered(server, 500);

      assertEquals(5, TestServer.json(server.get("/logs")).get("count").asInt());
      assertFalse(server.get("/logs").body().contains(CANARY));
      assertTrue(server.printed().contains("IOException"), server.printed());
      assertNowhere(server.printed());
    }
  }

  @Test
  void theConfigurationSaysWhatHoldsAndARequestOverridesIt() {
    Map<String, String> omit = Map.of("log.prompts", "omit");
    try (TestServer server = TestServer.start(directory, provider, omit)) {
      server.post("/generate", "{\"prompt\":\"one\"}");
      server.post("/generate", "{\"prompt\":\"two\",\"log_prompt\":true}");
      JsonNode logs = TestServer.json(server.get("/logs")).get("logs");
      assertEquals("two", logs.get(0).get("prompt").asString());
      assertEquals("", logs.get(1).get("prompt").asString());
      HttpResponse<String> wrong =
          server.post("/generate", "{\"prompt\":\"x\",\"log_prompt\":\"no\"}");
      assertEquals(400, wrong.statusCode());
      assertTrue(wrong.body().contains("log_prompt must be true or false"), wrong.body());
    }
  }

  private static HttpResponse<String> ordered(TestServer server, int status, String... headers) {
    HttpResponse<String> answer = server.post("/generate", ORDER, headers);
    assertEquals(status, answer.statusCode(), answer.body());
    return answer;
  }

  private void assertNowhere(String printed) throws IOException {
    assertFalse(printed.contains(CANARY), printed);
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertFalse(text.toLowerCase(Locale.ROOT).contains(CANARY), file.toString());
      }
    }
  }
}
