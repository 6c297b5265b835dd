package dev.easel.app.http;

import static dev.easel.app.http.ScriptedUpstream.ANSWER;
import static dev.easel.app.http.ScriptedUpstream.Script.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.image.Nullable;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Requests in OpenAI's form, and answers field for field as the provider gave them.
final class GatewayTest {

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

  private void restart(Map<String, String> configuration) {
    server.close();
    server = TestServer.calling(directory, upstream.url(), configuration);
  }

  private HttpResponse<String> generate(String body, String... headers) {
    return server.post(GENERATIONS, body, headers);
  }

  private static @Nullable String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse(null);
  }

  private JsonNode entry(HttpResponse<?> answer) {
    return TestServer.json(server.get("/logs/" + header(answer, "x-easel-entry")));
  }

  private static JsonNode error(HttpResponse<String> answer) {
    JsonNode body = TestServer.json(answer);
    assertEquals(List.of("error"), List.copyOf(body.propertyNames()), answer.body());
    List<String> names = List.copyOf(body.get("error").propertyNames());
    assertTrue(names.containsAll(List.of("message", "type", "param", "code")), answer.body());
    return body.get("error");
  }

  @Test
  void theAnswerIsTheProvidersFieldForField() {
    Map<String, String> headers =
        Map.of(
            "x-request-id", "req_tomorrow",
            "openai-processing-ms", "1234",
            "openai-version", "2020-10-01",
            "x-ratelimit-limit-images", "5",
            "x-ratelimit-reset-requests", "1s",
            "set-cookie", "a=b",
            "openai-organization", "org-secret");
    upstream.plays(answer(200, headers, ANSWER));

    HttpResponse<String> made = generate(LIGHTHOUSE);

    assertEquals(200, made.statusCode(), made.body());
    assertEquals(TestServer.MAPPER.readTree(ANSWER), TestServer.json(made));
    assertEquals("req_tomorrow", header(made, "x-request-id"));
    assertEquals("1234", header(made, "openai-processing-ms"));
    assertEquals("5", header(made, "x-ratelimit-limit-images"));
    assertEquals("1s", header(made, "x-ratelimit-reset-requests"));
    assertEquals("application/json", header(made, "content-type"));
    assertEquals(null, header(made, "set-cookie"));
    assertEquals(null, header(made, "openai-organization"));
    assertEquals("settled", header(made, "x-easel-state"));
    assertEquals("0.00593", header(made, "x-easel-cost"));
  }

  @Test
  void theRequestIsTheClientsFieldForField() {
    String body =
        "{\"prompt\":\"a"
            + " lighthouse\",\"of_tomorrow\":{\"mood\":[1,2.50]},\"user\":\"u1\",\"model\":\"gpt-image-2\"}";
    generate(body);

    assertEquals("/v1/images/generations", upstream.last().path());
    assertEquals(TestServer.MAPPER.readTree(body), upstream.last().json());
    assertEquals("Bearer " + TestServer.KEY, upstream.last().headers().getFirst("Authorization"));
  }

  @Test
  void everyCallIsAnEntry() {
    HttpResponse<String> made = generate(LIGHTHOUSE.replace("\"low\"", "\"low\",\"user\":\"u1\""));

    JsonNode entry = entry(made);
    assertEquals("settled", entry.get("state").asString());
    assertEquals("generate", entry.get("operation").asString());
    assertEquals("u1", entry.get("parameters").get("user").asString());
    assertEquals("low", entry.get("sent").get("quality").asString());
    assertEquals("opaque", entry.get("actual").get("background").asString());
    assertEquals("usage", entry.get("cost").get("basis").asString());
    assertEquals(206, entry.get("usage").get("total_tokens").asInt());
    assertEquals("req_1", entry.get("request_id").asString());
    assertEquals(200, server.get(entry.get("image_url").asString()).statusCode());
    assertFalse(server.get("/logs").body().contains(ScriptedUpstream.PNG64.substring(0, 40)));
  }

  @Test
  void aModelThatEaselDoesNotKnowIsTheProvidersToJudge() {
    HttpResponse<String> made =
        generate("{\"model\":\"gpt-image-9\",\"prompt\":\"x\",\"size\":\"17x17\"}");

    assertEquals(200, made.statusCode(), made.body());
    assertEquals("gpt-image-9", upstream.last().json().get("model").asString());
    assertEquals(null, header(made, "x-easel-cost"));
  }

  @Test
  void whatBreaksARuleOfAKnownModelIsRefusedAsOpenAiDoes() {
    HttpResponse<String> refused = generate(LIGHTHOUSE.replace("1024x1024", "17x17"));

    assertEquals(400, refused.statusCode());
    JsonNode error = error(refused);
    assertEquals("size", error.get("param").asString());
    assertEquals("invalid_value", error.get("code").asString());
    assertEquals("invalid_request_error", error.get("type").asString());
    assertEquals("released", header(refused, "x-easel-state"));
    assertEquals("released", entry(refused).get("state").asString());
    assertEquals(0, upstream.calls().size());
    String[] unchecked = {"x-easel-no-check", "true"};
    assertEquals(200, generate(LIGHTHOUSE.replace("1024x1024", "17x17"), unchecked).statusCode());
  }

  @ParameterizedTest
  @CsvSource({
    "400, moderation_blocked, released, ",
    "401, invalid_api_key, released, ",
    "404, model_not_found, released, ",
    "429, insufficient_quota, released, ",
    "408, request_timeout, unknown, false",
    "500, server_error, unknown, false",
    "503, whatever, unknown, false"
  })
  void anErrorIsTheProvidersFieldForField(
      int status, String code, String state, @Nullable String retry) {
    upstream.plays(
        ScriptedUpstream.Script.error(
            status, code, Map.of("x-request-id", "req_2", "retry-after", "7")));

    HttpResponse<String> refused = generate(LIGHTHOUSE);

    assertEquals(status, refused.statusCode(), refused.body());
    JsonNode error = error(refused);
    assertEquals("no: " + code, error.get("message").asString());
    assertEquals("some_error", error.get("type").asString());
    assertEquals("size", error.get("param").asString());
    assertEquals(code, error.get("code").asString());
    assertEquals(1, error.get("of_tomorrow").get(0).asInt());
    assertEquals("req_2", header(refused, "x-request-id"));
    assertEquals("7", header(refused, "retry-after"));
    assertEquals(state, header(refused, "x-easel-state"));
    assertEquals(retry, header(refused, "x-should-retry"));
    assertEquals(state, entry(refused).get("state").asString());
    assertEquals(1, upstream.calls().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "422 | {\"detail\":[{\"loc\":[\"body\",\"n\"],\"msg\":\"too many\"}]} | 422 | body.n: too"
            + " many | http_422",
        "400 | {\"error\":\"bad size\"}  | 400 | bad size  | http_400",
        "502 | <html>bad</html>          | 502 | bad       | http_502",
        "307 | ''                        | 502 | status 307 | http_307"
      })
  void whoSpeaksOtherwiseIsPutInOpenAisWords(
      int status, String body, int told, String words, String code) {
    upstream.plays(answer(status, Map.of(), body));

    HttpResponse<String> refused = generate(LIGHTHOUSE);

    assertEquals(told, refused.statusCode(), refused.body());
    assertTrue(error(refused).get("message").asString().contains(words), refused.body());
    assertEquals(code, error(refused).get("code").asString());
  }

  @Test
  void aKeyInAnErrorIsNotPassedOn() {
    String key = TestServer.KEY;
    upstream.plays(
        answer(401, Map.of(), "{\"error\":{\"message\":\"Incorrect key: " + key + "\"}}"));

    HttpResponse<String> refused = generate(LIGHTHOUSE);

    assertEquals(401, refused.statusCode());
    assertFalse(refused.body().contains(key.substring(8)), refused.body());
  }

  @Test
  void noAnswerMayHaveBeenCharged() {
    upstream.plays(exchange -> {
      throw new java.io.IOException("hangs up");
    });

    HttpResponse<String> refused = generate(LIGHTHOUSE);

    assertEquals(504, refused.statusCode());
    assertEquals("connection_broken", error(refused).get("code").asString());
    assertEquals("false", header(refused, "x-should-retry"));
    assertEquals("unknown", header(refused, "x-easel-state"));
    assertEquals(1, upstream.calls().size());
  }

  @Test
  void aBudgetIsToldAsAnErrorThatNobodyRepeats() {
    restart(Map.of("budget.daily-usd", "0.001"));

    HttpResponse<String> refused = generate(LIGHTHOUSE);

    assertEquals(402, refused.statusCode());
    assertEquals("over_budget", error(refused).get("code").asString());
    assertEquals("insufficient_quota", error(refused).get("type").asString());
    assertEquals("false", header(refused, "x-should-retry"));
    assertEquals(0, upstream.calls().size());
  }

  @Test
  void refusalsOfTheGateHaveOpenAisEnvelopeToo() {
    HttpResponse<String> absent = server.get("/v1/nothing");
    assertEquals(404, absent.statusCode());
    assertEquals("not_found", error(absent).get("code").asString());
    assertEquals(405, server.get(GENERATIONS).statusCode());
    error(server.get(GENERATIONS));
    HttpResponse<String> foreign = generate(LIGHTHOUSE, "Origin", "http://evil.example");
    assertEquals(403, foreign.statusCode());
    error(foreign);
    HttpResponse<String> large = generate("{\"prompt\":\"" + "x".repeat(300_000) + "\"}");
    assertEquals(413, large.statusCode());
    assertTrue(header(large, "x-request-id") != null);
    error(large);
    HttpResponse<String> malformed = generate("{\"prompt\":");
    assertEquals(400, malformed.statusCode());
    error(malformed);
    assertEquals("not_found", TestServer.json(server.get("/v10")).get("code").asString());
  }

  @Test
  void modelsAreListedAsOpenAiLists() {
    JsonNode list = TestServer.json(server.get("/v1/models"));
    assertEquals("list", list.get("object").asString());
    JsonNode first = list.get("data").get(0);
    assertEquals(
        List.of("id", "object", "created", "owned_by", "shutdown_date"),
        List.copyOf(first.propertyNames()));
    String id = first.get("id").asString();
    assertEquals(first, TestServer.json(server.get("/v1/models/" + id)));
    assertFalse(list.toString().contains("dall-e-2"));
    HttpResponse<String> absent = server.get("/v1/models/dall-e-2");
    assertEquals(404, absent.statusCode());
    assertEquals("model_not_found", error(absent).get("code").asString());
  }

  @Test
  void theKeyThatAClientHasForOpenAiIsNoTokenWhereNoneIsWanted() {
    assertEquals(200, generate(LIGHTHOUSE, "Authorization", "Bearer sk-of-somebody").statusCode());
    assertEquals("Bearer " + TestServer.KEY, upstream.last().headers().getFirst("Authorization"));
    assertEquals(401, generate(LIGHTHOUSE, "Authorization", "Bearer easel_nobodys").statusCode());
    assertEquals(
        401,
        server
            .send(server.request("/logs").header("Authorization", "Bearer sk-of-somebody"))
            .statusCode());
    restart(Map.of("server.token", "t".repeat(16)));
    HttpResponse<String> refused = generate(LIGHTHOUSE, "Authorization", "Bearer sk-of-somebody");
    assertEquals(401, refused.statusCode());
    error(refused);
    assertEquals(
        200, generate(LIGHTHOUSE, "Authorization", "Bearer " + "t".repeat(16)).statusCode());
  }
}
