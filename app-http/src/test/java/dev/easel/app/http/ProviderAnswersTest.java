package dev.easel.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.adapter.sandbox.FaultPlan;
import dev.easel.adapter.sandbox.Sandbox;
import dev.easel.adapter.sandbox.SandboxSettings;
import dev.easel.domain.ledger.LogUnavailable;
import dev.easel.domain.usecase.Result;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// What becomes of a provider's answers on their way through the real client, to a stand-in.
final class ProviderAnswersTest {

  private static final String SMALL =
      "{\"prompt\":\"a lighthouse\",\"model\":\"dall-e-2\",\"size\":\"256x256\"}";

  @TempDir private Path directory;

  private static Sandbox sandbox(List<FaultPlan> faults) throws IOException {
    return Sandbox.start(
        new SandboxSettings(0, SandboxSettings.Latency.NONE, faults),
        TestServer.catalogues().models(),
        TestServer.pricing());
  }

  @Test
  void aPictureIsMadePricedLoggedAndServed() throws Exception {
    try (Sandbox sandbox = sandbox(List.of());
        TestServer server = TestServer.calling(directory, sandbox.baseUrl())) {
      HttpResponse<String> answer = server.post("/generate", SMALL);
      assertEquals(200, answer.statusCode(), answer.body());
      JsonNode body = TestServer.json(answer);
      JsonNode image = body.get("images").get(0);
      assertEquals(256, image.get("width").asInt());
      assertEquals("0.016", body.get("log_entry").get("cost_estimate_usd").asString());
      HttpResponse<byte[]> picture =
          server.send(
              server.request(image.get("url").asString()), HttpResponse.BodyHandlers.ofByteArray());
      assertEquals(image.get("bytes").asInt(), picture.body().length);
      keyIsNowhere(server, answer);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "moderation, 422, moderation_blocked, released",
    "moderation-output, 504, moderation_blocked, unknown",
    "quota, 429, insufficient_quota, released",
    "invalid-key, 502, invalid_api_key, released",
    "server-error, 504, server_error, unknown",
    "broken, 504, connection_broken, unknown",
    "truncated, 504, unreadable_answer, unknown",
    "no-picture, 504, unreadable_answer, unknown"
  })
  void everyFaultHasItsStatus(String fault, int status, String code, String state)
      throws Exception {
    try (Sandbox sandbox = sandbox(List.of(FaultPlan.parse(fault)));
        TestServer server = TestServer.calling(directory, sandbox.baseUrl())) {
      HttpResponse<String> answer = server.post("/generate", SMALL);
      assertEquals(status, answer.statusCode(), answer.body());
      JsonNode error = TestServer.json(answer);
      assertFalse(error.get("success").asBoolean());
      assertEquals(code, error.get("code").asString(), answer.body());
      JsonNode entry = TestServer.json(server.get("/logs/" + error.get("id").asString()));
      assertEquals(state, entry.get("state").asString());
      keyIsNowhere(server, answer);
    }
  }

  @Test
  void aRateLimitIsPassedOnWithItsWait() throws Exception {
    try (Sandbox sandbox = sandbox(List.of(FaultPlan.parse("rate-limit")));
        TestServer server = TestServer.calling(directory, sandbox.baseUrl())) {
      HttpResponse<String> answer = server.post("/generate", SMALL);
      assertEquals(429, answer.statusCode(), answer.body());
      assertEquals("1", answer.headers().firstValue("Retry-After").orElse(""));
      String id = TestServer.json(answer).get("id").asString();
      assertEquals(3, TestServer.json(server.get("/logs/" + id)).get("attempts").size());
    }
  }

  @Test
  void aProviderThatIsNotThereIsABadGateway() throws Exception {
    int closed;
    try (ServerSocket socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }
    URI nobody = URI.create("http://127.0.0.1:" + closed + "/v1");
    try (TestServer server = TestServer.calling(directory, nobody)) {
      HttpResponse<String> answer = server.post("/generate", SMALL);
      assertEquals(502, answer.statusCode(), answer.body());
      JsonNode error = TestServer.json(answer);
      assertEquals("connection_refused", error.get("code").asString());
      JsonNode entry = TestServer.json(server.get("/logs/" + error.get("id").asString()));
      assertEquals("released", entry.get("state").asString());
      assertEquals(0, entry.get("cost_estimate_usd").asInt());
    }
  }

  @ParameterizedTest
  @CsvSource({"FULL, 507, log_full", "UNUSABLE, 503, log_unavailable", "BUSY, 503, log_busy"})
  void whatCannotBeRecordedIsNotSent(LogUnavailable.Reason reason, int status, String code) {
    Reply reply =
        Answers.of(
            new Result.NotRecorded(reason, "the disk of the log is full", List.of()), List.of());
    assertEquals(status, reply.status());
    String body = new String(reply.body().bytes(), StandardCharsets.UTF_8);
    assertTrue(body.contains("\"" + code + "\"") && body.contains("nothing was sent"), body);
  }

  private void keyIsNowhere(TestServer server, HttpResponse<String> answer) throws IOException {
    assertFalse(answer.body().contains(TestServer.KEY));
    assertFalse(server.get("/logs").body().contains(TestServer.KEY));
    assertFalse(server.get("/health").body().contains(TestServer.KEY));
    assertFalse(server.printed().contains(TestServer.KEY));
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertFalse(text.contains(TestServer.KEY), file.toString());
      }
    }
  }
}
