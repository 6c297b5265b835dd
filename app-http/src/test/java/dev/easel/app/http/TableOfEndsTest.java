package dev.easel.app.http;

import static dev.easel.app.http.RawUpstream.Behaviour.answering;
import static dev.easel.app.http.RawUpstream.Behaviour.saying;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.image.Nullable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Every way in which a call can end without a picture, from the bytes on the wire to the books:
/// what is released has cost nothing, what may have been charged is unknown, at risk, and was sent
/// exactly once.
final class TableOfEndsTest {

  private static final String ORDER = PaidBooks.order("a lighthouse");
  private static final String STREAM =
      "{\"prompt\":\"a lighthouse\",\"model\":\"gpt-image-1\",\"quality\":\"low\",\"stream\":true}";
  private static final int ATTEMPTS = 3;

  @TempDir private static Path directory;
  private static @Nullable RawUpstream raw;
  private static @Nullable TestServer running;

  @BeforeAll
  static void start() {
    raw = RawUpstream.start();
    String here = "http://127.0.0.1:" + raw.port() + "/v1";
    running =
        TestServer.calling(
            directory,
            URI.create(here),
            Map.of(
                "provider.brief.base-url",
                here,
                "provider.brief.timeout",
                "700ms",
                "provider.nowhere.base-url",
                "http://no-such-host.invalid/v1",
                "provider.closed.base-url",
                "http://127.0.0.1:" + closedPort() + "/v1",
                "provider.plain.base-url",
                here.replace("http:", "https:")));
  }

  @AfterAll
  static void stop() throws IOException {
    server().close();
    upstream().close();
  }

  private static TestServer server() {
    return Objects.requireNonNull(running);
  }

  private static RawUpstream upstream() {
    return Objects.requireNonNull(raw);
  }

  private static int closedPort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// A way to end.
  ///
  /// @param name for people
  /// @param requests how many the provider reads
  record End(
      String name,
      RawUpstream.Behaviour behaviour,
      String state,
      int status,
      String code,
      int requests) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static End released(String name, RawUpstream.Behaviour answer, int status, String code) {
    return new End(name, answer, "released", status, code, 1);
  }

  private static End passing(String name, RawUpstream.Behaviour answer, int status, String code) {
    return new End(name, answer, "released", status, code, ATTEMPTS);
  }

  private static End unknown(String name, RawUpstream.Behaviour answer, String code) {
    return new End(name, answer, "unknown", 504, code, 1);
  }

  private static RawUpstream.Behaviour refusing(int status, String code) {
    return refusing(status, code, "");
  }

  /// @param more further fields of the error, each after a comma
  private static RawUpstream.Behaviour refusing(int status, String code, String more) {
    return answering(
        status,
        "retry-after-ms: 10\r\n",
        "{\"error\":{\"message\":\"no\",\"type\":\"some_error\",\"code\":\"%s\"%s}}"
            .formatted(code, more));
  }

  private static String stage(String word) {
    return ",\"moderation_details\":{\"moderation_stage\":\"%s\"}".formatted(word);
  }

  static Stream<End> refusals() {
    return Stream.of(
        released("301", answering(301, "Location: /elsewhere\r\n", ""), 502, "http_301"),
        released("302", answering(302, "Location: /elsewhere\r\n", ""), 502, "http_302"),
        released("307", answering(307, "Location: /elsewhere\r\n", ""), 502, "http_307"),
        released("400", refusing(400, "invalid_value"), 502, "invalid_value"),
        released("401", refusing(401, "invalid_api_key"), 502, "invalid_api_key"),
        released("403", refusing(403, "unsupported_country"), 502, "unsupported_country"),
        released("404", refusing(404, "model_not_found"), 502, "model_not_found"),
        released("409", refusing(409, "conflict"), 502, "conflict"),
        released("413", answering(413, "", "too large"), 502, "http_413"),
        released("422", refusing(422, "unprocessable"), 502, "unprocessable"),
        released("quota", refusing(429, "insufficient_quota"), 429, "insufficient_quota"),
        released(
            "quota by 400",
            refusing(400, "billing_hard_limit_reached"),
            429,
            "billing_hard_limit_reached"),
        released(
            "moderation of the prompt",
            refusing(400, "moderation_blocked", stage("input")),
            422,
            "moderation_blocked"),
        released(
            "moderation of who knows what",
            refusing(400, "moderation_blocked"),
            422,
            "moderation_blocked"),
        passing("rate limit", refusing(429, "rate_limit_exceeded"), 429, "rate_limit_exceeded"),
        passing("slow down", refusing(503, "slow_down"), 502, "slow_down"),
        passing("overload", refusing(503, "server_is_overloaded"), 502, "server_is_overloaded"));
  }

