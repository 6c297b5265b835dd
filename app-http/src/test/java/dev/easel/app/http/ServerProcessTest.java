package dev.easel.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The server as a process of its own, as the launcher starts it.
final class ServerProcessTest {

  private static final String KEY = "sk-canary-71ce0b";

  @TempDir private Path directory;

  /// A provider that refuses, as soon as it is told to.
  private static final class SlowProvider implements AutoCloseable {
    private final CountDownLatch called = new CountDownLatch(1);
    private final CountDownLatch told = new CountDownLatch(1);
    private final HttpServer http;

    SlowProvider() throws IOException {
      http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      http.createContext("/", this::refuse);
      http.start();
    }

    private void refuse(HttpExchange exchange) throws IOException {
      try (exchange) {
        exchange.getRequestBody().readAllBytes();
        called.countDown();
        told.await();
        byte[] words = "{\"error\":{\"code\":\"not_today\"}}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(400, words.length);
        exchange.getResponseBody().write(words);
      } catch (InterruptedException interrupted) {
        throw new IOException(interrupted);
      }
    }

    Map<String, String> environment() {
      String url = "http://127.0.0.1:" + http.getAddress().getPort() + "/v1";
      return Map.of("OPENAI_BASE_URL", url, "OPENAI_API_KEY", KEY);
    }

    void awaitCall() throws InterruptedException {
      assertTrue(called.await(60, TimeUnit.SECONDS), "nobody called");
    }

    @Override
    public void close() {
      told.countDown();
      http.stop(0);
    }
  }

  private static CompletableFuture<HttpResponse<String>> generate(HttpClient client, URI server) {
    return client.sendAsync(
        HttpRequest.newBuilder(server.resolve("/generate"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"prompt\":\"a lighthouse\"}"))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void itSaysWhatItDoesWorksAndStops() throws Exception {
    try (ServerJvm server =
            ServerJvm.start(directory, Map.of(), "--sandbox", "--json", "--port=0");
        HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = generate(client, server.address()).get();
      assertEquals(200, answer.statusCode(), answer.body());
      server.stop();
      assertEquals(0, server.exitCode());
      String printed = server.printed();
      assertTrue(printed.contains("easel.db (sqlite), provider the sandbox"), printed);
      assertTrue(printed.contains("{\"url\":\"" + server.address()), printed);
      assertTrue(printed.contains("easel: stopped"), printed);
    }
  }

  @Test
  void whatIsUnderWayEndsBeforeItStops() throws Exception {
    try (SlowProvider provider = new SlowProvider();
        ServerJvm server = ServerJvm.start(directory, provider.environment(), "--port", "0");
        HttpClient client = HttpClient.newHttpClient()) {
      CompletableFuture<HttpResponse<String>> running = generate(client, server.address());
      provider.awaitCall();
      server.stop();
      server.await("easel: stopping; what is under way has 60 s");
      HttpResponse<String> late = generate(client, server.address()).get();
      assertEquals(503, late.statusCode());
      provider.told.countDown();
      assertEquals(502, running.get().statusCode());
      assertTrue(running.get().body().contains("not_today"), running.get().body());
      assertEquals(0, server.exitCode());
      assertFalse(server.printed().contains(KEY));
      assertTrue(server.printed().contains("key configured"), server.printed());
    }
  }

  @Test
  void aSecondSignalEndsItAtOnceAndTheNextStartCallsTheRestUnknown() throws Exception {
    try (SlowProvider provider = new SlowProvider();
        HttpClient client = HttpClient.newHttpClient()) {
      try (ServerJvm server = ServerJvm.start(directory, provider.environment(), "--port", "0")) {
        CompletableFuture<HttpResponse<String>> running = generate(client, server.address());
        provider.awaitCall();
        server.stop();
        server.await("easel: stopping");
        server.stop();
        assertEquals(6, server.exitCode());
        assertTrue(running.handle((answer, broken) -> broken != null).get());
      }
      try (ServerJvm next = ServerJvm.start(directory, provider.environment(), "--port", "0")) {
        provider.told.countDown();
        generate(client, next.address()).get();
        HttpRequest unknown =
            HttpRequest.newBuilder(next.address().resolve("/logs?q=state:unknown")).build();
        String found = client.send(unknown, HttpResponse.BodyHandlers.ofString()).body();
        assertTrue(found.contains("\"count\":1"), found);
      }
    }
  }

  @Test
  void whatOnlyWaitedWhenItWasKilledIsReleasedAtTheNextStart() throws Exception {
    try (CountingProvider provider = new CountingProvider();
        HttpClient client = HttpClient.newHttpClient()) {
      Map<String, String> environment =
          Map.of(
              "OPENAI_BASE_URL",
              provider.url().toString(),
              "OPENAI_API_KEY",
              KEY,
              "EASEL_PROVIDER_OPENAI_CONCURRENCY",
              "1");
      try (ServerJvm server = ServerJvm.start(directory, environment, "--port", "0")) {
        URI address = server.address();
        List<CompletableFuture<HttpResponse<String>>> answers =
            List.of(1, 2, 3).stream().map(_ -> generate(client, address)).toList();
        awaitCount(client, address, "/queue", 2);
        provider.awaitCalls(1);
        assertTrue(answers.stream().noneMatch(CompletableFuture::isDone));
      }
      try (ServerJvm next = ServerJvm.start(directory, environment, "--port", "0")) {
        awaitCount(client, next.address(), "/logs?q=state:released%20code:process_died", 2);
        awaitCount(client, next.address(), "/logs?q=state:unknown%20code:process_died", 1);
        assertEquals(1, provider.calls().size());
      }
    }
  }

  private static void awaitCount(HttpClient client, URI server, String path, int count)
      throws Exception {
    HttpRequest request = HttpRequest.newBuilder(server.resolve(path)).build();
    String found = "";
    for (int look = 0; look < 600 && !found.contains("\"count\":" + count); look++) {
      Thread.sleep(50);
      found = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
    assertTrue(found.contains("\"count\":" + count), found);
  }

  @Test
  void allThatIsWrongWithOptionsAndConfigurationIsSaidAtOnce() throws Exception {
    try (ServerJvm options = ServerJvm.start(directory, Map.of(), "--prot", "1", "--port")) {
      assertEquals(2, options.exitCode());
      assertTrue(options.printed().contains("--prot is no option"), options.printed());
      assertTrue(options.printed().contains("--port lacks its value"), options.printed());
    }
    Map<String, String> wrong =
        Map.of("EASEL_SERVER_PORT", "many\u001b[2J\u009b\u202e", "EASEL_LOG_BACKEND", "tape");
    try (ServerJvm values = ServerJvm.start(directory, wrong)) {
      assertEquals(2, values.exitCode());
      assertTrue(
          values.printed().contains("server.port is 'many<U+001B>[2J<U+009B><U+202E>'"),
          values.printed());
      assertTrue(values.printed().contains("log.backend is 'tape'"), values.printed());
      assertFalse(values.printed().contains("\tat "), values.printed());
    }
  }

  @Test
  void aTakenPortIsOneSentence() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      try (ServerJvm server = ServerJvm.start(directory, Map.of(), "--port", port)) {
        assertEquals(7, server.exitCode());
        assertTrue(server.printed().startsWith("easel: cannot listen on 127.0.0.1 port " + port));
        assertEquals(1, server.printed().lines().count(), server.printed());
      }
    }
  }
}
