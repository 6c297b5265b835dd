package dev.easel.app.http;

import static dev.easel.app.http.ScriptedUpstream.ANSWER;
import static dev.easel.app.http.ScriptedUpstream.Script.answer;
import static dev.easel.app.http.ScriptedUpstream.Script.error;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.ledger.SamplePictures;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What a client of OpenAI's, as it is published and at its own settings, gets of the gateway, and
/// what the provider is asked: nobody pays twice, whatever the client tries again by itself.
interface OfficialClientContract {

  String LIGHTHOUSE =
      "{\"model\":\"gpt-image-2\",\"prompt\":\"a"
          + " lighthouse\",\"size\":\"1024x1024\",\"quality\":\"low\"}";
  byte[] PICTURE = SamplePictures.twoColours("png", 64, 64);

  /// Plays a scene: `generate`, `edit` (two pictures of [#PICTURE] and a mask), `stream`, `keyed`
  /// (under the key k1), `impatient` (1.5 s for a try), `models`.
  ///
  /// @return `{"result":…}` or `{"error":{"status","code","param","type","message"}}`
  JsonNode play(String scene, URI baseUrl, String key) throws Exception;

  /// A server, a provider behind it, and the client.
  final class Stage implements AutoCloseable {
    private final OfficialClientContract client;
    private final ScriptedUpstream upstream = ScriptedUpstream.start();
    private final TestServer server;

    Stage(OfficialClientContract client, Path directory, Map<String, String> configuration) {
      this.client = client;
      this.server = TestServer.calling(directory, upstream.url(), configuration);
    }

    JsonNode play(String scene) throws Exception {
      URI base = URI.create("http://127.0.0.1:" + server.port() + "/v1");
      return client.play(scene, base, "sk-any");
    }

    JsonNode result(String scene) throws Exception {
      JsonNode played = play(scene);
      assertTrue(played.has("result"), played.toString());
      return played.get("result");
    }

    JsonNode failure(String scene) throws Exception {
      JsonNode played = play(scene);
      assertTrue(played.has("error"), played.toString());
      return played.get("error");
    }

    JsonNode logs() {
      return TestServer.json(server.get("/logs")).get("logs");
    }

    /// How many requests for pictures reached the server, once there are as many as expected.
    int tries(int expected) {
      return server.printed("\"/v1/images/", expected).size();
    }

    @Override
    public void close() {
      server.close();
      upstream.close();
    }
  }

  private Stage stage(Path directory) {
    return new Stage(this, directory, Map.of());
  }

  @Test
  default void itGenerates(@TempDir Path directory) throws Exception {
    try (Stage stage = stage(directory)) {
      JsonNode made = stage.result("generate").get("data");

      assertEquals(ScriptedUpstream.PNG64, made.get("data").get(0).get("b64_json").asString());
      assertEquals(206, made.get("usage").get("total_tokens").asInt());
      assertTrue(made.get("of_tomorrow").asBoolean());
      assertEquals(TestServer.MAPPER.readTree(LIGHTHOUSE), stage.upstream.last().json());
      assertEquals("settled", stage.logs().get(0).get("state").asString());
    }
  }

  @Test
  default void itEditsWithFiles(@TempDir Path directory) throws Exception {
    try (Stage stage = stage(directory)) {
      stage.result("edit");

      List<String> names = new ArrayList<>();
      for (FormParts.Part part : parts(stage.upstream.last(), directory)) {
        names.add(part.name());
        if (part.file() != null) {
          assertArrayEquals(PICTURE, part.content().bytes());
        }
      }
      assertTrue(names.containsAll(List.of("image[]", "mask", "prompt", "size")), names.toString());
      assertEquals(2, names.stream().filter("image[]"::equals).count());
      JsonNode entry = stage.logs().get(0);
      assertEquals("edit", entry.get("operation").asString());
      assertEquals(3, entry.get("inputs").size());
      assertEquals("settled", entry.get("state").asString());
    }
  }

  private static List<FormParts.Part> parts(ScriptedUpstream.Call call, Path directory)
      throws IOException {
    Path file = directory.resolve("sent");
    Files.write(file, call.body().bytes());
    return FormParts.of(SpooledBody.of(file), call.headers().getFirst("Content-Type"));
  }

  @Test
  default void itStreams(@TempDir Path directory) throws Exception {
    try (Stage stage = stage(directory)) {
      stage.upstream.plays(exchange -> {
        exchange.sendResponseHeaders(200, 0);
        String both = event("partial_image", ",\"partial_image_index\":0") + event("completed", "");
        exchange.getResponseBody().write(both.getBytes(StandardCharsets.UTF_8));
      });

      JsonNode seen = stage.result("stream");

      assertEquals(
          List.of("image_generation.partial_image", "image_generation.completed"),
          seen.get("types").valueStream().map(JsonNode::asString).toList());
      assertEquals(ScriptedUpstream.PNG64, seen.get("last").get("b64_json").asString());
      assertEquals("settled", stage.logs().get(0).get("state").asString());
    }
  }

