package dev.easel.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.image.Failure;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Outcome;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The document of the server is true: it has the routes that there are, and every answer that a
/// route gives is one that it foretells.
@Timeout(60)
final class OpenApiTest {

  private static final String LIGHTHOUSE =
      "{\"prompt\":\"a"
          + " lighthouse\",\"model\":\"gpt-image-2\",\"size\":\"1024x1024\",\"quality\":\"low\"}";
  private static final Fields USAGE =
      Fields.of(
          Map.of(
              "input_tokens",
              10,
              "output_tokens",
              196,
              "total_tokens",
              206,
              "input_tokens_details",
              Map.of("text_tokens", 10, "image_tokens", 0)));
  private static final String JSON = "application/json";

  @TempDir private Path directory;
  private final ProviderDouble provider = new ProviderDouble();
  private final Set<String> succeeded = new TreeSet<>();
  private final Set<String> failed = new TreeSet<>();
  private TestServer server;
  private OpenApi api;
  private String id = "";
  private String unknown = "";
  private String picture = "";

  @BeforeEach
  void start() {
    server =
        TestServer.start(
            directory, provider, Map.of("budget.daily-usd", "1", "budget.monthly-usd", "50"));
    api = new OpenApi(server.get("/openapi.json").body());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void makeEntries() {
    provider.reports(USAGE);
    JsonNode made = TestServer.json(server.post("/generate", LIGHTHOUSE));
    id = made.get("log_entry").get("id").asString();
    picture = made.get("images").get(0).get("sha256").asString();
    provider.answers(
        request -> new Outcome.Failed(Fields.NONE, null, new Failure.Broken("it broke")));
    unknown = TestServer.json(server.post("/generate", LIGHTHOUSE)).get("id").asString();
    provider.reports(USAGE);
  }

  /// Asks for the path that a template, perhaps with a query, stands for.
  private String call(int status, String method, String target, String body, String... headers) {
    String template = target.replaceFirst("\\?.*", "");
    String path = target.replace("{id}", id).replace("{sha256}", picture);
    return ask(status, method, template, path, body, headers);
  }

  /// Asks, and looks whether the answer is one that the document has.
  private String ask(
      int status, String method, String template, String path, String body, String... headers) {
    HttpRequest.Builder request =
        server
            .request(path)
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    boolean typed = List.of(headers).contains("Content-Type");
    HttpRequest.Builder whole =
        body.isEmpty() || typed ? request : request.header("Content-Type", JSON);
    HttpResponse<byte[]> answer =
        server.send(
            headers.length == 0 ? whole : whole.headers(headers),
            HttpResponse.BodyHandlers.ofByteArray());
    String text = new String(answer.body(), StandardCharsets.UTF_8);
    String told = method + " " + path + " " + answer.statusCode() + " " + text;
    assertEquals(status, answer.statusCode(), told);
    assertRequest(method, template, body, status, typed);
    assertAnswer(method + " " + template, api.operation(method, template), answer, told);
    return text;
  }

  private void assertRequest(
      String method, String template, String body, int status, boolean typed) {
    JsonNode content =
        api.operation(method, template).path("requestBody").path("content").path(JSON);
    if (status < 300 && !typed && !body.isEmpty()) {
      assertEquals(List.of(), api.problems(content, body), body);
    }
  }

  private void assertAnswer(
      String name, JsonNode operation, HttpResponse<byte[]> answer, String told) {
    int status = answer.statusCode();
    JsonNode response = operation.path("responses").path(Integer.toString(status));
    assertFalse(response.isMissingNode(), "not in the document: " + told);
    JsonNode content = api.resolved(response).path("content");
    String type = answer.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
    assertEquals(content.isMissingNode(), type.isEmpty(), told);
    if (!type.isEmpty()) {
      assertTrue(content.has(type), type + " is not in the document: " + told);
    }
    if (type.equals(JSON)) {
      String text = new String(answer.body(), StandardCharsets.UTF_8);
      assertEquals(List.of(), api.problems(content.get(type), text), told);
    }
    for (String header : api.resolved(response).path("headers").propertyNames()) {
      assertTrue(
          header.startsWith("x-easel-") || answer.headers().firstValue(header).isPresent(), told);
    }
    (status < 400 ? succeeded : failed).add(name);
  }

  @Test
  void theDocumentHasTheRoutesThatThereAreAndNoOthers() {
    Set<String> routes =
        server.routes().stream()
            .filter(route -> !Set.of("/", StartPage.TEMPLATE).contains(route.template()))
            .map(route -> route.method() + " " + route.template())
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(routes, api.operations());
  }

  @Test
  void everyReferenceLeadsSomewhereAndEveryNameIsOne() {
    Set<String> names = new HashSet<>();
    for (JsonNode operation : api.document().findParents("operationId")) {
      assertTrue(names.add(operation.get("operationId").asString()), operation.toString());
    }
    assertEquals(api.operations().size(), names.size());
    assertEquals("3.1.0", api.document().get("openapi").asString());
    Set<String> used = new TreeSet<>();
    for (JsonNode reference : api.document().findValues("$ref")) {
      String place = reference.asString();
      assertTrue(place.startsWith("#/components/"), place);
      assertFalse(api.document().at(place.substring(1)).isMissingNode(), place);
      used.add(place.replaceFirst(".*/", ""));
    }
    Set<String> told = Set.of("Cursor", "Progress", "Partial");
    for (String kind : List.of("schemas", "responses", "parameters")) {
      for (String name : api.document().get("components").get(kind).propertyNames()) {
        assertTrue(used.contains(name) || told.contains(name), name + " is used nowhere");
      }
    }
  }

  @Test
  void everyAnswerOfEveryRouteIsForetold() {
    makeEntries();
    making();
    reading();
    pictures();
    gateway();
    events();
    for (String operation : api.operations()) {
      String[] parts = operation.split(" ", 2);
      call(403, parts[0], parts[1], "", "Origin", "http://evil.example");
    }
    assertEquals(api.operations(), succeeded);
    assertEquals(api.operations(), failed);
  }

  private void making() {
    call(200, "POST", "/generate", LIGHTHOUSE, "Idempotency-Key", "k");
    call(200, "POST", "/generate", LIGHTHOUSE, "Idempotency-Key", "k");
    call(409, "POST", "/generate", "{\"prompt\":\"other\"}", "Idempotency-Key", "k");
    call(202, "POST", "/generate", LIGHTHOUSE, "Prefer", "respond-async");
    call(400, "POST", "/generate", "{\"prompt\":\"\"}");
    call(400, "POST", "/generate", "[]");
    call(402, "POST", "/generate", LIGHTHOUSE.replace("\"low\"", "\"high\",\"n\":10"));
    call(413, "POST", "/generate", "x".repeat(RequestBody.LARGEST + 1));
    call(415, "POST", "/generate", "a=b", "Content-Type", "application/x-www-form-urlencoded");
    call(200, "POST", "/estimate", LIGHTHOUSE);
    call(200, "POST", "/estimate", "{\"prompt\":\"a\",\"model\":\"of-tomorrow\"}");
    call(400, "POST", "/estimate", "{\"prompt\":\"a\",\"provider\":\"none\"}");
    provider.answers(request ->
        new Outcome.Failed(
            Fields.NONE,
            null,
            new Failure.Rejected(422, "moderation_blocked", null, "no", "input", null)));
    call(422, "POST", "/generate", LIGHTHOUSE);
    provider.answers(
        request -> new Outcome.Failed(Fields.NONE, null, new Failure.Broken("it broke")));
    call(504, "POST", "/generate", LIGHTHOUSE);
    provider.reports(USAGE);
  }

  private void reading() {
    call(200, "GET", "/logs?limit=2", "");
    call(200, "GET", "/logs?q=state:unknown", "");
    call(400, "GET", "/logs?q=stat:x", "");
    call(400, "GET", "/logs?limit=0", "");
    call(200, "GET", "/logs/stats", "");
    call(400, "GET", "/logs/stats?q=cost:dear", "");
    call(200, "GET", "/logs/{id}", "");
    call(200, "PATCH", "/logs/{id}", "{\"star\":true,\"tags\":[\"sea\"]}");
    call(409, "PATCH", "/logs/{id}", "{\"settle\":\"charged\"}");
    call(400, "PATCH", "/logs/{id}", "{\"prompt\":\"other\"}");
    call(200, "GET", "/logs/{id}/explanation", "");
    ask(200, "GET", "/logs/{id}/explanation", "/logs/" + unknown + "/explanation", "");
    ask(200, "PATCH", "/logs/{id}", "/logs/" + unknown, "{\"settle\":\"charged\",\"usd\":0.01}");
    ask(404, "GET", "/logs/{id}", "/logs/ffffff", "");
    ask(404, "GET", "/logs/{id}/explanation", "/logs/ffffff/explanation", "");
    for (String path :
        List.of(
            "/budget", "/queue", "/metrics", "/models", "/health", "/queries", "/openapi.json")) {
      call(200, "GET", path, "");
    }
    assertWhole(call(200, "GET", "/logs/{id}", ""));
  }

  /// Of an entry, which may have fields of others, every field of Easel's own is in the document.
  private void assertWhole(String entry) {
    JsonNode named = api.document().at("/components/schemas/Entry/properties");
    for (String field : TestServer.MAPPER.readTree(entry).propertyNames()) {
      assertTrue(named.has(field), field);
    }
  }

  private void pictures() {
    call(200, "GET", "/pictures/{sha256}", "");
    call(200, "GET", "/pictures/{sha256}?w=16", "");
    call(400, "GET", "/pictures/{sha256}?w=1", "");
    call(206, "GET", "/pictures/{sha256}", "", "Range", "bytes=0-9");
    call(416, "GET", "/pictures/{sha256}", "", "Range", "bytes=99999999-");
    call(304, "GET", "/pictures/{sha256}", "", "If-None-Match", "*");
    call(412, "GET", "/pictures/{sha256}", "", "If-Match", "\"x\"");
    ask(404, "GET", "/pictures/{sha256}", "/pictures/" + "0".repeat(64), "");
  }

  private void gateway() {
    call(200, "POST", "/v1/images/generations", LIGHTHOUSE);
    call(400, "POST", "/v1/images/generations", LIGHTHOUSE.replace("1024x1024", "7x7"));
    String data = "data:image/png;base64," + ScriptedUpstream.PNG64;
    call(
        200,
        "POST",
        "/v1/images/edits",
        "{\"prompt\":\"snow\",\"model\":\"gpt-image-2\",\"images\":[{\"image_url\":\""
            + data
            + "\"}]}");
    call(400, "POST", "/v1/images/edits", "{\"prompt\":\"snow\",\"model\":\"gpt-image-2\"}");
    call(200, "GET", "/v1/models", "");
    ask(200, "GET", "/v1/models/{id}", "/v1/models/gpt-image-2", "");
    ask(404, "GET", "/v1/models/{id}", "/v1/models/of-tomorrow", "");
  }

  private void events() {
    try (EventReader events = new EventReader(server, "/events")) {
      assertEquals(List.of(), api.problems("Cursor", events.next().data().toString()));
      call(202, "POST", "/generate", LIGHTHOUSE, "Prefer", "respond-async");
      for (int count = 0; count < 2; count++) {
        assertEquals(
            List.of(), api.problems("Progress", events.next("progress").data().toString()));
      }
      assertEquals(List.of(), api.problems("Entry", events.entry("settled").data().toString()));
      succeeded.add("GET /events");
    }
    call(400, "GET", "/events?q=stat:x", "");
  }
}
