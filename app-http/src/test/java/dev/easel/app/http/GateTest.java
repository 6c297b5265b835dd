package dev.easel.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.config.ConfigurationProblem;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What stands between the pages that a user visits and the user's money.
final class GateTest {

  private static final String TOKEN = "a-token-of-more-than-16";
  private static final String BODY = "{\"prompt\":\"a lighthouse\"}";

  @TempDir private Path directory;
  private final ProviderDouble provider = new ProviderDouble();
  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.start(directory, provider);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void restart(Map<String, String> configuration) {
    server.close();
    server = TestServer.start(directory, provider, configuration);
  }

  private static int status(String answer) {
    return Integer.parseInt(answer.substring(9, 12));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /health HTTP/1.1\r\n",
        "GET /health HTTP/1.1\r\nHOSTHOST",
        "GET /health HTTP/1.1\r\nHost: localhost\r\n",
        "GET /health HTTP/1.1\r\nHost: localhost:1\r\n",
        "GET /health HTTP/1.1\r\nHost: evil.example:PORT\r\n",
        "GET /health HTTP/1.1\r\nHost: localhost.evil:PORT\r\n",
        "GET /health HTTP/1.1\r\nHost: 127.0.0.1.nip.io:PORT\r\n",
        "GET /health HTTP/1.1\r\nHost: evil@localhost:PORT\r\n",
        "GET /health HTTP/1.1\r\nHost: [::2]:PORT\r\n",
        "GET /health HTTP/1.1\r\nHost: [x]:PORT\r\n",
        "GET /health HTTP/1.1\r\nHost: \r\n",
        "GET /health HTTP/1.1\r\nHost: localhost:PORT\r\n x\r\n",
        "GET http://evil.example/health HTTP/1.1\r\nHOST",
        "GET http://localhost:PORT/health HTTP/1.1\r\nHOST",
        "GET //evil.example/health HTTP/1.1\r\nHOST"
      })
  void otherHostsAreMisdirected(String request) {
    String answer = server.raw(request + "\r\n");
    assertEquals(421, status(answer), answer);
    assertTrue(answer.contains("\"code\":\"wrong_host\""), answer);
    assertTrue(answer.toLowerCase(Locale.ROOT).contains("connection: close"), answer);
    assertFalse(answer.contains("evil"), answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost:PORT",
        "LocalHost:PORT",
        "127.0.0.1:PORT",
        "[::1]:PORT",
        "[0:0:0:0:0:0:0:1]:PORT"
      })
  void theLoopbacksNamesAreItsOwn(String host) {
    String request = "GET /health HTTP/1.1\r\nConnection: close\r\nHost: " + host + "\r\n\r\n";
    assertEquals(200, status(server.raw(request)));
  }

  @ParameterizedTest
  @CsvSource({
    "easel.example:PORT, 200",
    "EASEL.example:PORT, 200",
    "easel.example, 421",
    "behind.example, 200",
    "behind.example:443, 200",
    "behind.example:PORT, 421",
    "other.example:9000, 200",
    "other.example, 421"
  })
  void configuredNamesAreItsOwnToo(String host, int status) {
    restart(
        Map.of("server.allowed-hosts", "easel.example, behind.example:443, other.example:9000"));
    String request = "GET /health HTTP/1.1\r\nConnection: close\r\nHost: " + host + "\r\n\r\n";
    assertEquals(status, status(server.raw(request)));
  }

  @Test
  void aWildcardIsNoName() {
    ConfigurationProblem problem =
        assertThrows(
            ConfigurationProblem.class,
            () -> TestServer.start(directory, provider, Map.of("server.allowed-hosts", "*")));
    assertTrue(problem.problems().getFirst().contains("'*'"));
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, http://evil.example, 403",
    "Origin, null, 403",
    "Origin, http://localhost:1, 403",
    "Origin, http://localhost, 403",
    "Origin, http://localhost:PORT.evil.example, 403",
    "Origin, file://localhost:PORT, 403",
    "Origin, localhost:PORT, 403",
    "Origin, http://localhost:PORT, 200",
    "Origin, http://127.0.0.1:PORT, 200",
    "Sec-Fetch-Site, cross-site, 403",
    "Sec-Fetch-Site, same-site, 403",
    "Sec-Fetch-Site, same-origin, 200",
    "Sec-Fetch-Site, none, 200"
  })
  void pagesOfOthersCanNeitherSpendNorRead(String header, String value, int status) {
    String text = value.replace("PORT", Integer.toString(server.port()));
    assertEquals(status, server.post("/generate", BODY, header, text).statusCode());
    assertEquals(status == 200 ? 1 : 0, provider.calls());
    assertEquals(status, server.send(server.request("/logs").header(header, text)).statusCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/jsonp",
        "text/plain; application/json",
        ""
      })
  void whatAFormCanSendIsNoRequest(String type) {
    HttpRequest.Builder post =
        server.request("/generate").POST(HttpRequest.BodyPublishers.ofString(BODY));
    HttpResponse<String> answer =
        server.send(type.isEmpty() ? post : post.header("Content-Type", type));
    assertEquals(415, answer.statusCode());
    assertEquals("unsupported_media_type", TestServer.json(answer).get("code").asString());
    assertEquals(0, provider.calls());
  }

  @Test
  void theTypeMayHaveACharacterSet() {
    HttpRequest.Builder post =
        server
            .request("/generate")
            .header("Content-Type", "Application/JSON; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(BODY));
    assertEquals(200, server.send(post).statusCode());
  }

  @ParameterizedTest
  @CsvSource({
    "OPTIONS, /generate, 405, POST",
    "GET, /generate, 405, POST",
    "DELETE, /logs, 405, 'GET, HEAD'",
    "HEAD, /generate, 405, POST",
    "TRACE, /, 405, 'GET, HEAD'",
    "BREW, /pictures/x, 405, 'GET, HEAD'",
    "PUT, /generate, 405, POST",
    "PUT, /estimate, 405, POST",
    "POST, /logs, 405, 'GET, HEAD'",
    "PATCH, /nothing, 404, ''",
    "GET, /nothing, 404, ''",
    "GET, /logsfoo, 404, ''",
    "GET, /logs/, 404, ''",
    "GET, /page.html, 404, ''"
  })
  void otherMethodsAndPathsAreToldTheTruth(String method, String path, int status, String allow) {
    HttpResponse<String> answer =
        server.send(server.request(path).method(method, HttpRequest.BodyPublishers.noBody()));
    assertEquals(status, answer.statusCode());
    assertEquals(allow, answer.headers().firstValue("Allow").orElse(""));
  }

  @Test
  void aPreflightGetsNoPermission() {
    HttpResponse<String> answer =
        server.send(
            server
                .request("/generate")
                .header("Origin", "http://evil.example")
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
    assertEquals(403, answer.statusCode());
    assertTrue(
        answer.headers().map().keySet().stream()
            .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control")));
  }

  @Test
  void otherSitesMayLinkToThePageAndNotUseIt() {
    HttpRequest.Builder link = server.request("/").header("Sec-Fetch-Site", "cross-site");
    assertEquals(403, server.send(link).statusCode());
    assertEquals(200, server.send(link.header("Sec-Fetch-Mode", "navigate")).statusCode());
  }

  @Test
  void theTokenIsWantedOfAllButThePageThatAsksForIt() {
    restart(Map.of("server.token", TOKEN));
    for (String path : StartPage.PATHS) {
      assertEquals(200, server.get(path).statusCode(), path);
    }
    for (String path : new String[] {"/logs", "/logs/stats", "/health", "/models", "/nothing"}) {
      HttpResponse<String> answer = server.get(path);
      assertEquals(401, answer.statusCode(), path);
      assertEquals("Bearer", answer.headers().firstValue("WWW-Authenticate").orElse(""));
    }
    assertEquals(401, server.post("/generate", BODY).statusCode());
    assertEquals(0, provider.calls());
    String right = "Bearer " + TOKEN;
    assertEquals(200, server.post("/generate", BODY, "Authorization", right).statusCode());
    assertEquals(
        200,
        server
            .send(server.request("/logs").header("Authorization", "bearer  " + TOKEN))
            .statusCode());
  }

  @Test
  void whoeverGuessesTokensIsToldToWaitAndTheOwnerIsHeardAllTheSame() {
    restart(Map.of("server.token", TOKEN));
    for (int guess = 0; guess < 10; guess++) {
      assertEquals(401, with("Bearer guess" + guess).statusCode());
    }
    HttpResponse<String> limited = with("Bearer guess");
    assertEquals(429, limited.statusCode());
    assertEquals("10", limited.headers().firstValue("Retry-After").orElse(""));
    assertEquals(200, with("Bearer " + TOKEN).statusCode());
    assertFalse(server.printed().contains("guess"));
  }

  private HttpResponse<String> with(String authorization) {
    return server.send(server.request("/logs").header("Authorization", authorization));
  }

  @Test
  void otherAddressesThanTheLoopbackHaveATokenOfTheirOwn() throws Exception {
    restart(Map.of("server.host", "0.0.0.0"));
    assertEquals(401, server.get("/logs").statusCode());
    Path file = directory.resolve("data").resolve("server-token");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    String token = Files.readString(file).strip();
    assertTrue(token.matches("[0-9a-f]{48}"));
    assertEquals(200, with("Bearer " + token).statusCode());
    restart(Map.of("server.host", "0.0.0.0"));
    assertEquals(token, Files.readString(file).strip());
    assertEquals(200, with("Bearer " + token).statusCode());
  }

  @Test
  void anEmptyTokenFileIsNoTokenAtAll() throws Exception {
    Path file = Files.createDirectories(directory.resolve("data")).resolve("server-token");
    Files.writeString(file, "\n");
    ConfigurationProblem problem =
        assertThrows(
            ConfigurationProblem.class,
            () -> TestServer.start(directory, provider, Map.of("server.host", "0.0.0.0")));
    assertTrue(problem.problems().getFirst().contains("delete it"), problem.getMessage());
  }
}
