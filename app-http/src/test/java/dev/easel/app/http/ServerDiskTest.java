package dev.easel.app.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.config.LogBackend;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.DiskLogContract;
import dev.easel.domain.ledger.ReadOnlyPlace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// A server whose disk is full, read-only, or gone: it spends nothing that it cannot record or
/// keep, goes on reading, gives the user what was paid for, and recovers by itself.
@EachBackend
final class ServerDiskTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  @Parameter private LogBackend backend = LogBackend.SQLITE;
  @TempDir private Path directory;
  private final CountingUpstream upstream = CountingUpstream.start();
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    client.shutdownNow();
    upstream.close();
  }

  private ServerJvm start(Path home) throws IOException {
    Map<String, String> environment = new HashMap<>(upstream.environment());
    environment.put("EASEL_LOG_BACKEND", backend.name().toLowerCase(Locale.ROOT));
    environment.put("EASEL_HOME", home.toString());
    return ServerJvm.start(directory, environment, "--port=0");
  }

  private HttpResponse<String> order(ServerJvm server, String prompt) throws Exception {
    return order(server, prompt, "key of " + prompt);
  }

  private HttpResponse<String> order(ServerJvm server, String prompt, String key) throws Exception {
    return client.send(
        HttpRequest.newBuilder(server.address().resolve("/generate"))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(PaidBooks.order(prompt)))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> get(ServerJvm server, String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(server.address().resolve(path)).build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private JsonNode made(ServerJvm server, String prompt) throws Exception {
    HttpResponse<String> answer = order(server, prompt);
    assertEquals(200, answer.statusCode(), answer.body());
    return TestServer.json(answer);
  }

  private static void assertRefused(HttpResponse<String> answer, Set<Integer> statuses) {
    assertTrue(statuses.contains(answer.statusCode()), answer.statusCode() + answer.body());
    assertTrue(answer.body().contains("nothing was sent"), answer.body());
  }

  /// The picture in an answer that the store did not take.
  private static void assertInside(JsonNode answer, String prompt) {
    String url = answer.get("images").get(0).get("url").asString();
    byte[] picture = Base64.getDecoder().decode(url.substring(url.indexOf(',') + 1));
    assertArrayEquals(CountingUpstream.picture(prompt), picture);
    assertTrue(answer.get("warnings").get(0).asString().contains("could not be stored"));
  }

  @Test
  void aFullDiskCostsNothingAndIsOverOnceThereIsRoom() throws Exception {
    try (SmallDisk disk = SmallDisk.at(directory.resolve("disk"));
        ServerJvm server = start(directory.resolve("disk/data"))) {
      String picture = made(server, "before").get("image_url").asString();

      disk.fill(server);
      assertEquals("degraded", health(server).get("status").asString());
      assertRefused(order(server, "full"), Set.of(507, 503));
      assertRefused(order(server, "full"), Set.of(507, 503));
      assertAnsweredFromTheBooks(server, picture);
      assertEquals(Map.of("before", 1), upstream.charged());
      assertEquals(200, get(server, picture).statusCode());
      assertEquals(1, TestServer.json(get(server, "/logs")).get("count").asInt());
      assertEquals(1, TestServer.json(get(server, "/logs/stats")).get("successful").asInt());

      disk.free(server);
      assertEquals("healthy", health(server).get("status").asString());
      made(server, "after");
      assertEquals(Map.of("before", 1, "after", 1), upstream.charged());
    }
  }

  @Test
  void aServerThatStartsOnAFullDiskCostsNothingAndReads() throws Exception {
    Path home = directory.resolve("disk/data");
    try (SmallDisk disk = SmallDisk.at(directory.resolve("disk"))) {
      String picture;
      try (ServerJvm server = start(home)) {
        picture = made(server, "before").get("image_url").asString();
        server.stop();
        assertEquals(0, server.exitCode());
      }
      disk.fill();
      try (ServerJvm server = start(home)) {
        disk.fill(server);
        assertRefused(order(server, "full"), Set.of(507, 503));
        assertEquals(Map.of("before", 1), upstream.charged());
        assertEquals(200, get(server, picture).statusCode());
        assertEquals(1, TestServer.json(get(server, "/logs")).get("count").asInt());
        assertEquals(1, TestServer.json(get(server, "/logs/stats")).get("successful").asInt());

        disk.free(server);
        made(server, "after");
        assertEquals(2, TestServer.json(get(server, "/logs")).get("count").asInt());
      }
    }
  }

  private JsonNode health(ServerJvm server) throws Exception {
    return TestServer.json(get(server, "/health"));
  }

  private void assertAnsweredFromTheBooks(ServerJvm server, String picture) throws Exception {
    JsonNode again = made(server, "before");
    assertTrue(again.get("replayed").asBoolean(), again.toString());
    assertEquals(picture, again.get("image_url").asString());
    HttpResponse<String> reused = order(server, "something else", "key of before");
    assertEquals(409, reused.statusCode(), reused.body());
  }

  @Test
  void aDiskThatFillsDuringTheCallLosesNeitherThePictureNorItsCost() throws Exception {
    try (SmallDisk disk = SmallDisk.at(directory.resolve("disk"));
        ServerJvm server = start(directory.resolve("disk/data"))) {
      made(server, "before");
      upstream.beforeAnswering(_ -> disk.fill(server));
      JsonNode answer = made(server, "meanwhile");
      assertInside(answer, "meanwhile");
      String id = answer.get("log_entry").get("id").asString();

      boolean unfinished = answer.get("warnings").toString().contains("could not be finished yet");
      assertEquals(unfinished ? 1 : 0, health(server).get("unfinished").asInt());
      assertEquals("degraded", health(server).get("status").asString());
      disk.free(server);
      assertTrue(DiskLogContract.within(SOON, () -> state(server, id).equals("settled")));
      assertEquals(0, health(server).get("unfinished").asInt());
      JsonNode entry = TestServer.json(get(server, "/logs/" + id));
      assertEquals("0.016", entry.get("cost_estimate_usd").asString());
      assertEquals("incomplete", entry.get("code").asString());
    }
  }

  private String state(ServerJvm server, String id) {
    try {
      return TestServer.json(get(server, "/logs/" + id)).get("state").asString();
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Test
  void aDirectoryOfPicturesThatMayNotBeWrittenCostsNothing() throws Exception {
    Path home = directory.resolve("data");
    Path pictures = home.resolve("pictures");
    try (ServerJvm server = start(home)) {
      String picture = made(server, "before").get("image_url").asString();
      try (ReadOnlyPlace _ = ReadOnlyPlace.make(pictures)) {
        assertRefused(order(server, "read-only"), Set.of(503));
        assertAnsweredFromTheBooks(server, picture);
        assertEquals(200, get(server, picture).statusCode());
        assertEquals(Map.of("before", 1), upstream.charged());
      }
      made(server, "after");

      ReadOnlyPlace[] during = new ReadOnlyPlace[1];
      upstream.beforeAnswering(_ -> during[0] = ReadOnlyPlace.make(pictures));
      try {
        assertInside(made(server, "meanwhile"), "meanwhile");
      } finally {
        during[0].close();
      }
    }
    PaidBooks books = PaidBooks.open(TestServer.settings(directory, Map.of("log.backend", word())));
    assertEquals("incomplete", books.entry("meanwhile").code());
    books.assertBalance(upstream.charged());
  }

  private String word() {
    return backend.name().toLowerCase(Locale.ROOT);
  }

  private String logName() {
    return backend == LogBackend.SQLITE ? "easel.db" : "image_generation_log.jsonl";
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aLogThatMayNotBeWrittenCostsNothingAndIsRead(boolean wholeDirectory) throws Exception {
    Path home = directory.resolve("data");
    String id;
    try (ServerJvm server = start(home)) {
      id = made(server, "before").get("log_entry").get("id").asString();
      server.stop();
      assertEquals(0, server.exitCode());
    }
    Path place = wholeDirectory ? home : home.resolve(logName());
    try (ReadOnlyPlace _ = ReadOnlyPlace.make(place);
        ServerJvm server = start(home)) {
      assertRefused(order(server, "read-only"), Set.of(503));
      assertEquals(Map.of("before", 1), upstream.charged());
      assertEquals("settled", state(server, id));
      assertEquals(1, TestServer.json(get(server, "/logs/stats")).get("successful").asInt());
    }
    try (ServerJvm server = start(home)) {
      made(server, "after");
    }
    assertEquals(Map.of("before", 1, "after", 1), upstream.charged());
  }

  @Test
  void aDataDirectoryThatVanishesCostsNothingThatIsNotRecorded() throws Exception {
    Path home = directory.resolve("data");
    try (ServerJvm server = start(home)) {
      made(server, "before");
      vanish(home);

      HttpResponse<String> answer = order(server, "gone");

      if (answer.statusCode() == 200) {
        assertEquals("gone", newest(server).get("prompt").asString());
        assertTrue(Files.exists(TestServer.settings(directory, Map.of()).pictureDirectory()));
      } else {
        assertRefused(answer, Set.of(503));
        assertEquals(Map.of("before", 1), upstream.charged());
      }
    }
  }

  @Test
  void aDataDirectoryThatVanishesDuringTheCallLosesNoPicture() throws Exception {
    Path home = directory.resolve("data");
    try (ServerJvm server = start(home)) {
      upstream.beforeAnswering(_ -> vanish(home));
      JsonNode answer = made(server, "meanwhile");

      assertTrue(
          answer.get("warnings").get(0).asString().contains("could not be finished"),
          answer.toString());
      String url = answer.get("image_url").asString();
      assertEquals(200, get(server, url).statusCode());
    }
  }

  @Test
  void aDataDirectoryThatIsMovedAwayFreesNoKey() throws Exception {
    Path home = directory.resolve("data");
    try (ServerJvm server = start(home)) {
      made(server, "before");
      Path elsewhere = Files.move(home, directory.resolve("elsewhere"));

      assertRefused(order(server, "before"), Set.of(503));
      assertRefused(order(server, "gone"), Set.of(503));
      assertEquals(503, get(server, "/logs").statusCode());
      assertEquals(503, get(server, "/logs/stats").statusCode());
      assertFalse(Files.exists(home), "nothing was begun in its place");
      Files.move(elsewhere, home);

      assertTrue(made(server, "before").get("replayed").asBoolean());
      assertEquals(Map.of("before", 1), upstream.charged());
    }
  }

  @Test
  void whatWasUnderWayWhenItWasMovedAwayIsFinishedWhenItIsBack() throws Exception {
    Path home = directory.resolve("data");
    Path elsewhere = directory.resolve("elsewhere");
    try (ServerJvm server = start(home)) {
      upstream.beforeAnswering(_ -> move(home, elsewhere));
      JsonNode answer = made(server, "meanwhile");
      String id = answer.get("log_entry").get("id").asString();
      assertTrue(answer.get("warnings").toString().contains("could not be finished yet"));
      assertFalse(Files.exists(home.resolve("easel.db")), "nothing was begun in its place");

      vanish(home);
      move(elsewhere, home);
      assertTrue(DiskLogContract.within(SOON, () -> state(server, id).equals("settled")));
    }
  }

  @Test
  void whatCouldNotBeWrittenIsTriedOnceMoreAtTheStop() throws Exception {
    Path home = directory.resolve("data");
    Path elsewhere = directory.resolve("elsewhere");
    String id;
    try (ServerJvm server = start(home)) {
      upstream.beforeAnswering(_ -> move(home, elsewhere));
      id = made(server, "meanwhile").get("log_entry").get("id").asString();

      vanish(home);
      move(elsewhere, home);
      server.stop();
      assertEquals(0, server.exitCode());
    }
    try (ServerJvm server = start(home)) {
      assertEquals("settled", state(server, id));
    }
  }

  @Test
  void whatCannotBeWrittenAtTheStopEitherIsTold() throws Exception {
    Path home = directory.resolve("data");
    try (ServerJvm server = start(home)) {
      upstream.beforeAnswering(_ -> move(home, directory.resolve("elsewhere")));
      made(server, "meanwhile");

      server.stop();
      assertEquals(6, server.exitCode());
      String printed = server.printed();
      assertTrue(printed.contains("ends that could not be written: 1; those"), printed);
    }
  }

  private static void move(Path from, Path to) {
    try {
      Files.move(from, to);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Test
  void aFailureIsToldWithTheEndThatCouldNotBeWritten() throws Exception {
    Path home = directory.resolve("data");
    try (ServerJvm server = start(home)) {
      upstream.refuse(500);
      upstream.beforeAnswering(_ -> vanish(home));
      HttpResponse<String> answer = order(server, "meanwhile");

      assertEquals(504, answer.statusCode(), answer.body());
      JsonNode warnings = TestServer.json(answer).get("warnings");
      assertEquals(1, warnings.size(), answer.body());
      assertTrue(warnings.get(0).asString().contains("could not be finished"), answer.body());
    }
  }

  private JsonNode newest(ServerJvm server) throws Exception {
    return TestServer.json(get(server, "/logs")).get("logs").get(0);
  }

  // A server that works meanwhile may put a file where everything was removed a moment ago.
  private static void vanish(Path home) {
    while (Files.exists(home)) {
      try {
        Files.walkFileTree(home, new Removal());
      } catch (DirectoryNotEmptyException | NoSuchFileException _) {
        Thread.onSpinWait();
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }

  private static final class Removal extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path place, @Nullable IOException failed)
        throws IOException {
      Files.deleteIfExists(place);
      return FileVisitResult.CONTINUE;
    }
  }
}
