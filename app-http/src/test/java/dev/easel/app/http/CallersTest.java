package dev.easel.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.adapter.persistence.GenerationLogs;
import dev.easel.domain.cost.BudgetPeriod;
import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Fact;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.SamplePictures;
import dev.easel.domain.usecase.ChangeCallers;
import dev.easel.platform.Platform;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Callers: who they are, what they may spend, and what they may see. One of them is added by
/// another handle of the same log, as another process would.
final class CallersTest {

  private static final String TOKEN = "the-servers-own-token";
  // Four cents.
  private static final String PICTURE =
      "{\"prompt\":\"a lighthouse\",\"model\":\"dall-e-3\",\"size\":\"1024x1024\"}";

  @TempDir private Path directory;
  private final ProviderDouble provider = new ProviderDouble();
  private final Map<String, String> configuration = new HashMap<>();
  private TestServer server;
  private GenerationLog elsewhere;
  private String anna = "";
  private String bob = "";

  @BeforeEach
  void start() {
    start(Map.of());
  }

  private void start(Map<String, String> values) {
    configuration.putAll(values);
    server = TestServer.start(directory, provider, configuration);
    elsewhere = GenerationLogs.open(TestServer.settings(directory, configuration).log());
    if (anna.isEmpty()) {
      anna = added("anna", "0.1");
      bob = added("bob", null);
    }
  }

  @AfterEach
  void stop() {
    elsewhere.close();
    server.close();
  }

  private void restart(Map<String, String> values) {
    stop();
    start(values);
  }

  private ChangeCallers changing() {
    return new ChangeCallers(elsewhere, Platform.tokens(), Platform.time());
  }

  private String added(String name, @Nullable String daily) {
    Money cap = daily == null ? null : Money.ofUsd(daily);
    return assertInstanceOf(ChangeCallers.Change.Admitted.class, changing().add(name, cap)).token();
  }

  private HttpResponse<String> generate(String token, String... headers) {
    String[] all = new String[headers.length + 2];
    all[0] = "Authorization";
    all[1] = "Bearer " + token;
    System.arraycopy(headers, 0, all, 2, headers.length);
    return server.post("/generate", PICTURE, all);
  }

  private HttpResponse<String> get(String path, String token) {
    return server.send(server.request(path).header("Authorization", "Bearer " + token));
  }

  private JsonNode entryOf(String token) {
    HttpResponse<String> made = generate(token);
    assertEquals(200, made.statusCode(), made.body());
    return TestServer.json(made).get("log_entry");
  }

  private void draws(String colour) {
    int width = 64 + colour.length();
    provider.answers(
        request -> ProviderDouble.picture(SamplePictures.twoColours("png", width, 64)));
  }

  @Test
  void entriesCarryWhoAskedForThem() {
    assertEquals("anna", entryOf(anna).get("caller").asString());
    assertEquals("bob", entryOf(bob).get("caller").asString());
    JsonNode own = TestServer.json(server.post("/generate", PICTURE)).get("log_entry");
    assertTrue(own.get("caller").isNull());
  }

  @Test
  void theTokenHasAHeaderOfItsOwnBesideAKeyForTheProvider() {
    HttpResponse<String> made =
        server.post(
            "/generate", PICTURE, "x-easel-token", anna, "Authorization", "Bearer sk-foreign");

    assertEquals(200, made.statusCode(), made.body());
    assertEquals("anna", TestServer.json(made).get("log_entry").get("caller").asString());
  }

  @Test
  void aTokenOfNobodyIsNotTheUsers() {
    for (String wrong : List.of("easel_nobodys", anna + "x", anna.substring(1), "anna")) {
      assertEquals(401, get("/logs", wrong).statusCode(), wrong);
    }
    assertEquals(200, server.get("/logs").statusCode());
  }

  @Test
  void wrongTokensAreTooManyAfterTenAndTheRightOneIsHeardAllTheSame() {
    for (int count = 0; count < 10; count++) {
      assertEquals(401, get("/logs", "easel_wrong-" + count).statusCode());
    }
    assertEquals(429, get("/logs", "easel_wrong").statusCode());
    assertEquals(200, get("/logs", anna).statusCode());
    assertEquals(200, server.get("/logs").statusCode());
  }

