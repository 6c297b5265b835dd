package dev.easel.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.easel.config.LogBackend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/// A whole server whose wall clock is set while it works, by Debian's libfaketime.
final class JumpingClockProcessTest {

  private static final Duration LONGEST_CALL = Duration.ofMinutes(5);

  @TempDir private Path directory;

  private static Optional<Path> library() {
    try (Stream<Path> places = Files.list(Path.of("/usr/lib"))) {
      return places
          .map(place -> place.resolve("faketime/libfaketimeMT.so.1"))
          .filter(Files::exists)
          .findFirst();
    } catch (IOException noSuchSystem) {
      return Optional.empty();
    }
  }

  private void set(String offset) {
    try {
      Files.writeString(directory.resolve("clock"), offset + "\n");
      Thread.sleep(1_200); // the library looks once a second
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Map<String, String> environment(Path library, CountingUpstream upstream) {
    Map<String, String> environment = new HashMap<>(upstream.environment());
    environment.put("LD_PRELOAD", library.toString());
    environment.put("FAKETIME_TIMESTAMP_FILE", directory.resolve("clock").toString());
    environment.put("FAKETIME_CACHE_DURATION", "1");
    environment.put("DONT_FAKE_MONOTONIC", "1");
    environment.put("FAKETIME_DONT_FAKE_MONOTONIC", "1");
    return environment;
  }

  @ParameterizedTest
  @EnumSource(LogBackend.class)
  void neitherOrderNorDurationsNorKeysFollowTheClock(LogBackend backend) throws Exception {
    Optional<Path> library = library();
    assumeTrue(library.isPresent(), "Debian's package faketime is not installed");
    set("+0");
    try (CountingUpstream upstream = CountingUpstream.start();
        HttpClient client = HttpClient.newHttpClient()) {
      Map<String, String> environment = environment(library.get(), upstream);
      environment.put("EASEL_LOG_BACKEND", backend.name().toLowerCase(Locale.ROOT));
      try (ServerJvm server = ServerJvm.start(directory, environment, "--port=0")) {
        List<String> prompts = new ArrayList<>();
        for (String offset : List.of("+0", "-3600", "+86400", "-86400", "+0")) {
          String prompt = "order " + prompts.size();
          upstream.beforeAnswering(_ -> set(offset));
          order(client, server, prompt);
          prompts.add(prompt);
          order(client, server, "order 0");
        }
        assertFollowed(logs(client, server), prompts);
        assertEquals(5, upstream.charged().size());
        assertTrue(upstream.charged().values().stream().allMatch(count -> count == 1));
      }
    }
  }

  private static void assertFollowed(JsonNode logs, List<String> prompts) {
    List<String> oldestFirst = new ArrayList<>();
    List<Instant> times = new ArrayList<>();
    for (JsonNode entry : logs) {
      oldestFirst.addFirst(entry.get("prompt").asString());
      times.addFirst(Instant.parse(entry.get("timestamp").asString()));
      double millis = entry.get("latency_ms").asDouble();
      assertTrue(millis >= 0 && millis < LONGEST_CALL.toMillis(), entry.toString());
    }
    assertEquals(prompts, oldestFirst);
    assertTrue(times.get(2).isBefore(times.get(1)), "the clock was not set: " + times);
    assertTrue(times.get(3).isAfter(times.get(2).plusSeconds(3_600)), times.toString());
  }

  private static void order(HttpClient client, ServerJvm server, String prompt) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server.address().resolve("/generate"))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", prompt)
            .POST(HttpRequest.BodyPublishers.ofString(PaidBooks.order(prompt)))
            .build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    assertEquals(200, answer.statusCode(), answer.body());
  }

  private static JsonNode logs(HttpClient client, ServerJvm server) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(server.address().resolve("/logs")).build();
    return TestServer.json(client.send(request, HttpResponse.BodyHandlers.ofString())).get("logs");
  }
}
