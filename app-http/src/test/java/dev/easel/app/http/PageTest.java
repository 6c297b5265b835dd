package dev.easel.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.easel.adapter.sandbox.Sandbox;
import dev.easel.adapter.sandbox.SandboxSettings;
import dev.easel.domain.image.Failure;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Outcome;
import dev.easel.domain.ledger.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The page, used in a real browser. Every scene besides sees to it that nothing breaks the policy
/// of the page, that it complains of nothing, and that no picture is left in the browser's memory.
final class PageTest {

  private static final String MARKUP = "<img src=x onerror=\"document.title='ran'\">";

  @TempDir private static Path shared;
  private static Path place = Path.of("");
  private static Chromium.Driven browser;

  @TempDir private Path directory;
  private final ProviderDouble provider = new ProviderDouble();

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    place = PageScene.place();
    browser = Chromium.drive(shared);
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  private static URI page(TestServer server) {
    return URI.create("http://127.0.0.1:" + server.port() + "/");
  }

  private static PageScene begin(String name, TestServer server, String... given)
      throws IOException {
    return PageScene.begin(place, name, browser.endpoint(), page(server), given);
  }

  private static void play(String name, TestServer server, String... given)
      throws IOException, InterruptedException {
    try (PageScene scene = begin(name, server, given)) {
      scene.end();
    }
  }

  private static String body(String prompt) {
    return Json.write(Fields.NONE.with("prompt", prompt));
  }

  private static JsonNode entry(TestServer server, String prompt) {
    return TestServer.json(server.post("/generate", body(prompt))).get("log_entry");
  }

  private static Sandbox sandbox(Duration latency) throws IOException {
    return Sandbox.start(
        new SandboxSettings(0, new SandboxSettings.Latency(latency, latency), List.of()),
        TestServer.catalogues().models(),
        TestServer.pricing());
  }

  @Test
  void aPictureTakesShapeAndAppears() throws Exception {
    try (Sandbox sandbox = sandbox(Duration.ofMillis(300));
        TestServer server = TestServer.calling(directory, sandbox.baseUrl())) {
      play("generate", server);
    }
  }

  @Test
  void severalAreUnderWayAndEachIsShownWhenItEnds() throws Exception {
    CountDownLatch gate = provider.held();
    try (TestServer server = TestServer.start(directory, provider);
        PageScene scene = begin("several", server)) {
      scene.await("ordered");
      Thread elsewhere = Thread.ofVirtual().start(() -> server.post("/generate", body("a heron")));
      scene.await("under way");
      gate.countDown();
      scene.end();
      elsewhere.join();
      assertEquals(3, provider.calls());
    }
  }

  @Test
  void theLogIsSearchedAndPaged() throws Exception {
    try (TestServer server = TestServer.start(directory, provider)) {
      for (int number = 1; number <= 52; number++) {
        entry(server, (number % 20 == 0 ? "a lighthouse " : "a boat ") + number);
      }
      play("search", server);
    }
  }

  @Test
  void aLongSearchGoesOnByItself() throws Exception {
    try (TestServer server = TestServer.start(directory, provider)) {
      for (String prompt : List.of("a lighthouse", "a boat", "a lighthouse", "a lighthouse")) {
        entry(server, prompt);
      }
      play("parts", server);
    }
  }

  @Test
  void anEntryIsOpenedMarkedRunAgainAndChanged() throws Exception {
    try (Sandbox sandbox = sandbox(Duration.ZERO);
        TestServer server = TestServer.calling(directory, sandbox.baseUrl())) {
      entry(server, "a heron in the reeds \u202egnp.exe");
      String body =
          "{\"prompt\":\"a lighthouse\",\"size\":\"1536x1024\",\"quality\":\"auto\",\"n\":2,"
              + "\"seed\":7,\"user\":\"anna\"}";
      server.post("/generate", body);
      play("detail", server);
    }
  }

