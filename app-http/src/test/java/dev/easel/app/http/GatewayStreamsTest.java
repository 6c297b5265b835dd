package dev.easel.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Streams of events through the gateway: what passes at once, what waits for the books, and how
/// they end.
@Timeout(60)
final class GatewayStreamsTest {

  private static final String GENERATIONS = "/v1/images/generations";
  private static final String LIGHTHOUSE =
      "{\"model\":\"gpt-image-2\",\"prompt\":\"a"
          + " lighthouse\",\"size\":\"1024x1024\",\"quality\":\"low\","
          + "\"stream\":true,\"partial_images\":2}";
  private static final String USAGE =
      ",\"usage\":{\"input_tokens\":10,\"input_tokens_details\":{\"text_tokens\":10,\"image_tokens\":0},"
          + "\"output_tokens\":396,\"total_tokens\":406}";

  @TempDir private Path directory;
  private final ScriptedUpstream upstream = ScriptedUpstream.start();
  private final CountDownLatch gate = new CountDownLatch(1);
  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.calling(directory, upstream.url());
  }

  @AfterEach
  void stop() {
    gate.countDown();
    server.close();
    upstream.close();
  }

  private static String event(String kind, String more) {
    return "{\"type\":\"image_generation.%s\",\"b64_json\":\"%s\",\"created_at\":7,\"size\":\"1024x1024\",\"quality\":\"low\",\"background\":\"opaque\",\"output_format\":\"png\",\"of_tomorrow\":[1.50]%s}"
        .formatted(kind, ScriptedUpstream.PNG64, more);
  }

  private static String partial(int index) {
    return event("partial_image", ",\"partial_image_index\":" + index);
  }

  private static void begin(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.getResponseHeaders().set("x-request-id", "req_1");
    exchange.sendResponseHeaders(200, 0);
  }

  private static void say(HttpExchange exchange, String data) throws IOException {
    String type = TestServer.MAPPER.readTree(data).path("type").asString("x");
    String text = "event: " + type + "\ndata: " + data + "\n\n";
    exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
    exchange.getResponseBody().flush();
  }

  private void wholeStream() {
    upstream.plays(exchange -> {
      begin(exchange);
      say(exchange, partial(0));
      say(exchange, partial(1));
      gate.await();
      say(exchange, event("completed", USAGE));
    });
  }

  /// An open stream.
  private final class Listener implements AutoCloseable {
    private final HttpResponse<java.io.InputStream> answer;
    private final BufferedReader lines;

    Listener(String body, String... headers) {
      HttpRequest.Builder request =
          server
              .request(GENERATIONS)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(body));
      answer =
          server.send(
              headers.length == 0 ? request : request.headers(headers),
              HttpResponse.BodyHandlers.ofInputStream());
      lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    /// The data of the next event, whose name has to be its type.
    JsonNode next() throws IOException {
      String name = lines.readLine();
      String data = lines.readLine();
      assertEquals("", lines.readLine());
      JsonNode json = TestServer.MAPPER.readTree(data.substring("data: ".length()));
      if (json.has("type")) {
        assertEquals("event: " + json.get("type").asString(), name);
      }
      return json;
    }

    String header(String name) {
      return answer.headers().firstValue(name).orElse("");
    }

    JsonNode entry() {
      return TestServer.json(server.get("/logs/" + header("x-easel-entry")));
    }

    boolean ended() throws IOException {
      return lines.readLine() == null;
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }

  @Test
  void partialPicturesPassAtOnceAndTheLastOneWhenItIsInTheBooks() throws IOException {
    wholeStream();
    try (Listener listener = new Listener(LIGHTHOUSE)) {
      assertEquals(200, listener.answer.statusCode());
      assertEquals("text/event-stream", listener.header("content-type"));
      assertEquals(TestServer.MAPPER.readTree(partial(0)), listener.next());
      assertEquals(TestServer.MAPPER.readTree(partial(1)), listener.next());
      assertEquals("reserved", listener.entry().get("state").asString());
      gate.countDown();
      assertEquals(TestServer.MAPPER.readTree(event("completed", USAGE)), listener.next());
      JsonNode entry = listener.entry();
      assertEquals("settled", entry.get("state").asString());
      assertEquals("req_1", entry.get("request_id").asString());
      assertEquals(406, entry.get("usage").get("total_tokens").asInt());
      assertEquals(200, server.get(entry.get("image_url").asString()).statusCode());
      assertEquals(1, entry.get("images").size());
      assertTrue(listener.ended());
    }
    assertTrue(upstream.last().json().get("stream").asBoolean());
    assertEquals(
        "text/event-stream, application/json", upstream.last().headers().getFirst("Accept"));
  }

  @Test
  void partialPicturesCount() throws IOException {
    gate.countDown();
    upstream.plays(exchange -> {
      begin(exchange);
      say(exchange, partial(0));
      say(exchange, event("completed", ""));
    });
    try (Listener listener = new Listener(LIGHTHOUSE)) {
      listener.next();
      listener.next();
      List<String> classes = new ArrayList<>();
      listener
          .entry()
          .get("cost")
          .get("lines")
          .forEach(line -> classes.add(line.get("class").asString()));
      assertTrue(classes.contains("partial_image"), classes.toString());
    }
  }

  @Test
  void aStreamIsGivenOutAgainAsItsLastEvent() throws IOException {
    gate.countDown();
    wholeStream();
    String[] key = {"Idempotency-Key", "k1"};
    try (Listener listener = new Listener(LIGHTHOUSE, key)) {
      listener.next();
      listener.next();
      assertEquals(TestServer.MAPPER.readTree(event("completed", USAGE)), listener.next());
    }
    try (Listener again = new Listener(LIGHTHOUSE, key)) {
      assertEquals("true", again.header("x-easel-replayed"));
      assertEquals(TestServer.MAPPER.readTree(event("completed", USAGE)), again.next());
      assertTrue(again.ended());
    }
    assertEquals(1, upstream.calls().size());
  }

  @Test
  void aStreamWithoutItsEndMayHaveBeenCharged() throws IOException {
    upstream.plays(exchange -> {
      begin(exchange);
      say(exchange, partial(0));
    });
    try (Listener listener = new Listener(LIGHTHOUSE)) {
      listener.next();
      JsonNode error = listener.next().get("error");
      assertEquals("connection_broken", error.get("code").asString());
      assertEquals("unknown", listener.entry().get("state").asString());
      assertEquals("false", listener.header("x-should-retry"));
      assertTrue(listener.ended());
    }
    assertEquals(1, upstream.calls().size());
  }

  @Test
  void anErrorInTheMiddleIsPassedOn() throws IOException {
    upstream.plays(exchange -> {
      begin(exchange);
      say(exchange, partial(0));
      say(
          exchange,
          "{\"type\":\"error\",\"error\":{\"message\":\"no\",\"type\":\"server_error\",\"param\":null,\"code\":\"oh\",\"of_tomorrow\":1}}");
    });
    try (Listener listener = new Listener(LIGHTHOUSE)) {
      listener.next();
      JsonNode error = listener.next().get("error");
      assertEquals("oh", error.get("code").asString());
      assertEquals(1, error.get("of_tomorrow").asInt());
      assertEquals("unknown", listener.entry().get("state").asString());
    }
  }

  @Test
  void aRefusalBeforeTheFirstEventIsAWholeAnswer() {
    upstream.plays(ScriptedUpstream.Script.error(400, "moderation_blocked", Map.of()));
    HttpResponse<String> refused = server.post(GENERATIONS, LIGHTHOUSE);
    assertEquals(400, refused.statusCode());
    assertEquals(
        "moderation_blocked", TestServer.json(refused).get("error").get("code").asString());
    assertEquals("released", refused.headers().firstValue("x-easel-state").orElse(""));
  }

  @Test
  void whoAnswersAStreamWithOneObjectIsPutIntoEvents() throws IOException {
    try (Listener listener = new Listener(LIGHTHOUSE)) {
      JsonNode event = listener.next();
      assertEquals("image_generation.completed", event.get("type").asString());
      assertEquals(ScriptedUpstream.PNG64, event.get("b64_json").asString());
      assertEquals(1_764_142_200, event.get("created_at").asInt());
      assertEquals(206, event.get("usage").get("total_tokens").asInt());
      assertFalse(event.has("data"));
      assertEquals("settled", listener.header("x-easel-state"));
      assertTrue(listener.ended());
    }
  }

  @Test
  void aClientThatHangsUpHasItsPictureKeptAllTheSame() throws Exception {
    wholeStream();
    try (Socket socket = server.connect()) {
      String post = "POST " + GENERATIONS + " HTTP/1.1\r\nHOSTContent-Type: application/json\r\n";
      String length = "Content-Length: " + LIGHTHOUSE.length() + "\r\n\r\n";
      socket.getOutputStream().write(server.bytes(post + length + LIGHTHOUSE));
      assertTrue(socket.getInputStream().read() > 0);
      socket.setSoLinger(true, 0);
    }
    gate.countDown();
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!state().equals("settled")) {
      assertTrue(System.nanoTime() < end, "it is still " + state());
      Thread.sleep(20);
    }
    assertEquals(1, upstream.calls().size());
  }

  private String state() {
    return TestServer.json(server.get("/logs")).get("logs").get(0).get("state").asString();
  }
}
