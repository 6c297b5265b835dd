package dev.easel.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.adapter.persistence.GenerationLogs;
import dev.easel.config.LogBackend;
import dev.easel.config.LogSettings;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryState;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.Page;
import dev.easel.domain.ledger.Query;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/// How a server stops, as a process of its own.
final class StoppingTest {

  private static final String BODY = "{\"prompt\":\"a lighthouse\"}";

  @TempDir private Path directory;

  private ServerJvm start(HeldProvider provider, String... arguments) throws IOException {
    return ServerJvm.start(directory, provider.environment(), arguments);
  }

  private static List<CompletableFuture<HttpResponse<String>>> generate(
      HttpClient client, URI server, int count) {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve("/generate"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(BODY))
            .build();
    return IntStream.range(0, count)
        .mapToObj(_ -> client.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
        .toList();
  }

  private List<Entry> entries(LogBackend backend) {
    Path data = directory.resolve("data");
    Path path =
        data.resolve(backend == LogBackend.JSONL ? "image_generation_log.jsonl" : "easel.db");
    try (GenerationLog log = GenerationLogs.open(new LogSettings(backend, path, null))) {
      return log.page(Query.EVERYTHING, Page.Request.newest(100)).entries();
    }
  }

  @ParameterizedTest
  @CsvSource({"1, false", "20, true"})
  void whatIsUnderWayEndsBeforeItStops(int count, boolean interrupt) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient(); // waits for its answers when it is closed
        HeldProvider provider = new HeldProvider();
        ServerJvm server = start(provider, "--port", "0")) {
      var running = generate(client, server.address(), count);
      provider.await(count);
      if (interrupt) {
        server.interrupt();
      } else {
        server.stop();
      }
      server.await("easel: stopping; what is under way has 60 s");
      provider.tell();
      for (CompletableFuture<HttpResponse<String>> answer : running) {
        assertEquals(502, answer.get().statusCode());
        assertTrue(answer.get().body().contains("not_today"), answer.get().body());
      }
      assertEquals(0, server.exitCode());
      assertFalse(server.printed().contains(HeldProvider.KEY));
      List<Entry> entries = entries(LogBackend.SQLITE);
      assertEquals(count, entries.size());
      assertTrue(entries.stream().allMatch(entry -> entry.state() == EntryState.RELEASED));
    }
  }

  @ParameterizedTest
  @EnumSource(LogBackend.class)
  void whatTakesTooLongIsRecordedAndItsClientsTold(LogBackend backend) throws Exception {
    try (HeldProvider provider = new HeldProvider()) {
      Map<String, String> environment = new HashMap<>(provider.environment());
      environment.put("EASEL_LOG_BACKEND", backend.name().toLowerCase(Locale.ROOT));
      try (ServerJvm server =
              ServerJvm.start(
                  directory, environment, "--port", "0", "--set", "server.stop-seconds=1");
          HttpClient client = HttpClient.newHttpClient()) {
        var running = generate(client, server.address(), 20);
        provider.await(20);
        server.stop();
        assertEquals(0, server.exitCode());
        assertTrue(server.printed().contains("has 1 s to finish"), server.printed());
        Map<String, Entry> entries = new HashMap<>();
        entries(backend).forEach(entry -> entries.put(entry.id().toString(), entry));
        assertEquals(20, entries.size());
        for (CompletableFuture<HttpResponse<String>> answer : running) {
          assertEquals(504, answer.get().statusCode());
          JsonNode told = TestServer.json(answer.get());
          assertEquals("stopped", told.get("code").asString());
          assertStopped(Objects.requireNonNull(entries.get(told.get("id").asString())));
        }
      }
    }
  }

  private static void assertStopped(Entry entry) {
    assertEquals(EntryState.UNKNOWN, entry.state());
    assertEquals("stopped", entry.code());
    assertTrue(entry.atRisk() != null, entry.toString());
  }

  @Test
  void aSecondSignalRecordsAndEndsItAtOnce() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient(); // waits for its answers when it is closed
        HeldProvider provider = new HeldProvider();
        ServerJvm server = start(provider, "--port", "0")) {
      var running = generate(client, server.address(), 1);
      provider.await(1);
      server.stop();
      server.await("easel: stopping");
      server.stop();
      assertEquals(6, server.exitCode());
      assertEquals(504, running.getFirst().get().statusCode());
      assertStopped(entries(LogBackend.SQLITE).getFirst());
    }
  }

  @Test
  void whoIsConnectedAlreadyIsToldThatItStops() throws Exception {
    try (HeldProvider provider = new HeldProvider();
        ServerJvm server = start(provider, "--port", "0");
        HttpClient client = HttpClient.newHttpClient();
        Socket idle = connect(server);
        Socket sending = connect(server)) {
      say(idle, request(server, "GET", "/health", ""));
      assertTrue(heard(idle).startsWith("HTTP/1.1 200"));
      String whole = request(server, "POST", "/generate", BODY);
      int cut = whole.length() - 9;
      say(sending, whole.substring(0, cut));
      generate(client, server.address(), 1);
      provider.await(1);
      server.stop();
      server.await("easel: stopping");

      say(idle, whole);
      String refused = heard(idle);
      assertTrue(refused.startsWith("HTTP/1.1 503"), refused);
      assertTrue(refused.contains("Retry-after: 5") && refused.contains("\"stopping\""), refused);
      say(sending, whole.substring(cut));
      assertTrue(heard(sending).startsWith("HTTP/1.1 503"));
      assertThrows(IOException.class, () -> connect(server).close());

      provider.tell();
      assertEquals(0, server.exitCode());
      assertEquals(1, entries(LogBackend.SQLITE).size());
    }
  }

  @Test
  void aClientThatStopsSendingKeepsNobodyWaiting() throws Exception {
    try (HeldProvider provider = new HeldProvider();
        ServerJvm server = start(provider, "--port", "0");
        Socket sending = connect(server)) {
      say(sending, "POST /generate HTTP/1.1\r\nHost: localhost:" + sending.getPort() + "\r\n");
      Thread.sleep(200);
      assertStopsWithin(Duration.ofSeconds(8), server);
    }
  }

  @Test
  void stoppingWhileIdleTakesNoTimeAndTheNextServerStartsAtOnce() throws Exception {
    try (HeldProvider provider = new HeldProvider();
        ServerJvm server = start(provider, "--port", "0");
        Socket idle = connect(server)) {
      say(idle, request(server, "GET", "/health", ""));
      assertTrue(heard(idle).startsWith("HTTP/1.1 200"));
      assertStopsWithin(Duration.ofSeconds(4), server);
      try (ServerJvm next =
          start(provider, "--port", Integer.toString(server.address().getPort()))) {
        assertEquals(server.address(), next.address());
      }
    }
  }

  @Test
  void theNextServerNeedsNotWaitForWhatIsUnderWay() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient(); // waits for its answers when it is closed
        HeldProvider provider = new HeldProvider();
        ServerJvm server = start(provider, "--port", "0")) {
      var running = generate(client, server.address(), 1);
      provider.await(1);
      server.stop();
      server.await("easel: stopping");
      try (ServerJvm next =
          start(provider, "--port", Integer.toString(server.address().getPort()))) {
        assertEquals(server.address(), next.address());
        provider.tell();
        assertEquals(502, running.getFirst().get().statusCode());
        assertEquals(0, server.exitCode());
      }
    }
  }

  private static void assertStopsWithin(Duration longest, ServerJvm server) throws Exception {
    long start = System.nanoTime();
    server.stop();
    assertEquals(0, server.exitCode());
    long took = System.nanoTime() - start;
    assertTrue(took < longest.toNanos(), Duration.ofNanos(took).toString());
  }

  @ParameterizedTest
  @EnumSource(LogBackend.class)
  void whoWaitsForAProcessThatDiesIsTold(LogBackend backend) throws Exception {
    try (HeldProvider provider = new HeldProvider();
        HttpClient client = HttpClient.newHttpClient()) {
      Map<String, String> environment = new HashMap<>(provider.environment());
      environment.put("EASEL_LOG_BACKEND", backend.name().toLowerCase(Locale.ROOT));
      try (ServerJvm first = ServerJvm.start(directory, environment, "--port", "0");
          ServerJvm second = ServerJvm.start(directory, environment, "--port", "0")) {
        CompletableFuture<HttpResponse<String>> called = keyed(client, first.address());
        provider.await(1);
        CompletableFuture<HttpResponse<String>> joined = keyed(client, second.address());
        Thread.sleep(1_000);
        assertFalse(joined.isDone());
        first.kill();
        assertTrue(called.handle((_, broken) -> broken != null).get());
        assertEquals(504, joined.get().statusCode());
        assertTrue(joined.get().body().contains("\"process_died\""), joined.get().body());
        assertEquals(1, entries(backend).size());
      }
    }
  }

  private static CompletableFuture<HttpResponse<String>> keyed(HttpClient client, URI server) {
    return client.sendAsync(
        HttpRequest.newBuilder(server.resolve("/generate"))
            .headers("Content-Type", "application/json", "Idempotency-Key", "once")
            .POST(HttpRequest.BodyPublishers.ofString(BODY))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static Socket connect(ServerJvm server) throws IOException {
    try {
      URI address = server.address();
      Socket socket = new Socket(address.getHost(), address.getPort());
      socket.setSoTimeout(30_000);
      return socket;
    } catch (IOException refused) {
      throw refused;
    } catch (Exception unexpected) {
      throw new IllegalStateException(unexpected);
    }
  }

  private static String request(ServerJvm server, String method, String path, String body)
      throws Exception {
    return "%s %s HTTP/1.1\r\nHost: localhost:%d\r\n%s\r\n%s"
        .formatted(
            method,
            path,
            server.address().getPort(),
            body.isEmpty()
                ? ""
                : "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n",
            body);
  }

  private static void say(Socket socket, String words) throws IOException {
    socket.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  private static String heard(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    byte[] buffer = new byte[8 * 1024];
    int count = in.read(buffer);
    return count < 0 ? "" : new String(buffer, 0, count, StandardCharsets.UTF_8);
  }
}