  private static String event(String kind, String more) {
    return ("event: image_generation.%1$s\n"
                + "data:"
                + " {\"type\":\"image_generation.%1$s\",\"b64_json\":\"%2$s\",\"created_at\":7,\"size\":\"1024x1024\",\"quality\":\"low\",\"background\":\"opaque\",\"output_format\":\"png\"%3$s}\n\n")
        .formatted(kind, ScriptedUpstream.PNG64, more);
  }

  @Test
  default void aStreamThatBreaksOffIsAnErrorAndPaidForOnce(@TempDir Path directory)
      throws Exception {
    try (Stage stage = stage(directory)) {
      stage.upstream.plays(exchange -> {
        exchange.sendResponseHeaders(200, 0);
        String part = event("partial_image", ",\"partial_image_index\":0");
        exchange.getResponseBody().write(part.getBytes(StandardCharsets.UTF_8));
      });

      JsonNode failure = stage.failure("stream");

      assertTrue(failure.toString().contains("ended before a picture"), failure.toString());
      assertEquals(1, stage.upstream.calls().size());
      assertEquals("unknown", stage.logs().get(0).get("state").asString());
    }
  }

  @Test
  default void itUnderstandsErrors(@TempDir Path directory) throws Exception {
    try (Stage stage = stage(directory)) {
      stage.upstream.plays(error(400, "moderation_blocked", Map.of("x-request-id", "req_7")));

      JsonNode failure = stage.failure("generate");

      assertEquals(400, failure.get("status").asInt());
      assertEquals("moderation_blocked", failure.get("code").asString());
      assertEquals("some_error", failure.get("type").asString());
      assertEquals("size", failure.get("param").asString());
      assertTrue(failure.get("message").asString().contains("no: moderation_blocked"));
      assertEquals(1, stage.upstream.calls().size());
      assertEquals(1, stage.tries(1));
    }
  }

  /// Ways in which a call ends of which nobody knows whether it was charged.
  private static Stream<ScriptedUpstream.Script> uncertainties() {
    return Stream.of(
        error(500, "server_error", Map.of("x-should-retry", "true")),
        error(408, "request_timeout", Map.of()),
        answer(200, Map.of(), ANSWER.substring(0, 200)),
        exchange -> {
          throw new IOException("hangs up");
        });
  }

  @Test
  default void whatMayHaveBeenChargedIsNotTriedAgain(@TempDir Path directory) throws Exception {
    try (Stage stage = stage(directory)) {
      int calls = 0;
      for (ScriptedUpstream.Script script : uncertainties().toList()) {
        stage.upstream.plays(script);

        stage.failure("generate");

        calls++;
        assertEquals(calls, stage.upstream.calls().size());
        assertEquals(calls, stage.tries(calls));
        assertEquals("unknown", stage.logs().get(0).get("state").asString());
      }
    }
  }

  @Test
  default void aKeyThatWasUsedForSomethingElseIsNotTriedAgain(@TempDir Path directory)
      throws Exception {
    try (Stage stage = stage(directory)) {
      String other = LIGHTHOUSE.replace("lighthouse", "ship");
      stage.server.post("/v1/images/generations", other, "Idempotency-Key", "k1");

      JsonNode failure = stage.failure("keyed");

      assertEquals(409, failure.get("status").asInt());
      assertEquals(2, stage.tries(2));
      assertEquals(1, stage.upstream.calls().size());
    }
  }

  @Test
  default void aBudgetsRefusalIsNotTriedAgain(@TempDir Path directory) throws Exception {
    try (Stage stage = new Stage(this, directory, Map.of("budget.daily-usd", "0.001"))) {
      JsonNode failure = stage.failure("generate");

      assertEquals(402, failure.get("status").asInt());
      assertEquals("over_budget", failure.get("code").asString());
      assertEquals(1, stage.tries(1));
      assertEquals(0, stage.upstream.calls().size());
    }
  }

  @Test
  default void anImpatientClientTriesAgainAndPaysOnce(@TempDir Path directory) throws Exception {
    try (Stage stage = stage(directory)) {
      stage.upstream.plays(exchange -> {
        Thread.sleep(3_900);
        answer(200, Map.of(), ANSWER).play(exchange);
      });

      JsonNode made = stage.result("impatient");

      assertEquals(ScriptedUpstream.PNG64, made.get("data").get(0).get("b64_json").asString());
      assertEquals(1, stage.upstream.calls().size());
      assertEquals(1, stage.logs().size());
      assertFalse(stage.tries(2) < 2, stage.server.printed());
    }
  }

  @Test
  default void itListsModels(@TempDir Path directory) throws Exception {
    try (Stage stage = stage(directory)) {
      JsonNode models = stage.result("models");

      String first = models.get("ids").get(0).asString();
      assertEquals(first, models.get("one").get("id").asString());
      assertEquals("model", models.get("one").get("object").asString());
    }
  }
}