  @Test
  void withATokenOfTheServersItsOwnIsTheUserAndACallersTheCaller() {
    restart(Map.of("server.token", TOKEN));

    assertEquals(401, server.get("/logs").statusCode());
    assertEquals(401, get("/logs", "easel_nobodys").statusCode());
    JsonNode own = TestServer.json(generate(TOKEN)).get("log_entry");
    assertTrue(own.get("caller").isNull());
    assertEquals("anna", entryOf(anna).get("caller").asString());
    assertEquals(200, server.get("/").statusCode());
  }

  @Test
  void aCallersDailyBudgetHoldsAndCanBeRaised() {
    assertEquals(200, generate(anna).statusCode());
    assertEquals(200, generate(anna).statusCode());

    HttpResponse<String> third = generate(anna);

    assertEquals(402, third.statusCode());
    JsonNode refused = TestServer.json(third);
    assertEquals("over_budget", refused.get("code").asString());
    String error = refused.get("error").asString();
    assertTrue(error.contains("the daily budget of anna of $0.1 has $0.08 committed"), error);
    assertTrue(error.contains("easel budget raise 1 --caller anna"), error);
    assertEquals(200, generate(bob).statusCode());
    elsewhere.declare(
        new Fact.Raise(Platform.time().now(), BudgetPeriod.DAY, "anna", Money.ofUsd("0.02")));
    assertEquals(200, generate(anna).statusCode());
    assertEquals(4, provider.calls());
  }

  @Test
  void keysBelongToTheirCaller() {
    String[] key = {"Idempotency-Key", "one"};
    String annas = TestServer.json(generate(anna, key)).get("log_entry").get("id").asString();
    String bobs = TestServer.json(generate(bob, key)).get("log_entry").get("id").asString();
    String again = TestServer.json(generate(anna, key)).get("log_entry").get("id").asString();

    assertNotEquals(annas, bobs);
    assertEquals(annas, again);
    assertEquals(2, provider.calls());
  }

  @Test
  void aCallerSeesItsOwnEntriesOnly() {
    draws("red");
    JsonNode annas = entryOf(anna);
    draws("blue and green");
    JsonNode bobs = entryOf(bob);
    String own = annas.get("id").asString();
    String other = bobs.get("id").asString();

    assertEquals(1, TestServer.json(get("/logs", anna)).get("count").asInt());
    for (String q : List.of("caller:bob", "caller:none", "%22a", "id:" + other, "-caller:anna")) {
      JsonNode listed = TestServer.json(get("/logs?q=" + q, anna));
      assertTrue(!listed.has("count") || listed.get("count").asInt() == 0, q + " " + listed);
    }
    JsonNode sums = TestServer.json(get("/logs/stats", anna));
    assertEquals(1, sums.get("total_requests").asInt());
    assertEquals(1, sums.get("by_caller").size());
    assertEquals(200, get("/logs/" + own, anna).statusCode());
    assertEquals(200, get("/logs/" + own.substring(30), anna).statusCode());
    assertEquals(200, get("/logs/" + own + "/explanation", anna).statusCode());
    for (String id : List.of(other, other.substring(30), "nonsense")) {
      assertEquals(404, get("/logs/" + id, anna).statusCode(), id);
    }
    assertEquals(404, get("/logs/" + other + "/explanation", anna).statusCode());
    assertEquals(200, get(annas.get("image_url").asString(), anna).statusCode());
    assertEquals(200, get(annas.get("image_url").asString() + "?w=64", anna).statusCode());
    HttpResponse<String> foreign = get(bobs.get("image_url").asString(), anna);
    assertEquals(404, foreign.statusCode());
    HttpResponse<String> missing = get("/pictures/" + "0".repeat(64), anna);
    assertEquals(missing.body(), foreign.body());
    assertEquals(2, TestServer.json(server.get("/logs")).get("count").asInt());
  }

  @Test
  void aPictureThatSeveralMadeIsSeenByEachOfThem() {
    String annas = entryOf(anna).get("image_url").asString();
    String bobs = entryOf(bob).get("image_url").asString();

    assertEquals(annas, bobs);
    assertEquals(200, get(annas, anna).statusCode());
    assertEquals(200, get(annas, bob).statusCode());
  }

