package dev.easel.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.easel.config.LogBackend;
import dev.easel.domain.usecase.ChangeCallers;
import dev.easel.platform.Platform;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Who asks the gateway, and with whose key it asks the provider.
@EachBackend
final class GatewayCallersTest {

  private static final String GENERATIONS = "/v1/images/generations";
  private static final String LIGHTHOUSE =
      "{\"model\":\"gpt-image-2\",\"prompt\":\"a"
          + " lighthouse\",\"size\":\"1024x1024\",\"quality\":\"low\"}";
  private static final String FOREIGN = "sk-canary-of-the-caller-77ab21";
  private static final String TOKEN = "the-servers-own-token";

  private final LogBackend backend;
  @TempDir private Path directory;
  private final ScriptedUpstream upstream = ScriptedUpstream.start();
  private TestServer server;

  GatewayCallersTest(LogBackend backend) {
    this.backend = backend;
  }

  @BeforeEach
  void start() {
    start(Map.of());
  }

  private void restart(Map<String, String> configuration) {
    server.close();
    start(configuration);
  }

  private void start(Map<String, String> configuration) {
    Map<String, String> values = new HashMap<>(configuration);
    values.put("log.backend", backend.name().toLowerCase(Locale.ROOT));
    server = TestServer.calling(directory, upstream.url(), values);
  }

  @AfterEach
  void stop() {
    server.close();
    upstream.close();
  }

  private String token(String caller) {
    ChangeCallers changing =
        new ChangeCallers(server.studio().log(), Platform.tokens(), Platform.time());
    return assertInstanceOf(ChangeCallers.Change.Admitted.class, changing.add(caller, null))
        .token();
  }

  private HttpResponse<String> generate(String... headers) {
    return server.post(GENERATIONS, LIGHTHOUSE, headers);
  }

  private JsonNode entry(HttpResponse<String> made) {
    assertEquals(200, made.statusCode(), made.body());
    String id = made.headers().firstValue("x-easel-entry").orElseThrow();
    return TestServer.json(server.get("/logs/" + id));
  }

  private String sentKey() {
    return String.valueOf(upstream.last().headers().getFirst("Authorization"));
  }

  @Test
  void aCallersTokenIsTheKeyOfItsClient() {
    String anna = token("anna");

    JsonNode entry = entry(generate("Authorization", "Bearer " + anna));

    assertEquals("anna", entry.get("caller").asString());
    assertEquals("Bearer " + TestServer.KEY, sentKey());
    assertEquals(
        200,
        server
            .send(server.request("/v1/models").header("Authorization", "Bearer " + anna))
            .statusCode());
  }

  @Test
  void callersKeepTheirKeysApart() {
    String[] anna = {"Authorization", "Bearer " + token("anna"), "Idempotency-Key", "k1"};
    String[] bob = {"Authorization", "Bearer " + token("bob"), "Idempotency-Key", "k1"};

    entry(generate(anna));
    entry(generate(bob));
    entry(generate(anna));

    assertEquals(2, upstream.calls().size());
  }

  @Test
  void theCallersOwnKeyGoesToTheProviderAndNowhereElse() throws IOException {
    restart(
        Map.of(
            "gateway.key", "caller",
            "OPENAI_ORG_ID", "org-of-the-server",
            "OPENAI_PROJECT_ID", "proj-of-the-server"));
    String anna = token("anna");
    upstream.plays(
        ScriptedUpstream.Script.answer(
            200,
            Map.of("x-request-id", "req_" + FOREIGN),
            ScriptedUpstream.ANSWER.replace("\"opaque\"", "\"" + FOREIGN + "\"")));

    HttpResponse<String> made =
        generate(
            "Authorization",
            "Bearer " + FOREIGN,
            "x-easel-token",
            anna,
            "OpenAI-Organization",
            "org-of-the-caller",
            "Idempotency-Key",
            "k1");

    assertEquals("Bearer " + FOREIGN, sentKey());
    assertEquals("org-of-the-caller", upstream.last().headers().getFirst("OpenAI-Organization"));
    assertNull(upstream.last().headers().getFirst("OpenAI-Project"));
    assertNull(upstream.last().headers().getFirst("x-easel-token"));
    assertEquals("anna", entry(made).get("caller").asString());
    assertFalse(made.body().contains(FOREIGN), made.body());
    String told =
        "{\"error\":{\"message\":\"bad key " + FOREIGN + "\",\"code\":\"invalid_api_key\"}}";
    upstream.plays(ScriptedUpstream.Script.answer(401, Map.of(), told));
    HttpResponse<String> refused =
        generate("Authorization", "Bearer " + FOREIGN, "x-easel-token", anna);
    assertEquals(401, refused.statusCode());
    assertFalse(refused.body().contains("canary"), refused.body());
    server.close();
    assertFalse(server.printed().contains("canary"), server.printed());
    assertNowhere("canary-of-the-caller");
  }

  private void assertNowhere(String word) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String held = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertFalse(held.contains(word), file.toString());
      }
    }
  }

  @Test
  void whoBringsNoKeyDoesNotSpendTheServers() {
    restart(Map.of("gateway.key", "caller"));

    HttpResponse<String> refused = generate();

    assertEquals(401, refused.statusCode());
    assertEquals("invalid_api_key", TestServer.json(refused).get("error").get("code").asString());
    HttpResponse<String> unusable = generate("Authorization", "Bearer sk with spaces");
    assertEquals(401, unusable.statusCode(), unusable.body());
    assertEquals(0, upstream.calls().size());
    assertEquals(200, server.post("/generate", LIGHTHOUSE).statusCode());
    assertEquals("Bearer " + TestServer.KEY, sentKey());
  }

  @Test
  void theServersTokenIsWantedInItsOwnHeader() {
    restart(Map.of("gateway.key", "caller", "server.token", TOKEN));
    String[] key = {"Authorization", "Bearer " + FOREIGN};

    for (String[] headers :
        List.of(
            key,
            new String[] {"Authorization", "Bearer " + TOKEN},
            new String[] {"Authorization", "Bearer " + FOREIGN, "x-easel-token", "wrong"})) {
      assertEquals(401, generate(headers).statusCode());
    }
    assertEquals(0, upstream.calls().size());
    HttpResponse<String> made = generate("Authorization", key[1], "x-easel-token", TOKEN);
    assertEquals(200, made.statusCode());
    assertEquals("Bearer " + FOREIGN, sentKey());
  }
}
