package dev.easel.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.image.Failure;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Outcome;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// `PATCH /logs/{id}`.
final class EntryChangesTest {

  private static final Fields NONSENSE =
      Fields.NONE.with("input_tokens", -5).with("output_tokens", -1_372);

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

  private String settled() {
    return TestServer.json(server.post("/generate", "{\"prompt\":\"a lighthouse\"}"))
        .get("log_entry")
        .get("id")
        .asString();
  }

  private String unknown(String model) {
    provider.answers(request ->
        new Outcome.Failed(Fields.NONE, null, new Failure.Broken("it broke; may have charged")));
    String body = "{\"prompt\":\"a ship\",\"model\":\"" + model + "\",\"no_check\":true}";
    return TestServer.json(server.post("/generate", body)).get("id").asString();
  }

  private HttpResponse<String> patch(String id, String body, String... headers) {
    HttpRequest.Builder patch =
        server
            .request("/logs/" + id)
            .header("Content-Type", "application/json")
            .method("PATCH", HttpRequest.BodyPublishers.ofString(body));
    return server.send(headers.length == 0 ? patch : patch.headers(headers));
  }

  private JsonNode changed(String id, String body) {
    HttpResponse<String> answer = patch(id, body);
    assertEquals(200, answer.statusCode(), answer.body());
    assertEquals(TestServer.json(server.get("/logs/" + id)), TestServer.json(answer));
    return TestServer.json(answer);
  }

  @Test
  void anUnknownEntryIsSettledAtWhatTheUserSays() {
    JsonNode entry = changed(unknown("gpt-image-2"), "{\"settle\":\"charged\",\"usd\":0.04}");
    assertEquals("settled", entry.get("state").asString());
    assertEquals("0.04", entry.get("cost_estimate_usd").asString());
    assertEquals("by_hand", entry.get("cost").get("basis").asString());
    assertTrue(entry.get("at_risk_usd").isNull());
  }

  @Test
  void orAtWhatIsAtRiskOrReleased() {
    String id = unknown("gpt-image-2");
    String risk = TestServer.json(server.get("/logs/" + id)).get("at_risk_usd").asString();
    JsonNode charged = changed(id.substring(id.length() - 6), "{\"settle\":\"charged\"}");
    assertEquals(risk, charged.get("cost_estimate_usd").asString());
    JsonNode released = changed(unknown("gpt-image-2"), "{\"settle\":\"not_charged\"}");
    assertEquals("released", released.get("state").asString());
    JsonNode totals = TestServer.json(server.get("/logs/stats"));
    assertEquals("0", totals.get("at_risk_usd").asString());
    assertEquals(risk, totals.get("total_cost_estimate_usd").asString());
  }

  @Test
  void starAndTagsAreSetAndWhatIsNotNamedStays() {
    String id = settled();
    JsonNode marked = changed(id, "{\"star\":true,\"tags\":[\"sea\",\"draft\"]}");
    assertTrue(marked.get("star").asBoolean());
    assertEquals("[\"draft\",\"sea\"]", marked.get("tags").toString());
    JsonNode fewer = changed(id, "{\"tags\":[\"sea\"]}");
    assertTrue(fewer.get("star").asBoolean());
    assertEquals("[\"sea\"]", fewer.get("tags").toString());
    JsonNode plain = changed(id, "{\"star\":false}");
    assertEquals("[\"sea\"]", plain.get("tags").toString());
    assertEquals(false, plain.get("star").asBoolean());
  }

  @Test
  void aTagThatIsNoneIsNotSaidAtLength() {
    HttpResponse<String> refused = patch(settled(), "{\"tags\":[\"" + "sea ".repeat(125) + "\"]}");
    assertEquals(400, refused.statusCode());
    String error = TestServer.json(refused).get("error").asString();
    assertTrue(error.endsWith("sea …' is not"), error);
    assertTrue(error.length() < 120, error);
  }

  @Test
  void allOfItAtOnceOrNothing() {
    String paid = settled();
    String id = unknown("gpt-image-2");
    JsonNode both = changed(id, "{\"settle\":\"charged\",\"usd\":1,\"star\":true}");
    assertEquals("settled", both.get("state").asString());
    assertTrue(both.get("star").asBoolean());
    HttpResponse<String> late = patch(id, "{\"settle\":\"not_charged\",\"star\":false}");
    assertEquals(409, late.statusCode());
    assertEquals("not_unknown", TestServer.json(late).get("code").asString());
    assertEquals(409, patch(paid, "{\"settle\":\"charged\"}").statusCode());
    String other = unknown("gpt-image-2");
    assertEquals(400, patch(other, "{\"settle\":\"charged\",\"tags\":[\"a b\"]}").statusCode());
    JsonNode untouched = TestServer.json(server.get("/logs/" + other));
    assertEquals("unknown", untouched.get("state").asString());
    assertTrue(TestServer.json(server.get("/logs/" + id)).get("star").asBoolean());
  }

