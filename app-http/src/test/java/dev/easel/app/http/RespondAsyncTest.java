package dev.easel.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.image.Progress;
import dev.easel.domain.image.Watch;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.EntryState;
import dev.easel.domain.ledger.GenerationLog;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Requests whose client does not wait for the picture.
@Timeout(60)
final class RespondAsyncTest {

  private static final String LIGHTHOUSE =
      "{\"prompt\":\"a lighthouse\",\"model\":\"dall-e-3\",\"size\":\"1024x1024\"}";
  private static final String[] ASYNC = {"Prefer", "handling=lenient, Respond-Async; x=1"};

  @TempDir private Path directory;
  private final ProviderDouble provider = new ProviderDouble();
  private final CountDownLatch gate = provider.held();
  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.start(directory, provider);
  }

  @AfterEach
  void stop() {
    gate.countDown();
    server.close();
  }

  private HttpResponse<String> post(String body, String... more) {
    String[] headers = new String[ASYNC.length + more.length];
    System.arraycopy(ASYNC, 0, headers, 0, ASYNC.length);
    System.arraycopy(more, 0, headers, ASYNC.length, more.length);
    return server.post("/generate", body, headers);
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private JsonNode ended(String path) {
    JsonNode entry = TestServer.json(server.get(path));
    while (entry.get("state").asString().equals("reserved")) {
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
      entry = TestServer.json(server.get(path));
    }
    return entry;
  }

  @Test
  void theAnswerComesWhenTheEntryIsInTheLogAndThePictureLater() {
    HttpResponse<String> answer = post(LIGHTHOUSE);

    assertEquals(202, answer.statusCode(), answer.body());
    assertEquals("respond-async", header(answer, "Preference-Applied"));
    JsonNode body = TestServer.json(answer);
    assertTrue(body.get("success").isNull());
    assertEquals("/logs/" + body.get("id").asString(), header(answer, "Location"));
    assertEquals(body.get("id"), body.get("log_entry").get("id"));
    assertEquals("reserved", body.get("log_entry").get("state").asString());
    assertEquals(1, TestServer.json(server.get("/health")).get("in_flight").asInt());

    gate.countDown();
    JsonNode entry = ended(header(answer, "Location"));
    assertEquals("settled", entry.get("state").asString());
    assertEquals(200, server.get(entry.get("image_url").asString()).statusCode());
  }

  /// Nobody is told of a beginning before all warnings are there, nor instead of an early end.
  @Test
  void aBeginningIsMoreThanAnEntry() {
    Beginning ended = new Beginning(Watch.NOBODY);
    ended.saw(new Progress.Recorded("1"));
    ended.saw(new Progress.Warned("a budget comes near its end"));
    ended.over();
    assertEquals(Optional.empty(), ended.entry());
    assertEquals(1, ended.warnings().size());
    Beginning begun = new Beginning(Watch.NOBODY);
    begun.saw(new Progress.Recorded("2"));
    begun.saw(new Progress.Sending(1));
    begun.over();
    assertEquals(Optional.of("2"), begun.entry());
  }

  @Test
  void whoDoesNotPreferItWaits() {
    gate.countDown();
    for (String preference : new String[] {"wait=100", "respond-asynchronously", ""}) {
      assertEquals(
          200, server.post("/generate", LIGHTHOUSE, "Prefer", preference).statusCode(), preference);
    }
  }

  @Test
  void whatIsRefusedBeforeItIsRecordedIsRefusedAtOnce() {
    assertEquals(400, post("{\"prompt\":\"\"}").statusCode());
    assertEquals(400, post("[]").statusCode());
    assertEquals(202, post(LIGHTHOUSE, "Idempotency-Key", "k").statusCode());
    HttpResponse<String> reused = post(LIGHTHOUSE.replace("house", "ship"), "Idempotency-Key", "k");
    assertEquals(409, reused.statusCode());
    assertEquals("", header(reused, "Preference-Applied"));
    assertEquals(1, provider.calls());
  }

  @Test
  void whatIsOverBudgetIsRefusedAtOnceAndWhatComesNearIsWarnedOf() {
    server.close();
    server = TestServer.start(directory, provider, Map.of("budget.daily-usd", "0.05"));
    HttpResponse<String> first = post(LIGHTHOUSE);
    assertEquals(202, first.statusCode());
    assertEquals(1, TestServer.json(first).get("warnings").size(), first.body());
    assertEquals(402, post(LIGHTHOUSE).statusCode());
  }

  @Test
  void aKeyIsFollowedToItsEntryAndAnsweredWholeOnceThatHasEnded() {
    String[] key = {"Idempotency-Key", "k"};
    HttpResponse<String> first = post(LIGHTHOUSE, key);
    HttpResponse<String> joined = post(LIGHTHOUSE, key);
    assertEquals(202, joined.statusCode());
    assertEquals(header(first, "Location"), header(joined, "Location"));
    gate.countDown();
    ended(header(first, "Location"));
    HttpResponse<String> replayed = post(LIGHTHOUSE, key);
    assertEquals(200, replayed.statusCode());
    assertTrue(TestServer.json(replayed).get("replayed").asBoolean());
    assertEquals("", header(replayed, "Preference-Applied"));
    assertEquals(1, provider.calls());
  }

  @Test
  void aStopWaitsForItAndRecordsWhatItCutsShort() {
    HttpResponse<String> answer = post(LIGHTHOUSE);
    EntryId id = EntryId.parse(TestServer.json(answer).get("id").asString()).orElseThrow();
    GenerationLog log = server.studio().log();
    assertFalse(server.server().stop(Duration.ofMillis(300)));
    assertEquals(EntryState.UNKNOWN, log.find(id).orElseThrow().state());
    assertTrue(server.server().uncertain());
  }

  @Test
  void whatGoesWrongAfterwardsIsInTheServersLog() {
    provider.answers(request -> {
      throw new IllegalStateException("a canary of a defect");
    });
    assertEquals(202, post(LIGHTHOUSE).statusCode());
    assertEquals(1, server.printed("a canary of a defect", 1).size());
  }
}
