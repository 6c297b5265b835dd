package dev.easel.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.image.Arrivals;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Many requests at once: who waits, who sees it, and what the provider notices.
final class QueueTest {

  private static final Duration ASKED = Duration.ofSeconds(2);
  private static final Duration LOOK = Duration.ofMillis(2);

  @TempDir private Path directory;

  private TestServer server(CountingProvider provider, int concurrency) {
    Map<String, String> values = new HashMap<>();
    values.put("provider.openai.concurrency", Integer.toString(concurrency));
    values.put("OPENAI_BASE_URL", provider.url().toString());
    return TestServer.start(
        directory,
        ServerMain.generator(TestServer.settings(directory, values), Arrivals.NONE),
        values);
  }

  private static CompletableFuture<HttpResponse<String>> generate(TestServer server, int number) {
    String body =
        "{\"model\":\"dall-e-2\",\"size\":\"256x256\",\"prompt\":\"%d\"}".formatted(number);
    return server
        .client()
        .sendAsync(
            server
                .request("/generate")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  /// So many requests, each of which has arrived before the next is sent.
  private static List<CompletableFuture<HttpResponse<String>>> burst(
      TestServer server, CountingProvider provider, int concurrency, int count) {
    List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      answers.add(generate(server, number));
      int sent = Math.min(concurrency, number + 1);
      int waiting = number + 1 - sent;
      until(() -> provider.calls().size() == sent && waiting(server) == waiting);
    }
    until(() -> queued(server) == waiting(server));
    return answers;
  }

  private static int waiting(TestServer server) {
    return server.studio().pacing().gates().stream().mapToInt(gate -> gate.waiting().size()).sum();
  }

  private static int queued(TestServer server) {
    return server.studio().browseQueue().waiting().size();
  }

  private static void until(BooleanSupplier wanted) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!wanted.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "it does not come true");
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }

  private static JsonNode ended(int status, CompletableFuture<HttpResponse<String>> answer)
      throws InterruptedException, ExecutionException, TimeoutException {
    HttpResponse<String> response = answer.get(60, TimeUnit.SECONDS);
    assertEquals(status, response.statusCode(), response.body());
    return TestServer.json(response);
  }

  @Test
  void aHundredAtOnceAreSentFourAtATimeInTheOrderOfArrival() throws Exception {
    try (CountingProvider provider = new CountingProvider();
        TestServer server = server(provider, 4)) {
      List<CompletableFuture<HttpResponse<String>>> answers = burst(server, provider, 4, 100);
      provider.go();
      for (CompletableFuture<HttpResponse<String>> answer : answers) {
        ended(200, answer);
      }
      assertEquals(4, provider.mostAtOnce());
      List<CountingProvider.Call> calls = provider.calls();
      assertEquals(100, calls.size());
      for (int place = 0; place < calls.size(); place++) {
        int arrived = Integer.parseInt(calls.get(place).prompt());
        assertTrue(Math.abs(arrived - place) < 4, arrived + " was sent as number " + place);
      }
    }
  }

  @Test
  void aWishToBeLeftAloneHoldsForEverybodyAtOnce() throws Exception {
    try (CountingProvider provider = new CountingProvider();
        TestServer server = server(provider, 4)) {
      provider.refuse(4);
      List<CompletableFuture<HttpResponse<String>>> answers = burst(server, provider, 4, 20);
      long told = System.nanoTime();
      provider.go();
      for (int number = 0; number < 20; number++) {
        JsonNode attempts = ended(200, answers.get(number)).get("log_entry").get("attempts");
        assertEquals(number < 4 ? 2 : 1, attempts.size());
        assertEquals(200, attempts.get(attempts.size() - 1).get("status").asInt());
        if (number < 4) {
          assertEquals("rate_limit_exceeded", attempts.get(0).get("code").asString());
          assertEquals(ASKED.toMillis(), attempts.get(0).get("wait_ms").asLong());
        }
      }
      assertEquals(24, provider.calls().size());
      assertEquals(4, provider.mostAtOnce());
      List<CountingProvider.Call> after = provider.calls().subList(4, 24);
      assertTrue(after.getFirst().nanos() - told >= ASKED.toNanos(), "it was left alone");
      long rest = after.getLast().nanos() - after.getFirst().nanos();
      assertTrue(rest < ASKED.toNanos(), "everybody waited once");
    }
  }

  @Test
  void whoWaitsIsSeenAndReleasedWhenTheServerStops() throws Exception {
    try (CountingProvider provider = new CountingProvider();
        TestServer server = server(provider, 1)) {
      List<CompletableFuture<HttpResponse<String>>> answers = burst(server, provider, 1, 3);

      JsonNode queue = TestServer.json(server.get("/queue"));
      JsonNode health = TestServer.json(server.get("/health"));
      JsonNode logs = TestServer.json(server.get("/logs?q=state:reserved"));

      assertEquals(2, queue.get("count").asInt());
      JsonNode last = queue.get("queue").get(1);
      assertEquals(1, last.get("ahead").asInt());
      assertEquals("queued", last.get("code").asString());
      assertEquals("dall-e-2", last.get("model").asString());
      assertTrue(last.get("opens_at").isNull());
      assertEquals(logs.get("logs").get(0).get("id"), last.get("id"));
      assertEquals("queued", logs.get("logs").get(0).get("code").asString());
      assertTrue(logs.get("logs").get(2).get("code").isNull());
      assertEquals(2, health.get("queued").asInt());
      JsonNode gate = health.get("providers").get(0);
      assertEquals(
          "{\"provider\":\"openai\",\"running\":1,\"waiting\":2,\"concurrency\":1,"
              + "\"requests_per_minute\":null,\"closed_until\":null}",
          gate.toString());

      CompletableFuture<Boolean> stopped = new CompletableFuture<>();
      Thread.ofVirtual()
          .start(() -> stopped.complete(server.server().stop(Duration.ofSeconds(40))));
      for (CompletableFuture<HttpResponse<String>> waiting : answers.subList(1, 3)) {
        assertEquals("stopping", ended(503, waiting).get("code").asString());
        assertEquals("5", waiting.get().headers().firstValue("Retry-After").orElse(""));
      }
      assertFalse(stopped.isDone());
      provider.go();
      ended(200, answers.getFirst());
      assertTrue(stopped.get(30, TimeUnit.SECONDS));
      assertEquals(1, provider.calls().size());
    }
  }

  @Test
  void whenAClosedGateOpensIsSaid() throws Exception {
    try (CountingProvider provider = new CountingProvider();
        TestServer server = server(provider, 1)) {
      provider.refuse(1);
      provider.go();
      CompletableFuture<HttpResponse<String>> answer = generate(server, 0);
      until(() -> queued(server) == 1);

      JsonNode queue = TestServer.json(server.get("/queue")).get("queue").get(0);
      JsonNode health = TestServer.json(server.get("/health")).get("providers").get(0);

      assertEquals("rate_limit_exceeded", queue.get("code").asString());
      Instant opens = Instant.parse(queue.get("opens_at").asString());
      assertTrue(Duration.between(Instant.now(), opens).compareTo(ASKED) <= 0);
      assertNotNull(Instant.parse(health.get("closed_until").asString()));
      ended(200, answer);
    }
  }
}
