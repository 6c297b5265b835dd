package dev.easel.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The server as a process of its own, as the launcher starts it.
final class ServerProcessTest {

  @TempDir private Path directory;

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
            ServerJvm.start(
                directory,
                Map.of("EASEL_BUDGET_DAILY_USD", "0.01"),
                "--sandbox",
                "--json",
                "--port=0");
        HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = generate(client, server.address()).get();
      assertEquals(200, answer.statusCode(), answer.body());
      HttpRequest health = HttpRequest.newBuilder(server.address().resolve("/health")).build();
      String told = client.send(health, HttpResponse.BodyHandlers.ofString()).body();
      assertTrue(told.contains("\"sandbox\":true"), told);
      server.stop();
      assertEquals(0, server.exitCode());
      String printed = server.printed();
      assertTrue(printed.contains("easel.db (sqlite), provider the sandbox"), printed);
      assertTrue(printed.contains("easel: budget.daily-usd and budget.monthly-usd do"), printed);
      assertTrue(printed.contains("{\"url\":\"" + server.address()), printed);
      assertTrue(printed.contains("easel: stopped"), printed);
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
              HeldProvider.KEY,
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