  @Test
  void aPictureOfUnknownCostIsPricedByHand() {
    provider.reports(NONSENSE);
    String id = settled();
    JsonNode made = TestServer.json(server.get("/logs/" + id));
    assertTrue(made.get("cost").get("usd").isNull());
    assertTrue(made.get("at_risk_usd").asDouble() > 0, made.toString());

    JsonNode priced = changed(id, "{\"settle\":\"charged\",\"usd\":0.04}");

    assertEquals("settled", priced.get("state").asString());
    assertEquals("by_hand", priced.get("cost").get("basis").asString());
    assertTrue(priced.get("at_risk_usd").isNull());
    assertEquals(409, patch(id, "{\"settle\":\"not_charged\"}").statusCode());
    provider.reports(NONSENSE);
    JsonNode free = changed(settled(), "{\"settle\":\"not_charged\"}");
    assertTrue(free.get("success").asBoolean(), free.toString());
    assertEquals(0, free.get("cost").get("usd").asInt());
  }

  @Test
  void whatWasChargedMustBeKnown() {
    String id = unknown("of-tomorrow");
    HttpResponse<String> answer = patch(id, "{\"settle\":\"charged\"}");
    assertEquals(422, answer.statusCode());
    assertEquals("amount_needed", TestServer.json(answer).get("code").asString());
    assertEquals(
        "2.5",
        changed(id, "{\"settle\":\"charged\",\"usd\":2.5}").get("cost_estimate_usd").asString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}",
        "{\"prompt\":\"another\"}",
        "{\"star\":\"yes\"}",
        "{\"tags\":\"sea\"}",
        "{\"tags\":[1]}",
        "{\"tags\":[\"two words\"]}",
        "{\"usd\":0.04}",
        "{\"settle\":\"maybe\"}",
        "{\"settle\":true}",
        "{\"settle\":\"charged\",\"usd\":\"0.04\"}",
        "{\"settle\":\"charged\",\"usd\":0}",
        "{\"settle\":\"charged\",\"usd\":-1}",
        "{\"settle\":\"charged\",\"usd\":1e99}",
        "{\"settle\":\"charged\",\"usd\":1e-99}",
        "{\"settle\":\"not_charged\",\"usd\":1}"
      })
  void whatCannotBeUnderstoodChangesNothing(String body) {
    String id = unknown("gpt-image-2");
    HttpResponse<String> before = server.get("/logs/" + id);
    HttpResponse<String> answer = patch(id, body);
    assertEquals(400, answer.statusCode(), answer.body());
    assertEquals("invalid_request", TestServer.json(answer).get("code").asString());
    assertEquals(before.body(), server.get("/logs/" + id).body());
  }

  @Test
  void whoMayNotChangeItDoesNot() {
    String id = unknown("gpt-image-2");
    String body = "{\"settle\":\"not_charged\"}";
    assertEquals(404, patch("ffffff", body).statusCode());
    assertEquals(404, patch("stats", body).statusCode());
    assertEquals(403, patch(id, body, "Origin", "http://evil.example").statusCode());
    assertEquals(403, patch(id, body, "Sec-Fetch-Site", "cross-site").statusCode());
    HttpRequest.Builder plain =
        server
            .request("/logs/" + id)
            .header("Content-Type", "text/plain")
            .method("PATCH", HttpRequest.BodyPublishers.ofString(body));
    assertEquals(415, server.send(plain).statusCode());
    assertTrue(
        server
            .post("/logs/" + id, body)
            .headers()
            .firstValue("Allow")
            .orElse("")
            .contains("PATCH"));
    assertEquals("unknown", TestServer.json(server.get("/logs/" + id)).get("state").asString());
  }

  @Test
  void theTokenIsDemanded(@TempDir Path other) {
    try (TestServer guarded =
        TestServer.start(other, provider, Map.of("server.token", "a-token-of-some-length"))) {
      HttpRequest.Builder patch =
          guarded
              .request("/logs/ffffff")
              .header("Content-Type", "application/json")
              .method("PATCH", HttpRequest.BodyPublishers.ofString("{\"star\":true}"));
      assertEquals(401, guarded.send(patch).statusCode());
      patch.header("Authorization", "Bearer a-token-of-some-length");
      assertEquals(404, guarded.send(patch).statusCode());
    }
  }
}