  @Test
  void aCallerSeesItsOwnBudgetOnly() {
    restart(Map.of("budget.daily-usd", "5"));
    entryOf(anna);
    entryOf(bob);

    JsonNode budget = TestServer.json(get("/budget", anna));

    assertTrue(budget.get("day").isNull());
    assertTrue(budget.get("month").isNull());
    assertTrue(budget.get("forecast").isNull());
    assertEquals(1, budget.get("callers").size());
    JsonNode line = budget.get("callers").get(0);
    assertEquals("anna", line.get("caller").asString());
    assertEquals(0.04, line.get("committed_usd").asDouble());
    assertEquals(0.06, line.get("left_usd").asDouble());
    JsonNode users = TestServer.json(server.get("/budget"));
    assertEquals(0.08, users.get("day").get("committed_usd").asDouble());
    assertEquals("anna", users.get("callers").get(0).get("caller").asString());
  }

  @Test
  void anEstimateSaysWhatWouldBeLeft() {
    restart(Map.of("budget.daily-usd", "5"));

    JsonNode annas =
        TestServer.json(server.post("/estimate", PICTURE, "Authorization", "Bearer " + anna));
    JsonNode users = TestServer.json(server.post("/estimate", PICTURE));

    assertEquals(1, annas.get("budget").size());
    assertEquals("anna", annas.get("budget").get(0).get("caller").asString());
    assertEquals(0.06, annas.get("budget").get(0).get("left_after_usd").asDouble());
    assertEquals(4.96, users.get("budget").get(0).get("left_after_usd").asDouble());
    assertTrue(users.get("budget").get(0).get("admitted").asBoolean());
    assertEquals(0, provider.calls());
  }

  @Test
  void aRemovedCallerIsTurnedAwayAtOnce() {
    assertEquals(200, get("/logs", anna).statusCode());

    changing().remove("anna");

    assertEquals(401, get("/logs", anna).statusCode());
    assertEquals(401, generate(anna).statusCode());
    assertEquals(0, provider.calls());
  }

  @Test
  void aRenewedCallerNeedsItsNewToken() {
    String fresh =
        assertInstanceOf(ChangeCallers.Change.Admitted.class, changing().renew("anna")).token();

    assertEquals(401, get("/logs", anna).statusCode());
    assertEquals(200, get("/logs", fresh).statusCode());
  }

  @Test
  void aCallerLearnsNothingOfWhatOthersSpend() {
    restart(Map.of("budget.daily-usd", "0.1", "budget.monthly-usd", "5"));
    generate(bob);
    JsonNode second = TestServer.json(generate(bob));
    HttpResponse<String> third = generate(anna);

    assertEquals(
        "[\"the daily budget of the server is nearly used up\"]",
        second.get("warnings").toString());
    assertEquals(402, third.statusCode());
    String words = "the daily budget of the server has no room left for this request";
    assertEquals(words, TestServer.json(third).get("error").asString());
    JsonNode own = TestServer.json(get("/logs", anna)).get("logs").get(0);
    assertEquals(words, own.get("error").asString());
    assertTrue(
        server
            .printed()
            .contains("\"note\":\"this request may cost $0.04, and the daily budget of"),
        server.printed());
  }

  @Test
  void whoeverSpendsIsWarnedWhenABudgetComesNearItsEnd() {
    restart(Map.of("budget.daily-usd", "0.1", "budget.monthly-usd", "5"));

    JsonNode first = TestServer.json(server.post("/generate", PICTURE));
    JsonNode second = TestServer.json(server.post("/generate", PICTURE));

    assertEquals(0, first.get("warnings").size());
    assertEquals(1, second.get("warnings").size());
    assertEquals(
        "the daily budget is at 80 %: $0.08 of $0.1 is committed, and $0.02 is left",
        second.get("warnings").get(0).asString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/page/page.css", "/page/page.js", "/models", "/health", "/budget", "/logs"})
  void whatIsForCallersToo(String path) {
    assertEquals(200, get(path, anna).statusCode());
  }

  @Test
  void everyOtherRouteIsForTheUserAlone() {
    JsonNode own = entryOf(anna);
    String change = "{\"star\":true}";

    HttpResponse<String> marked =
        server.send(
            server
                .request("/logs/" + own.get("id").asString())
                .header("Authorization", "Bearer " + anna)
                .header("Content-Type", "application/json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(change)));

    assertEquals(403, marked.statusCode());
    assertEquals("not_for_callers", TestServer.json(marked).get("code").asString());
    assertEquals(403, get("/queue", anna).statusCode());
    assertFalse(
        TestServer.json(server.get("/logs/" + own.get("id").asString())).get("star").asBoolean());
    Router.Route fresh = new Router.Route("GET", "/new", _ -> Reply.notModified());
    assertThrows(Refusal.class, () -> fresh.admit("anna"));
    fresh.admit(null);
  }
}
