package dev.easel.app.http;

import static dev.easel.app.http.ScriptedUpstream.ANSWER;
import static dev.easel.app.http.ScriptedUpstream.Script.answer;
import static dev.easel.app.http.ScriptedUpstream.Script.error;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.config.LogBackend;
import dev.easel.domain.image.Nullable;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What an idempotency key means to a client of the gateway, with each log, and after the server
/// was started anew.
@EachBackend
final class GatewayKeysTest {

  private static final String GENERATIONS = "/v1/images/generations";
  private static final String LIGHTHOUSE =
      "{\"model\":\"gpt-image-2\",\"prompt\":\"a"
          + " lighthouse\",\"size\":\"1024x1024\",\"quality\":\"low\"}";

  private final LogBackend backend;
  @TempDir private Path directory;
  private final ScriptedUpstream upstream = ScriptedUpstream.start();
  private TestServer server;

  GatewayKeysTest(LogBackend backend) {
    this.backend = backend;
  }

  @BeforeEach
  void start() {
    String word = backend.name().toLowerCase(Locale.ROOT);
    server = TestServer.calling(directory, upstream.url(), Map.of("log.backend", word));
  }

  @AfterEach
  void stop() {
    server.close();
    upstream.close();
  }

  private void restart() {
    server.close();
    start();
  }

  private HttpResponse<String> keyed(String body) {
    return server.post(GENERATIONS, body, "Idempotency-Key", "k1");
  }

  private static @Nullable String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse(null);
  }

  @Test
  void whatIsSettledIsGivenOutAgainToTheByte() {
    upstream.plays(
        answer(200, Map.of("x-request-id", "req_9", "x-ratelimit-limit-images", "5"), ANSWER));
    HttpResponse<String> first = keyed(LIGHTHOUSE);
    restart();

    HttpResponse<String> again =
        keyed(
            "{\"quality\":\"low\",\"size\":\"1024x1024\",\"prompt\":\"a"
                + " lighthouse\",\"model\":\"gpt-image-2\",\"n\":null}");

    assertEquals(200, again.statusCode(), again.body());
    assertEquals(first.body(), again.body());
    assertEquals(TestServer.MAPPER.readTree(ANSWER), TestServer.json(again));
    assertEquals("req_9", header(again, "x-request-id"));
    assertEquals("true", header(again, "x-easel-replayed"));
    assertEquals(null, header(again, "x-ratelimit-limit-images"));
    assertEquals(header(first, "x-easel-entry"), header(again, "x-easel-entry"));
    assertEquals(header(first, "x-easel-cost"), header(again, "x-easel-cost"));
    assertEquals(1, upstream.calls().size());
    assertEquals(1, TestServer.json(server.get("/logs")).get("count").asInt());
  }

  @Test
  void whatMayHaveBeenChargedStaysSo() {
    upstream.plays(error(500, "server_error", Map.of("x-request-id", "req_9")));
    HttpResponse<String> first = keyed(LIGHTHOUSE);
    restart();

    HttpResponse<String> again = keyed(LIGHTHOUSE);

    assertEquals(500, again.statusCode());
    assertEquals(first.body(), again.body());
    assertEquals("req_9", header(again, "x-request-id"));
    assertEquals("false", header(again, "x-should-retry"));
    assertEquals(1, upstream.calls().size());
  }

  @Test
  void whatIsReleasedMayTryAgain() {
    upstream.plays(error(400, "invalid_value", Map.of()));
    assertEquals(400, keyed(LIGHTHOUSE).statusCode());
    upstream.plays(answer(200, Map.of(), ANSWER));
    restart();

    assertEquals(200, keyed(LIGHTHOUSE).statusCode());

    assertEquals(2, TestServer.json(server.get("/logs")).get("count").asInt());
  }

  @Test
  void anotherBodyIsAnotherRequest() {
    keyed(LIGHTHOUSE);

    HttpResponse<String> other = keyed(LIGHTHOUSE.replace("lighthouse", "ship"));

    assertEquals(409, other.statusCode());
    JsonNode error = TestServer.json(other).get("error");
    assertEquals("key_reused", error.get("code").asString());
    assertEquals("false", header(other, "x-should-retry"));
    assertEquals(1, upstream.calls().size());
  }

  @Test
  void whatIsUnderWayIsJoined() throws Exception {
    CountDownLatch called = new CountDownLatch(1);
    CountDownLatch gate = new CountDownLatch(1);
    upstream.plays(exchange -> {
      called.countDown();
      gate.await();
      answer(200, Map.of(), ANSWER).play(exchange);
    });
    CompletableFuture<HttpResponse<String>> first = async();
    called.await();
    CompletableFuture<HttpResponse<String>> second = async();
    Thread.sleep(300);
    gate.countDown();

    assertEquals(first.get().body(), second.get().body());
    assertEquals(200, second.get().statusCode());
    assertEquals(1, upstream.calls().size());
  }

  private CompletableFuture<HttpResponse<String>> async() {
    return server
        .client()
        .sendAsync(
            server
                .request(GENERATIONS)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "k1")
                .POST(HttpRequest.BodyPublishers.ofString(LIGHTHOUSE))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void aPictureThatIsGoneIsSaidToBe() {
    JsonNode entry =
        TestServer.json(server.get("/logs/" + header(keyed(LIGHTHOUSE), "x-easel-entry")));
    server.studio().pictures().delete(entry.get("images").get(0).get("sha256").asString());

    HttpResponse<String> again = keyed(LIGHTHOUSE);

    assertEquals(410, again.statusCode());
    assertEquals("false", header(again, "x-should-retry"));
    assertTrue(again.body().contains("\"code\":\"picture_deleted\""), again.body());
  }

  @Test
  void aWithheldPromptIsAnsweredAgainWithoutIt() {
    upstream.plays(
        answer(
            200,
            Map.of(),
            ANSWER.replace("\"of_tomorrow\": true", "\"of_tomorrow\": \"a quiet lighthouse\"")));
    String[] headers = {"Idempotency-Key", "k1", "x-easel-log-prompt", "false"};
    HttpResponse<String> first = server.post(GENERATIONS, LIGHTHOUSE, headers);
    assertTrue(first.body().contains("a quiet lighthouse"), first.body());

    HttpResponse<String> again = server.post(GENERATIONS, LIGHTHOUSE, headers);

    assertEquals(200, again.statusCode(), again.body());
    assertTrue(!again.body().contains("lighthouse"), again.body());
    assertEquals(
        ScriptedUpstream.PNG64,
        TestServer.json(again).get("data").get(0).get("b64_json").asString());
    assertTrue(!server.get("/logs").body().contains("lighthouse"));
  }
}
