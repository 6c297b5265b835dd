package dev.easel.app.http;

import static dev.easel.app.http.ScriptedUpstream.ANSWER;
import static dev.easel.app.http.ScriptedUpstream.Script.answer;
import static dev.easel.app.http.ScriptedUpstream.Script.error;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.easel.domain.usecase.ChangeCallers;
import dev.easel.platform.Platform;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Requests that a client repeats by itself, without a key but counting its tries.
final class GatewayRetriesTest {

  private static final String GENERATIONS = "/v1/images/generations";
  private static final String LIGHTHOUSE =
      "{\"model\":\"gpt-image-2\",\"prompt\":\"a"
          + " lighthouse\",\"size\":\"1024x1024\",\"quality\":\"low\"}";

  @TempDir private Path directory;
  private final ScriptedUpstream upstream = ScriptedUpstream.start();
  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.calling(directory, upstream.url());
  }

  @AfterEach
  void stop() {
    server.close();
    upstream.close();
  }

  private static HttpRequest.Builder counted(TestServer server, int count, String... headers) {
    HttpRequest.Builder request =
        server
            .request(GENERATIONS)
            .header("Content-Type", "application/json")
            .header("X-Stainless-Retry-Count", Integer.toString(count))
            .POST(HttpRequest.BodyPublishers.ofString(LIGHTHOUSE));
    return headers.length == 0 ? request : request.headers(headers);
  }

  private HttpResponse<String> counted(int count, String... headers) {
    return server.send(counted(server, count, headers));
  }

  private CompletableFuture<HttpResponse<String>> later(int count) {
    return server
        .client()
        .sendAsync(counted(server, count).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String entry(HttpResponse<?> answer) {
    return answer.headers().firstValue("x-easel-entry").orElse("");
  }

  @Test
  void aFurtherTryGetsWhatTheFirstOneGot() {
    HttpResponse<String> first = counted(0);

    HttpResponse<String> second = counted(1);
    HttpResponse<String> third = counted(2);

    assertEquals(entry(first), entry(second));
    assertEquals(first.body(), third.body());
    assertEquals(1, upstream.calls().size());
  }

  @Test
  void firstTriesAreRequestsOfTheirOwn() {
    assertNotEquals(entry(counted(0)), entry(counted(0)));
    assertEquals(2, upstream.calls().size());
  }

  @Test
  void whatMayHaveBeenChargedIsNotTriedAgain() {
    upstream.plays(error(500, "server_error", Map.of()));

    assertEquals(500, counted(0).statusCode());
    assertEquals(500, counted(1).statusCode());

    assertEquals(1, upstream.calls().size());
  }

  @Test
  void whatIsReleasedIsTriedAgain() {
    upstream.plays(error(429, "insufficient_quota", Map.of()));
    assertEquals(429, counted(0).statusCode());
    upstream.plays(answer(200, Map.of(), ANSWER));

    assertEquals(200, counted(1).statusCode());
    assertEquals(2, upstream.calls().size());
  }

  @Test
  void aTryBelongsToTheRequestThatIsUnderWay() throws Exception {
    HttpResponse<String> before = counted(0);
    CountDownLatch called = new CountDownLatch(1);
    CountDownLatch gate = new CountDownLatch(1);
    upstream.plays(exchange -> {
      called.countDown();
      gate.await();
      answer(200, Map.of(), ANSWER).play(exchange);
    });
    List<CompletableFuture<HttpResponse<String>>> tries = new ArrayList<>();
    tries.add(later(0));
    called.await();
    tries.add(later(1));
    Thread.sleep(300);
    gate.countDown();

    String under = entry(tries.getFirst().get());
    assertNotEquals(entry(before), under);
    assertEquals(under, entry(tries.getLast().get()));
    assertEquals(2, upstream.calls().size());
  }

  @Test
  void callersTriesAreTheirOwn() {
    ChangeCallers changing =
        new ChangeCallers(server.studio().log(), Platform.tokens(), Platform.time());
    var anna = (ChangeCallers.Change.Admitted) changing.add("anna", null);
    counted(0);

    counted(1, "x-easel-token", anna.token());

    assertEquals(2, upstream.calls().size());
  }

  @Test
  void aKeyOfTheClientsOwnCountsMore() {
    counted(0, "Idempotency-Key", "k1");
    counted(0, "Idempotency-Key", "k1");
    counted(1, "Idempotency-Key", "k2");

    assertEquals(2, upstream.calls().size());
  }
}
