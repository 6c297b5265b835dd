package dev.easel.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.app.http.Router.Route;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the gate promises, on each route that the server has, in the bytes that go over the wire.
final class EveryRouteTest {

  private static final String GOOD = "{\"prompt\":\"a lighthouse\"}";
  private static final String JSON = "Content-Type: application/json\r\n";
  private static final String FORM =
      "Content-Type: multipart/form-data; boundary=x\r\nAuthorization: Bearer sk-any\r\n";
  private static final String FOREIGN = "Origin: http://evil.example\r\n";
  private static final Set<String> READING = Set.of("GET", "HEAD");

  @TempDir private Path directory;
  private final ProviderDouble provider = new ProviderDouble();
  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.start(directory, provider);
    assertTrue(server.routes().size() > 8);
  }

  @AfterEach
  void nothingWasSpentOrWritten() {
    assertEquals(0, provider.calls());
    server.close();
    try (TestServer again = TestServer.start(directory, provider)) {
      assertEquals(0, TestServer.json(again.get("/logs")).get("count").asInt());
    }
  }

  private static String path(Route route) {
    return route.template().replaceAll("\\{\\w+}", "0123456789abcdef");
  }

  private static String start(Route route, String host) {
    return route.method() + " " + path(route) + " HTTP/1.1\r\n" + host;
  }

  private String ask(String start, String headers) {
    return answer(start + headers, GOOD);
  }

  private String answer(String head, String body) {
    return server.raw(head + "Content-Length: " + body.length() + "\r\n\r\n" + body);
  }

  private static int status(String answer) {
    assertTrue(answer.matches("(?s)HTTP/1\\.1 \\d{3} .*"), answer);
    return Integer.parseInt(answer.substring(9, 12));
  }

  private static void assertRefused(int status, String code, String answer, Object request) {
    assertEquals(status, status(answer), request + " " + answer);
    assertTrue(answer.contains("\"code\":\"" + code + "\""), answer);
    assertFalse(answer.toLowerCase(Locale.ROOT).contains("access-control"), answer);
    assertFalse(answer.contains("evil"), answer);
  }

  @Test
  void pagesOfOtherOriginsAreRefused() {
    for (Route route : server.routes()) {
      for (String origin :
          List.of(
              "http://evil.example",
              "null",
              "http://localhost:1",
              "http://localhost.evil.example:PORT",
              "")) {
        String header = "Origin: " + origin + "\r\n";
        assertRefused(403, "foreign_origin", ask(start(route, "HOST"), JSON + header), route);
      }
      for (String site : List.of("cross-site", "same-site", "other")) {
        String header = "Sec-Fetch-Site: " + site + "\r\nSec-Fetch-Mode: no-cors\r\n";
        assertRefused(403, "foreign_site", ask(start(route, "HOST"), JSON + header), route);
      }
      String two = "Origin: http://localhost:PORT\r\n" + FOREIGN;
      assertRefused(403, "foreign_origin", ask(start(route, "HOST"), JSON + two), route);
    }
  }

  @Test
  void onlyThePageItselfMayBeLinkedTo() {
    String link = "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\n";
    for (Route route : server.routes()) {
      if (route.template().equals("/")) {
        String page = answer(start(route, "HOST") + link, "");
        assertEquals(200, status(page));
        assertTrue(page.contains("frame-ancestors 'none'"), page);
      } else {
        assertRefused(403, "foreign_site", ask(start(route, "HOST"), JSON + link), route);
      }
    }
  }

  @Test
  void whatAFormCanSendIsNoRequest() {
    for (Route route : server.routes()) {
      for (String type :
          List.of(
              "",
              "Content-Type: text/plain\r\n",
              "Content-Type: application/x-www-form-urlencoded\r\n",
              "Content-Type: multipart/form-data; boundary=x\r\n",
              "Content-Type: text/plain; application/json\r\n",
              JSON + "Content-Type: text/plain\r\n")) {
        if (!READING.contains(route.method()) && !route.method().equals("DELETE")) {
          String answer = ask(start(route, "HOST"), type);
          assertRefused(415, "unsupported_media_type", answer, route);
        }
      }
    }
  }

  /// A form with files is taken where its route says so, and only with a header that a page cannot
  /// make a browser send.
  @Test
  void aFormWithFilesIsNoWayAroundTheGate() {
    for (Route route : server.routes()) {
      if (!READING.contains(route.method())) {
        String answer = ask(start(route, "HOST"), FORM);
        if (route.files()) {
          assertRefused(400, "invalid_multipart", answer, route);
          String foreign = ask(start(route, "HOST"), FORM + FOREIGN);
          assertRefused(403, "foreign_origin", foreign, route);
          String site = ask(start(route, "HOST"), FORM + "Sec-Fetch-Site: same-site\r\n");
          assertRefused(403, "foreign_site", site, route);
          assertRefused(421, "wrong_host", ask(start(route, "Host: evil:PORT\r\n"), FORM), route);
        } else if (GatewayErrors.concern(route.template())) {
          assertRefused(415, "unsupported_media_type", answer, route);
        } else {
          assertRefused(401, "token_needed", answer, route);
        }
      }
    }
    assertTrue(server.routes().stream().anyMatch(Route::files));
  }

  @Test
  void noPreflightIsAnsweredWithAPermission() {
    for (Route route : server.routes()) {
      String asking = "OPTIONS " + path(route) + " HTTP/1.1\r\nHOST";
      String wish = "Access-Control-Request-Method: " + route.method() + "\r\n";
      assertRefused(403, "foreign_origin", answer(asking + wish + FOREIGN, ""), route);
      assertRefused(405, "method_not_allowed", answer(asking + wish, ""), route);
      String own = "Origin: http://localhost:PORT\r\n";
      assertRefused(405, "method_not_allowed", answer(asking + wish + own, ""), route);
    }
  }

  @Test
  void otherHostsAreMisdirected() {
    for (Route route : server.routes()) {
      for (String host :
          List.of(
              "",
              "HOSTHOST",
              "Host: evil.example:PORT\r\n",
              "Host: localhost\r\n",
              "Host: localhost.evil:PORT\r\n",
              "Host: localhost.:PORT\r\n",
              "Host: 127.0.0.1.nip.io:PORT\r\n",
              "Host: 0.0.0.0:PORT\r\n",
              "Host: 127.0.0.2:PORT\r\n",
              "Host: localhost:PORT, localhost:PORT\r\n")) {
        assertRefused(421, "wrong_host", ask(start(route, host), JSON), route);
      }
      for (String target : List.of("http://localhost:PORT", "http://evil.example", "//localhost")) {
        String absolute = route.method() + " " + target + path(route) + " HTTP/1.1\r\nHOST";
        assertRefused(421, "wrong_host", ask(absolute, JSON), route);
      }
    }
  }

  @Test
  void thePathIsTheRoutesAndNothingLikeIt() {
    for (Route route : server.routes()) {
      String path = path(route);
      Stream<String> others =
          Stream.of(path + "/", path + "/x", "/x" + path, path + "%2f..", path + ";x", "/." + path);
      for (String other : others.toList()) {
        String answer = ask(route.method() + " " + other + " HTTP/1.1\r\nHOST", JSON);
        assertTrue(Set.of(400, 404, 405, 421).contains(status(answer)), other + " " + answer);
      }
    }
  }

  @Test
  void aHeadHasNoBodyAndOtherMethodsAreNotTaken() {
    for (Route route : server.routes()) {
      String head = answer("HEAD " + path(route) + " HTTP/1.1\r\nHOST", "");
      if (route.method().equals("GET")) {
        String whole = answer(start(route, "HOST"), "");
        assertEquals(status(whole), status(head), route.toString());
        assertTrue(head.endsWith("\r\n\r\n"), head);
      } else if (routesAt(path(route)).noneMatch("GET"::equals)) {
        assertEquals(405, status(head), head);
      }
      for (String method : List.of("TRACE", "PROPFIND", "get", "POST /x")) {
        String answer = ask(method + " " + path(route) + " HTTP/1.1\r\nHOST", JSON);
        assertTrue(Set.of(404, 405, 415).contains(status(answer)), answer);
      }
    }
  }

  private Stream<String> routesAt(String path) {
    return server.routes().stream()
        .filter(route -> route.parameter(path).isPresent())
        .map(Route::method);
  }

  /// A body that makes servers which do not read what they refuse run a request of its own.
  @Test
  void whatIsInABodyIsNeverARequest() {
    String smuggled =
        "POST /generate HTTP/1.1\r\nHOST" + JSON + "Content-Length: 25\r\n\r\n" + GOOD;
    String last = "GET /nothing HTTP/1.1\r\nHOSTConnection: close\r\n\r\n";
    for (int size : new int[] {100, 60_000, 200_000, 600_000}) {
      String body = resolved("\r\n".repeat(size / 2) + smuggled);
      for (Route route : server.routes()) {
        for (String headers : List.of(FOREIGN, "", JSON, FORM)) {
          String length = headers + "Content-Length: " + body.length() + "\r\n\r\n";
          String answer = server.raw(start(route, "HOST") + length + body + last);
          String chunked =
              headers
                  + "Transfer-Encoding: chunked\r\n\r\n"
                  + Integer.toHexString(body.length())
                  + "\r\n"
                  + body
                  + "\r\n0\r\n\r\n";
          String other = server.raw(start(route, "HOST") + chunked + last);
          assertOneRequest(answer, route);
          assertOneRequest(other, route);
        }
      }
    }
  }

  /// At most the request itself and the last one were answered.
  private void assertOneRequest(String answers, Route route) {
    int count = answers.split("HTTP/1\\.1 \\d{3} ", -1).length - 1;
    assertTrue(count >= 1 && count <= 2, route + " " + answers);
    assertFalse(answers.contains("\"log_entry\":{"), route + " " + answers);
    assertEquals(0, provider.calls(), route.toString());
  }

  private String resolved(String text) {
    return new String(server.bytes(text), java.nio.charset.StandardCharsets.UTF_8);
  }

  @Test
  void theTokenIsWantedOnEachButThePage() {
    server.close();
    server = TestServer.start(directory, provider, Map.of("server.token", "t".repeat(16)));
    for (Route route : server.routes()) {
      for (String authorization :
          List.of("", "Authorization: Bearer x\r\n", "Authorization: Basic dDp0\r\n")) {
        String answer = ask(start(route, "HOST"), JSON + authorization);
        if (Server.open().contains(route.template())) {
          assertEquals(200, status(answer));
        } else {
          assertTrue(Set.of(401, 429).contains(status(answer)), route + " " + answer);
        }
      }
    }
    server.close();
    server = TestServer.start(directory, provider);
  }
}