  static Stream<End> uncertainties() {
    return Stream.of(
        unknown("408", refusing(408, "request_timeout"), "request_timeout"),
        unknown("500", refusing(500, "server_error"), "server_error"),
        unknown("502", answering(502, "", "<html>bad gateway</html>"), "http_502"),
        unknown("503", answering(503, "Retry-After: 1\r\n", ""), "http_503"),
        unknown("504", answering(504, "", ""), "http_504"),
        unknown("524", answering(524, "", ""), "http_524"),
        unknown(
            "moderation of the picture",
            refusing(400, "moderation_blocked", stage("output")),
            "moderation_blocked"),
        unknown("no answer", _ -> {}, "connection_broken"),
        unknown("reset", connection -> connection.setSoLinger(true, 0), "connection_broken"),
        unknown("half a head", saying("HTTP/1.1 200 O"), "connection_broken"),
        unknown(
            "cut body",
            saying("HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n{\"data\":["),
            "connection_broken"),
        unknown(
            "cut chunks",
            saying("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n{\"data\":[\r\n"),
            "connection_broken"),
        unknown(
            "cut base64",
            answering(200, "", "{\"data\":[{\"b64_json\":\"iVBORw0KGg\"}]}"),
            "unreadable_answer"),
        unknown(
            "no base64",
            answering(200, "", "{\"data\":[{\"b64_json\":\"!!!!\"}]}"),
            "unreadable_answer"),
        unknown("cut JSON", answering(200, "", "{\"data\":[{"), "unreadable_answer"),
        unknown("a page", answering(200, "", "<html>welcome</html>"), "unreadable_answer"),
        unknown("nothing", answering(200, "", ""), "unreadable_answer"),
        unknown("no data", answering(200, "", "{\"created\":1}"), "unreadable_answer"),
        unknown("empty data", answering(200, "", "{\"data\":[]}"), "unreadable_answer"),
        unknown("oversize", TableOfEndsTest::sayTooMuch, "oversize_answer"));
  }

  private static void sayTooMuch(Socket connection) throws IOException {
    OutputStream out = connection.getOutputStream();
    String start = "HTTP/1.1 200 OK\r\n\r\n{\"data\":[{\"b64_json\":\"";
    out.write(start.getBytes(StandardCharsets.UTF_8));
    byte[] run = "A".repeat(1024 * 1024).getBytes(StandardCharsets.UTF_8);
    for (int count = 0; count < 200; count++) {
      out.write(run);
    }
  }

  @ParameterizedTest
  @MethodSource({"refusals", "uncertainties"})
  void anEnd(End end) {
    upstream().behaves(end.behaviour());
    JsonNode entry = ended(ORDER, end.state(), end.status(), end.code());
    assertEquals(end.requests(), upstream().requests(), "requests that the provider read");
    assertMoney(entry, "0.016");
  }

  @Test
  void silenceIsATimeout() {
    upstream().behaves(_ -> Thread.sleep(30_000));
    JsonNode entry = ended(by("brief"), "unknown", 504, "timeout");
    assertEquals(1, upstream().requests());
    assertEquals("", entry.get("cost_estimate_usd").asString(""));
  }

  @ParameterizedTest
  @CsvSource({"nowhere, dns_failed", "closed, connection_refused", "plain, tls_failed"})
  void whatNeverConnectedIsReleased(String provider, String code) {
    upstream().behaves(_ -> {});
    assertMoney(ended(by(provider), "released", 502, code), "");
    assertEquals(0, upstream().requests());
  }

  @Test
  void whoTakesNoConnectionWasNeverConnected() throws IOException {
    List<Socket> waiting = new ArrayList<>();
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      fill(full, waiting);
      URI provider = URI.create("http://127.0.0.1:" + full.getLocalPort() + "/v1");
      Map<String, String> brief =
          Map.of("provider.brief.base-url", provider.toString(), "provider.brief.timeout", "700ms");
      try (TestServer other = TestServer.calling(directory, provider, brief)) {
        HttpResponse<String> answer = other.post("/generate", by("brief"));
        assertEquals(502, answer.statusCode(), answer.body());
        assertEquals("connect_timeout", TestServer.json(answer).get("code").asString());
      }
    } finally {
      for (Socket socket : waiting) {
        socket.close();
      }
    }
  }

  private static void fill(ServerSocket full, List<Socket> waiting) {
    try {
      for (int count = 0; count < 4; count++) {
        Socket socket = new Socket();
        waiting.add(socket);
        socket.connect(full.getLocalSocketAddress(), 50);
      }
    } catch (IOException _) {
      // its queue is full
    }
  }

  static Stream<End> streams() {
    String head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";
    String partial =
        "data: {\"type\":\"image_generation.partial_image\",\"b64_json\":\"iVBORw0KGgo=\"}";
    return Stream.of(
        unknown("no event", saying(head), "unreadable_answer"),
        unknown("no picture", saying(head + "data: [DONE]\n\n"), "connection_broken"),
        unknown("half a picture", saying(head + partial + "\n\n"), "connection_broken"));
  }

  @ParameterizedTest
  @MethodSource("streams")
  void aStreamWithoutItsEndMayHaveBeenCharged(End end) {
    upstream().behaves(end.behaviour());
    JsonNode entry = ended(STREAM, end.state(), end.status(), end.code());
    assertTrue(entry.get("at_risk_usd").decimalValue().signum() > 0, entry.toString());
    assertEquals(1, upstream().requests());
  }

  private static String by(String provider) {
    return "{\"prompt\":\"a lighthouse\",\"provider\":\"%s\",\"no_check\":true}"
        .formatted(provider);
  }

  /// The entry of an order that ends so.
  private static JsonNode ended(String order, String state, int status, String code) {
    HttpResponse<String> answer = server().post("/generate", order);
    assertEquals(status, answer.statusCode(), answer.body());
    JsonNode error = TestServer.json(answer);
    assertEquals(code, error.get("code").asString(), answer.body());
    JsonNode entry = TestServer.json(server().get("/logs/" + error.get("id").asString()));
    assertEquals(state, entry.get("state").asString(), entry.toString());
    assertEquals(code, entry.get("code").asString(), entry.toString());
    return entry;
  }

  private static void assertMoney(JsonNode entry, String risk) {
    boolean released = entry.get("state").asString().equals("released");
    assertEquals(
        released ? "0" : "", entry.get("cost_estimate_usd").asString(""), entry.toString());
    assertEquals(released ? "" : risk, entry.get("at_risk_usd").asString(""), entry.toString());
  }
}
