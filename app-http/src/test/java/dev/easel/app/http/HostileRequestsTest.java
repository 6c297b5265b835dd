package dev.easel.app.http;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HostileRequestsTest {

  private static final String POST =
      "POST /generate HTTP/1.1\r\nHOSTContent-Type: application/json\r\n";
  private static final String GOOD = "{\"prompt\":\"a lighthouse\"}";

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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                   | it is empty",
        "nonsense                             | line 1, column",
        "{\"prompt\":\"x\"                    | line 1, column",
        "{\"prompt\":\"x\",\"prompt\":\"y\"}  | Duplicate",
        "{\"prompt\":\"x\"} {}                | something besides",
        "[{\"prompt\":\"x\"}]                 | something else",
        "\"prompt\"                           | something else",
        "null                                 | null",
        "{\"prompt\":NaN}                     | line 1, column",
        "{'prompt':'x'}                       | line 1, column"
      })
  void whatIsNotOneObjectOfJsonIsRefused(String body, String words) {
    HttpResponse<String> answer = server.post("/generate", body);
    assertEquals(400, answer.statusCode());
    assertEquals("invalid_json", TestServer.json(answer).get("code").asString());
    assertTrue(answer.body().contains(words), answer.body());
    assertEquals(0, provider.calls());
  }

  @Test
  void deepNestingAndEndlessNumbersAreRefused() {
    for (String value : List.of("[".repeat(100_000) + "]".repeat(100_000), "1".repeat(5_000))) {
      HttpResponse<String> answer = server.post("/generate", "{\"a\":" + value + "}");
      assertEquals(400, answer.statusCode());
      assertEquals("invalid_json", TestServer.json(answer).get("code").asString());
    }
  }

  @Test
  void bytesThatAreNoTextAreRefused() {
    byte[] start = server.bytes(POST + "Content-Length: 14\r\nConnection: close\r\n\r\n");
    byte[] body = "{\"prompt\":\"??\"}".getBytes(StandardCharsets.UTF_8);
    body[11] = (byte) 0xc3;
    byte[] request = new byte[start.length + 14];
    System.arraycopy(start, 0, request, 0, start.length);
    System.arraycopy(body, 0, request, start.length, 14);
    String answer = server.raw(request);
    assertTrue(answer.contains(" 400 ") && answer.contains("invalid_json"), answer);
  }

  @Test
  void aBodyIsBounded() {
    String prompt = "x".repeat(RequestBody.LARGEST);
    HttpResponse<String> answer = server.post("/generate", "{\"prompt\":\"" + prompt + "\"}");
    assertEquals(413, answer.statusCode());
    assertEquals("body_too_large", TestServer.json(answer).get("code").asString());
    String declared = server.raw(POST + "Content-Length: 900000\r\n\r\n" + "x".repeat(900_000));
    assertTrue(declared.startsWith("HTTP/1.1 413 "), declared);
    String chunk = "8000\r\n" + "x".repeat(0x8000) + "\r\n";
    String chunked =
        server.raw(POST + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(10) + "0\r\n\r\n");
    assertTrue(chunked.startsWith("HTTP/1.1 413 "), chunked);
    assertEquals(0, provider.calls());
  }

  @Test
  void aTextWithoutEndIsCutOff() throws Exception {
    try (Socket socket = server.connect()) {
      OutputStream out = socket.getOutputStream();
      out.write(server.bytes(POST + "Transfer-Encoding: chunked\r\n\r\n"));
      byte[] chunk = server.bytes("10000\r\n" + "x".repeat(0x10000) + "\r\n");
      int sent = 0;
      try {
        for (; sent < 150_000_000; sent += chunk.length) {
          out.write(chunk);
        }
      } catch (IOException cutOff) {
        assertTrue(sent > RequestBody.LARGEST, "sent " + sent);
      }
      assertTrue(sent < 100_000_000, "sent " + sent);
    }
    assertEquals(200, server.get("/health").statusCode());
    assertEquals(0, provider.calls());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 100\r\nTransfer-Encoding: chunked\r\n\r\n",
        "Content-Length: 25\r\nContent-Length: 5\r\n\r\n",
        "Content-Length: +25\r\n\r\n",
        "Content-Length: -25\r\n\r\n",
        "Content-Length: 0x19\r\n\r\n",
        "Content-Length: 99999999999999999999\r\n\r\n"
      })
  void aDoubtfulLengthIsNoLength(String rest) {
    String answer = server.raw(POST + rest + GOOD);
    assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
    assertEquals(0, provider.calls());
  }

  @Test
  void aBodyThatIsCutOffDoesNotCount() throws Exception {
    try (Socket socket = server.connect()) {
      socket.getOutputStream().write(server.bytes(POST + "Content-Length: 2500\r\n\r\n" + GOOD));
      socket.shutdownOutput();
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(answer.contains("incomplete_body"), answer);
    }
    assertEquals(0, provider.calls());
  }

  @Test
  void halfOpenConnectionsKeepNobodyFromBeingHeardAndAreCutOff() throws Exception {
    assertEquals(200, server.get("/health").statusCode());
    List<Socket> slow = new ArrayList<>();
    try {
      for (int index = 0; index < 64; index++) {
        Socket socket = server.connect();
        slow.add(socket);
        String half = index % 2 == 0 ? "GET /hea" : POST + "Content-Length: 25\r\n\r\n{";
        socket.getOutputStream().write(server.bytes(half));
      }
      long start = System.nanoTime();
      assertEquals(200, server.get("/health").statusCode());
      Duration taken = Duration.ofNanos(System.nanoTime() - start);
      assertTrue(taken.compareTo(TestServer.PATIENCE.dividedBy(2)) < 0, taken.toString());
      for (Socket socket : slow) {
        socket.setSoTimeout(20_000);
        assertTrue(ended(socket));
      }
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
    assertEquals(0, provider.calls());
  }

  private static boolean ended(Socket socket) {
    try {
      socket.getInputStream().readAllBytes();
      return true;
    } catch (java.net.SocketTimeoutException open) {
      return false;
    } catch (java.io.IOException reset) {
      return true;
    }
  }

  @Test
  void giantHeadersAreDropped() {
    String header = "X-Long: " + "a".repeat(400_000) + "\r\n\r\n";
    assertFalse(server.raw("GET /health HTTP/1.1\r\nHOST" + header).contains("200 OK"));
    String many = IntStream.range(0, 300).mapToObj("X-%d: a\r\n"::formatted).collect(joining());
    assertFalse(server.raw("GET /health HTTP/1.1\r\nHOST" + many + "\r\n").contains("200 OK"));
    assertEquals(200, server.get("/health").statusCode());
  }

  /// The body that makes servers which do not read what they refuse run a request of its own.
  @ParameterizedTest
  @ValueSource(strings = {"/generate", "/estimate", "/logs", "/nothing", "/"})
  void whatIsInARefusedBodyIsNeverARequest(String path) {
    String smuggled =
        "x".repeat(1_000) + "\r\n".repeat(50_000) + POST + "Content-Length: 25\r\n\r\n" + GOOD;
    for (String headers :
        List.of(
            "Content-Type: text/plain\r\nOrigin: http://evil.example\r\n",
            "Content-Type: text/plain\r\n",
            "Content-Type: application/json\r\n")) {
      byte[] body = server.bytes(smuggled);
      String request =
          "POST %s HTTP/1.1\r\nHOST%sContent-Length: %d\r\n\r\n"
              .formatted(path, headers, body.length);
      String last = "GET /nothing HTTP/1.1\r\nHOSTConnection: close\r\n\r\n";
      String answer = server.raw(request + smuggled + last);
      assertTrue(answer.matches("(?s)HTTP/1\\.1 4\\d\\d .*"), answer);
      assertFalse(answer.contains("HTTP/1.1 200"), answer);
    }
    assertEquals(0, provider.calls());
  }

  @Test
  void requestsInARowAreAnsweredInTheirOrder() {
    String good = "GET /health HTTP/1.1\r\nHOST\r\n";
    String lost = "GET /nothing HTTP/1.1\r\nHOSTConnection: close\r\n\r\n";
    String answer = server.raw(good + lost);
    int first = answer.indexOf("HTTP/1.1 200");
    assertTrue(first == 0 && answer.indexOf("HTTP/1.1 404") > 0, answer);
  }

  static List<String> pathsOutOfTheHouse() {
    List<String> paths = new ArrayList<>();
    for (String up :
        List.of(
            "..",
            "%2e%2e",
            "%2E.",
            ".%2e",
            "..%00",
            "..;",
            "%252e%252e",
            "..%c0%af",
            "%c0%ae%c0%ae",
            "..%5c",
            "....")) {
      for (String slash : List.of("/", "%2f", "%5c")) {
        paths.add(up + slash + up + slash + "secret");
      }
    }
    paths.addAll(
        List.of(
            "/etc/passwd",
            "%2fetc%2fpasswd",
            "secret",
            "./secret",
            "a%00b",
            "C:%5cWindows",
            "file:%2f%2f%2fetc%2fpasswd",
            "~",
            "%7e",
            "%20",
            "-",
            "a".repeat(64),
            "A".repeat(64)));
    return paths;
  }

  @ParameterizedTest
  @MethodSource("pathsOutOfTheHouse")
  void noPathLeadsToAFile(String path) throws Exception {
    Path pictures = Files.createDirectories(directory.resolve("data").resolve("pictures"));
    Files.writeString(pictures.resolve("secret"), "the secret");
    Files.writeString(directory.resolve("secret"), "the secret");
    for (String route : List.of("/pictures/", "/logs/", "/")) {
      String answer =
          server.raw("GET " + route + path + " HTTP/1.1\r\nHOSTConnection: close\r\n\r\n");
      assertTrue(answer.matches("(?s)HTTP/1\\.1 (400|404|421) .*"), answer);
      assertFalse(answer.contains("the secret"), answer);
    }
  }
}