  @Test
  void whatMayHaveBeenChargedIsSettled() throws Exception {
    try (TestServer server = TestServer.start(directory, provider)) {
      entry(server, "a lighthouse");
      provider.answers(request -> failed(new Failure.TimedOut(Duration.ofSeconds(5))));
      server.post("/generate", body("a boat"));
      server.post("/generate", body("a heron"));
      play("settle", server);
      JsonNode told = TestServer.json(server.get("/logs"));
      assertEquals("released", told.at("/logs/0/state").asString());
      assertEquals("0.02", told.at("/logs/1/cost_estimate_usd").asString());
    }
  }

  private static Outcome failed(Failure failure) {
    return new Outcome.Failed(Fields.NONE, null, failure);
  }

  @Test
  void foreignTextStaysText() throws Exception {
    try (TestServer server = TestServer.start(directory, provider)) {
      List<String> prompts =
          List.of(
              MARKUP,
              "</script><script>document.title='ran'</script>",
              "\"><svg onload=\"document.title='ran'\">",
              "<a href=\"javascript:document.title='ran'\">x</a>",
              "<style>body{display:none}</style><meta http-equiv=refresh content=\"0;url=/x\">");
      prompts.forEach(prompt -> entry(server, prompt));
      provider.answers(request ->
          failed(new Failure.Rejected(400, "bad", null, MARKUP, null, Duration.ofMillis(1))));
      server.post("/generate", Json.write(Fields.NONE.with("prompt", "p").with("model", MARKUP)));
      play("hostile", server, Json.write(Fields.NONE.with("prompts", prompts)));
    }
  }

  @Test
  void theServerGoesAndComesBack() throws Exception {
    TestServer server = TestServer.start(directory, provider);
    int port = server.port();
    entry(server, "a lighthouse");
    try (PageScene scene = begin("offline", server)) {
      scene.await("shown");
      server.close();
      scene.await("missed");
      try (TestServer again = restarted(port)) {
        scene.await("back");
        entry(again, "a heron");
        scene.end();
      }
    }
  }

  private TestServer restarted(int port) {
    return TestServer.start(directory, provider, Map.of("server.port", Integer.toString(port)));
  }

  @Test
  void theKeyboardReachesEverything() throws Exception {
    try (TestServer server = TestServer.start(directory, provider)) {
      entry(server, "a lighthouse");
      entry(server, "a heron");
      play("keyboard", server);
    }
  }

  @Test
  void everyViewIsFitForAllReadersOnDeskAndPhoneInLightAndDark() throws Exception {
    Map<String, String> budgets =
        Map.of("budget.daily-usd", "10", "budget.monthly-usd", "12345.67");
    try (TestServer server = TestServer.start(directory, provider, budgets)) {
      entry(server, "a lighthouse");
      server.post("/generate", Json.write(Fields.NONE.with("prompt", "x".repeat(300))));
      provider.answers(request -> failed(new Failure.TimedOut(Duration.ofSeconds(5))));
      server.post("/generate", body("a boat"));
      play("looks", server);
    }
  }

  @Test
  void theTokenIsAskedForAndPicturesComeWithIt() throws Exception {
    String token = "a-token-of-more-than-sixteen-characters";
    try (TestServer server = TestServer.start(directory, provider, Map.of("server.token", token))) {
      server.send(
          server
              .request("/generate")
              .header("Authorization", "Bearer " + token)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(body("a lighthouse"))));
      play("token", server, token);
    }
  }

  @Test
  void whatABudgetRefusesIsSaidBeforeAndAfter() throws Exception {
    try (TestServer server =
        TestServer.start(directory, provider, Map.of("budget.daily-usd", "0.06"))) {
      play("budget", server);
      assertEquals(0, provider.calls());
    }
  }

  @Test
  void aMissingKeyIsNamedWithWhatToDo() throws Exception {
    try (TestServer server = TestServer.start(directory, provider, Map.of("OPENAI_API_KEY", ""))) {
      play("keyless", server);
    }
  }
}
