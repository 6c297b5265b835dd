package dev.easel.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Failure;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Outcome;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.SamplePictures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class GenerateTest {

  private static final String LIGHTHOUSE = "{\"prompt\":\"a lighthouse\"}";

  @TempDir private Path directory;
  private final ProviderDouble provider = new ProviderDouble();
  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.start(directory, provider);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void restart(Map<String, String> configuration) {
    server.close();
    server = TestServer.start(directory, provider, configuration);
  }

  @Test
  void theDemoServersClientGetsWhatItGotBefore() {
    HttpResponse<String> answer =
        server.post(
            "/generate",
            """
            {"prompt": "A futuristic city", "model": "gpt-image-1", "size": "1024x1024",
             "quality": "low", "steps": null, "seed": null, "n": 1}
            """);
    assertEquals(200, answer.statusCode(), answer.body());
    JsonNode body = TestServer.json(answer);
    assertTrue(body.get("success").asBoolean());
    assertTrue(body.get("image_url").asString().matches("/pictures/[0-9a-f]{64}"));
    assertEquals(body.get("image_url"), body.get("images").get(0).get("url"));
    JsonNode entry = body.get("log_entry");
    assertEquals("A futuristic city", entry.get("prompt").asString());
    assertEquals("low", entry.get("parameters").get("quality").asString());
    assertTrue(entry.get("parameters").get("seed").isNull());
    assertEquals(body.get("image_url"), entry.get("image_url"));
    assertEquals(200, server.get(body.get("image_url").asString()).statusCode());
  }

  @Test
  void aKeyThatWasSettledWithoutAPictureIsNoSuccess() {
    provider.answers(
        request -> new Outcome.Failed(Fields.NONE, null, new Failure.Broken("it broke")));
    for (String path : List.of("/generate", "/v1/images/generations")) {
      String key = "key of " + path;
      String id =
          server
              .post(path, LIGHTHOUSE, "Idempotency-Key", key)
              .headers()
              .firstValue("x-easel-entry")
              .orElseGet(() ->
                  TestServer.json(server.get("/logs")).get("logs").get(0).get("id").asString());
      server.studio().log().settle(EntryId.parse(id).orElseThrow(), Money.ofUsd("0.04"));

      HttpResponse<String> again = server.post(path, LIGHTHOUSE, "Idempotency-Key", key);

      assertEquals(504, again.statusCode(), again.body());
      assertTrue(again.body().contains("\"settled_without_picture\""), again.body());
      assertTrue(again.body().contains("brought no picture"), again.body());
    }
    assertEquals(2, provider.calls());
  }

  @Test
  void everythingButThePromptIsOptional() {
    JsonNode entry = TestServer.json(server.post("/generate", LIGHTHOUSE)).get("log_entry");
    assertEquals("gpt-image-2", entry.get("model").asString());
    assertEquals("1024x1024", entry.get("parameters").get("size").asString());
    assertEquals("medium", entry.get("parameters").get("quality").asString());
  }

  @Test
  void whatEaselDoesNotKnowTravelsOn() {
    Fields[] asked = {Fields.NONE};
    provider.answers(request -> {
      asked[0] = request.parameters();
      return new Outcome.Failed(Fields.NONE, null, new Failure.Broken("enough seen"));
    });
    server.post(
        "/generate",
        "{\"prompt\":\"x\",\"no_check\":true,\"provider\":\"openai\",\"style\":{\"mood\":[1,2.50]}}");
    assertEquals("{mood=[1, 2.50]}", String.valueOf(asked[0].get("style")));
    assertFalse(asked[0].has("no_check") || asked[0].has("provider") || asked[0].has("prompt"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"prompt\":\"\"}                                   | the prompt is empty",
        "{}                                                  | the prompt is empty",
        "{\"prompt\":\"a\\u0007b\"}                          | control character U+0007",
        "{\"prompt\":\"x\",\"model\":\"gpt-image-9\"}        | gpt-image-9",
        "{\"prompt\":\"x\",\"size\":\"17x17\"}               | 17x17",
        "{\"prompt\":\"x\",\"n\":0}                          | n 0",
        "{\"prompt\":\"x\",\"n\":1e999999999}                | n 1E+999999999",
        "{\"prompt\":\"x\",\"quality\":\"best\"}             | best"
      })
  void whatBreaksARuleIsRefusedAndLeavesAReleasedEntry(String body, String words) {
    HttpResponse<String> answer = server.post("/generate", body);
    assertEquals(400, answer.statusCode());
    JsonNode error = TestServer.json(answer);
    assertFalse(error.get("success").asBoolean());
    assertEquals("invalid_request", error.get("code").asString());
    assertTrue(error.get("error").asString().contains(words), answer.body());
    JsonNode entry = TestServer.json(server.get("/logs/" + error.get("id").asString()));
    assertEquals("released", entry.get("state").asString());
    assertEquals(0, provider.calls());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"prompt\":5}                              | prompt must be text",
        "{\"prompt\":\"x\",\"model\":[]}             | model must be text",
        "{\"prompt\":\"x\",\"no_check\":\"yes\"}     | no_check must be true or false",
        "{\"prompt\":\"x\",\"provider\":\"nobody\"}  | there are: openai"
      })
  void whatCannotBeUnderstoodIsRefused(String body, String words) {
    HttpResponse<String> answer = server.post("/generate", body);
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains(words), answer.body());
    assertEquals(0, provider.calls());
  }

  @Test
  void whatOneCanDoIsSaidInTheWordsOfTheBody() {
    String unknown = "{\"prompt\":\"x\",\"model\":\"of-tomorrow\"%s}";
    JsonNode refused = TestServer.json(server.post("/generate", unknown.formatted("")));
    String error = refused.get("error").asString();
    assertTrue(error.endsWith(" (\"no_check\": true sends it anyway)"), error);
    JsonNode entry = TestServer.json(server.get("/logs/" + refused.get("id").asString()));
    assertFalse(entry.get("error").asString().contains("anyway"), entry.toString());
    restart(Map.of("budget.daily-usd", "1"));
    JsonNode over =
        TestServer.json(server.post("/generate", unknown.formatted(",\"no_check\":true")));
    assertEquals(
        "a budget is set and the cost of this request cannot be estimated",
        over.get("error").asString());
  }

  @Test
  void uncheckedRequestsAreSentAnyway() {
    String body =
        "{\"prompt\":\"x\",\"model\":\"of-tomorrow\",\"size\":\"17x17\",\"no_check\":true}";
    assertEquals(200, server.post("/generate", body).statusCode());
    assertEquals(1, provider.calls());
  }

  @Test
  void theSameKeyIsAnsweredAgainAndPaidOnce() {
    JsonNode first = TestServer.json(server.post("/generate", LIGHTHOUSE, "Idempotency-Key", "k1"));
    JsonNode again = TestServer.json(server.post("/generate", LIGHTHOUSE, "Idempotency-Key", "k1"));
    assertTrue(again.get("replayed").asBoolean());
    assertEquals(first.get("image_url"), again.get("image_url"));
    assertEquals(1, provider.calls());
    HttpResponse<String> other =
        server.post("/generate", "{\"prompt\":\"a ship\"}", "Idempotency-Key", "k1");
    assertEquals(409, other.statusCode());
    assertEquals(first.get("log_entry").get("id"), TestServer.json(other).get("id"));
    assertEquals(1, provider.calls());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 256})
  void aKeyHasALength(int length) {
    HttpResponse<String> answer =
        server.post("/generate", LIGHTHOUSE, "Idempotency-Key", "k".repeat(length));
    assertEquals(400, answer.statusCode());
    assertEquals(0, provider.calls());
  }

  @Test
  void aBudgetStandsAgainstIt() {
    restart(Map.of("budget.daily-usd", "0.01"));
    HttpResponse<String> answer = server.post("/generate", LIGHTHOUSE);
    assertEquals(402, answer.statusCode());
    assertEquals("over_budget", TestServer.json(answer).get("code").asString());
    assertEquals(0, provider.calls());
  }

  @Test
  void withoutAKeyNothingIsReserved() {
    restart(Map.of("OPENAI_API_KEY", ""));
    HttpResponse<String> answer = server.post("/generate", LIGHTHOUSE);
    assertEquals(400, answer.statusCode());
    assertEquals("no_api_key", TestServer.json(answer).get("code").asString());
    assertTrue(answer.body().contains("set OPENAI_API_KEY"), answer.body());
    assertEquals(0, TestServer.json(server.get("/logs")).get("count").asInt());
    JsonNode health = TestServer.json(server.get("/health"));
    assertFalse(health.get("api_key_configured").asBoolean());
    assertFalse(health.get("sandbox").asBoolean());
  }

  @Test
  void anErrorInsideAnswersAnIdThatTheServersLogHas() {
    provider.answers(request -> {
      throw new StackOverflowError("deep");
    });
    HttpResponse<String> answer = server.post("/generate", LIGHTHOUSE);
    assertEquals(500, answer.statusCode());
    JsonNode error = TestServer.json(answer);
    assertEquals("unexpected", error.get("code").asString());
    assertFalse(answer.body().contains("StackOverflow"));
    assertTrue(server.printed().contains(error.get("id").asString()), server.printed());
    JsonNode entry = TestServer.json(server.get("/logs")).get("logs").get(0);
    assertEquals("unknown", entry.get("state").asString());
  }

  @Test
  void aClientThatHangsUpHasItsPictureBookedAllTheSame() throws Exception {
    CountDownLatch gate = provider.held();
    try (Socket socket = server.connect()) {
      String post = "POST /generate HTTP/1.1\r\nHOSTContent-Type: application/json\r\n";
      socket
          .getOutputStream()
          .write(server.bytes(post + "Content-Length: 25\r\n\r\n" + LIGHTHOUSE));
      until(() -> provider.calls() == 1);
    }
    gate.countDown();
    until(() -> state().equals("settled"));
  }

  private String state() {
    JsonNode logs = TestServer.json(server.get("/logs")).get("logs");
    return logs.isEmpty() ? "" : logs.get(0).get("state").asString();
  }

  private static void until(java.util.function.BooleanSupplier condition) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "it never came about");
      Thread.sleep(20);
    }
  }

  @Test
  void aPaidPictureThatCannotBeStoredIsInTheAnswer() {
    provider.answers(request -> {
      blockPictures();
      return ProviderDouble.picture(SamplePictures.twoColours("png", 64, 64));
    });
    HttpResponse<String> answer = server.post("/generate", LIGHTHOUSE);
    assertEquals(200, answer.statusCode(), answer.body());
    JsonNode body = TestServer.json(answer);
    assertTrue(body.get("image_url").asString().startsWith("data:image/png;base64,iVBOR"));
    assertTrue(body.get("warnings").get(0).asString().contains("could not be stored"));
    assertEquals("settled", body.get("log_entry").get("state").asString());
  }

  @Test
  void aPictureThatCouldNotBeStoredIsNotPaidFor() {
    blockPictures();
    HttpResponse<String> answer = server.post("/generate", LIGHTHOUSE);
    assertEquals(503, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("nothing was sent"), answer.body());
    assertEquals(0, provider.calls());
  }

  private void blockPictures() {
    Path pictures = directory.resolve("data").resolve("pictures");
    try {
      Files.deleteIfExists(pictures);
      Files.createDirectories(directory.resolve("data"));
      Files.writeString(pictures, "no directory");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Test
  void aStoppingServerFinishesWhatIsUnderWayAndTakesNothingNew() throws Exception {
    CountDownLatch gate = provider.held();
    var running =
        server
            .client()
            .sendAsync(
                server
                    .request("/generate")
                    .header("Content-Type", "application/json")
                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString(LIGHTHOUSE))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    until(() -> provider.calls() == 1);
    assertEquals(
        200, server.get("/health").statusCode(), "opens the connection that is used below");
    Thread stopping = Thread.ofPlatform().start(() -> server.server().stop(Duration.ofSeconds(30)));
    until(() -> server.get("/health").body().contains("stopping"));
    HttpResponse<String> refused = server.post("/generate", LIGHTHOUSE);
    assertEquals(503, refused.statusCode());
    assertEquals("5", refused.headers().firstValue("Retry-After").orElse(""));
    gate.countDown();
    assertEquals(200, running.get().statusCode());
    stopping.join();
    assertEquals(1, provider.calls());
  }
}
