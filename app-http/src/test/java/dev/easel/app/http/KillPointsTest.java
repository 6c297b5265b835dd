package dev.easel.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.app.http.HaltingStudio.Step;
import dev.easel.config.LogBackend;
import dev.easel.config.Settings;
import dev.easel.domain.cost.CostBasis;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryState;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A process that is gone at one step of a request leaves what the table of states says.
@EachBackend
final class KillPointsTest {

  private static final String PROMPT = HaltingStudio.PROMPT;

  @Parameter private LogBackend backend = LogBackend.SQLITE;
  @TempDir private Path directory;
  private final CountingUpstream upstream = CountingUpstream.start();

  @AfterEach
  void stop() {
    upstream.close();
  }

  private int run(String work, Step step) throws Exception {
    Map<String, String> environment = new HashMap<>(upstream.environment());
    environment.put("EASEL_LOG_BACKEND", backend.name().toLowerCase(Locale.ROOT));
    return HaltingStudio.run(directory, environment, work, step);
  }

  private Settings settings() {
    return TestServer.settings(
        directory, Map.of("log.backend", backend.name().toLowerCase(Locale.ROOT)));
  }

  /// The one entry after a process was halted at a step of its order.
  private Entry halted(Step step, int charges) throws Exception {
    assertEquals(HaltingStudio.HALTED, run("order", step));
    assertEquals(charges, upstream.charged().getOrDefault(PROMPT, 0));
    return PaidBooks.open(settings()).entry(PROMPT);
  }

  private static void assertAtRisk(Entry entry) {
    assertEquals(EntryState.UNKNOWN, entry.state(), entry::toString);
    assertEquals("process_died", entry.code());
    assertEquals(PaidBooks.PRICE, entry.atRisk());
  }

  private long pictures() throws Exception {
    try (Stream<Path> files = Files.walk(settings().pictureDirectory())) {
      return files.filter(file -> file.toString().endsWith(".png")).count();
    }
  }

  @Test
  void beforeTheCallNothingIsChargedAndNothingForgotten() throws Exception {
    Entry entry = halted(Step.AFTER_RESERVE, 0);
    assertTrue(
        Set.of(EntryState.UNKNOWN, EntryState.RELEASED).contains(entry.state()), entry::toString);
  }

  @Test
  void withThePictureOnTheDiskAndNoEndInTheLogItIsUnknown() throws Exception {
    assertAtRisk(halted(Step.BEFORE_FINISH, 1));
    assertEquals(1, pictures());
  }

  @Test
  void withItsEndInTheLogItIsSettledAndAnsweredToWhoeverAsksAgain() throws Exception {
    String id = halted(Step.AFTER_FINISH, 1).id().toString();
    assertEquals(0, run("order", Step.NEVER));
    PaidBooks books = PaidBooks.open(settings());
    books.assertBalance(upstream.charged());
    books.assertDelivered(PROMPT, id);
  }

  @ParameterizedTest
  @EnumSource(
      value = Step.class,
      names = {"BEFORE_ATTEMPT", "AFTER_ATTEMPT"})
  void betweenTwoAttemptsNothingIsSettled(Step step) throws Exception {
    upstream.refuse(429);
    Entry entry = halted(step, 0);
    assertTrue(
        Set.of(EntryState.UNKNOWN, EntryState.RELEASED).contains(entry.state()), entry::toString);
    assertTrue(step == Step.BEFORE_ATTEMPT || entry.attempts().size() == 1, entry::toString);
  }

  @Test
  void afterTheAnswerAndBeforeThePictureItIsUnknownAndNotOrderedAgain() throws Exception {
    assertAtRisk(halted(Step.AFTER_GENERATE, 1));
    assertEquals(0, pictures());
    assertEquals(0, run("order", Step.NEVER));
    assertAtRisk(PaidBooks.open(settings()).entry(PROMPT));
    assertEquals(Map.of(PROMPT, 1), upstream.charged());
    assertTheUsersWordHolds();
  }

  private void assertTheUsersWordHolds() throws Exception {
    assertEquals(HaltingStudio.HALTED, run("settle", Step.BEFORE_SETTLE));
    assertAtRisk(PaidBooks.open(settings()).entry(PROMPT));
    assertEquals(HaltingStudio.HALTED, run("settle", Step.AFTER_SETTLE));
    Entry settled = PaidBooks.open(settings()).entry(PROMPT);
    assertEquals(EntryState.SETTLED, settled.state());
    assertEquals(CostBasis.BY_HAND, settled.cost().basis());
    assertEquals(PaidBooks.PRICE, settled.cost().amount());
  }

  @Test
  void betweenSendingAndTheAnswerItIsUnknownToAllWhoWaitForIt() throws Exception {
    Map<String, String> environment = new HashMap<>(upstream.environment());
    environment.put("EASEL_LOG_BACKEND", backend.name().toLowerCase(Locale.ROOT));
    try (ServerJvm dying = ServerJvm.start(directory, environment, "--port=0");
        ServerJvm living = ServerJvm.start(directory, environment, "--port=0");
        HttpClient client = HttpClient.newHttpClient()) {
      URI first = dying.address();
      URI second = living.address();
      CompletableFuture<HttpResponse<String>> joined = new CompletableFuture<>();
      upstream.beforeAnswering(prompt -> {
        var _ = ordered(client, second).thenAccept(joined::complete);
        sleep(1_500); // until the second has joined the first
        dying.kill();
      });
      assertTrue(ordered(client, first).handle((_, broken) -> broken != null).get());
      HttpResponse<String> answer = joined.get(20, TimeUnit.SECONDS);
      assertEquals(504, answer.statusCode(), answer.body());
      assertEquals("process_died", TestServer.json(answer).get("code").asString());
    }
    assertAtRisk(PaidBooks.open(settings()).entry(PROMPT));
    assertEquals(Map.of(PROMPT, 1), upstream.charged());
  }

  private static CompletableFuture<HttpResponse<String>> ordered(HttpClient client, URI server) {
    return client.sendAsync(
        HttpRequest.newBuilder(server.resolve("/generate"))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", "key")
            .POST(HttpRequest.BodyPublishers.ofString(PaidBooks.order(PROMPT)))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
