package dev.easel.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.app.http.Router.Route;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// About a thousand requests that no decent client sends, on every route: each gets a well-formed
/// answer or a closed connection, and none spends anything. The budget is as good as nothing, so
/// that a request which should have been refused stops there.
final class HostileCorpusTest {

  private static final Duration LONGEST = TestServer.PATIENCE.multipliedBy(4);
  private static final int PER_ROUTE = 60;
  private static final Pattern ANSWER =
      Pattern.compile("(?s)HTTP/1\\.1 (\\d{3}) [^\\r\\n]*\\r\\n(.*?)\\r\\n\\r\\n(.*)");
  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

  private static final String CHUNKS =
      "%s %s HTTP/1.1\r\nHOSTContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";

  /// 501 is the JDK's word for transfer encodings that it does not know.
  private static final Set<Integer> DOCUMENTED = Set.of(501, 503, 507);

  @TempDir private Path directory;
  private final ProviderDouble provider = new ProviderDouble();
  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.start(directory, provider, Map.of("budget.daily-usd", "0.000000001"));
  }

  @AfterEach
  void stop() {
    assertEquals(200, server.get("/health").statusCode());
    assertEquals(0, provider.calls());
    assertFalse(server.printed().contains("\"defect\""), server.printed());
    assertEquals(0, TestServer.json(server.get("/logs?q=-state:released")).get("count").asInt());
    server.close();
  }

  private static String path(Route route) {
    return route.template().replaceAll("\\{\\w+}", "0123456789abcdef");
  }

  private static void assertDecent(String answers, String request) {
    if (answers.isEmpty() || answers.startsWith("broken") || answers.equals(" (reset)")) {
      return;
    }
    String told = request.substring(0, Math.min(request.length(), 300)) + "\n->\n" + answers;
    Matcher answer = ANSWER.matcher(answers);
    assertTrue(answer.matches(), told);
    int status = Integer.parseInt(answer.group(1));
    assertTrue(status < 500 || DOCUMENTED.contains(status), told);
    assertFalse(answers.contains("\tat ") || answers.contains("dev.easel"), told);
    Matcher length = LENGTH.matcher(answer.group(2));
    boolean stream = answer.group(2).contains("text/event-stream");
    assertTrue(length.find() || stream || answer.group(3).isEmpty(), told);
  }

  private void send(byte[] request) {
    long start = System.nanoTime();
    String answers = server.raw(request);
    Duration taken = Duration.ofNanos(System.nanoTime() - start);
    String told = new String(request, StandardCharsets.ISO_8859_1);
    assertTrue(taken.compareTo(LONGEST) < 0, told + " has nothing after " + taken);
    assertDecent(answers, told);
  }

  @Test
  void damagedRequestsAreAnsweredOrDropped() {
    SplittableRandom random = new SplittableRandom(20_261_123);
    for (Route route : server.routes()) {
      String body = "{\"prompt\":\"a lighthouse\",\"n\":1,\"size\":\"auto\",\"steps\":[{}]}";
      String whole =
          "%s %s?q=cost>1&limit=5&w=64 HTTP/1.1\r\nHOSTContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
              .formatted(route.method(), path(route), body.length(), body);
      for (int round = 0; round < PER_ROUTE; round++) {
        send(damaged(server.bytes(whole), random));
      }
    }
  }

  private static byte[] damaged(byte[] request, SplittableRandom random) {
    byte[] damaged = request.clone();
    int flips = random.nextInt(1, 6);
    for (int flip = 0; flip < flips; flip++) {
      int at = random.nextInt(damaged.length);
      switch (random.nextInt(4)) {
        case 0 -> damaged[at] = (byte) random.nextInt(256);
        case 1 -> damaged[at] = (byte) "\0\r\n \t:/%\\\"{}[],0-".charAt(random.nextInt(17));
        case 2 -> damaged = Arrays.copyOf(damaged, Math.max(1, at));
        default -> damaged = doubled(damaged, at, random.nextInt(1, 80));
      }
    }
    return damaged;
  }

  private static byte[] doubled(byte[] bytes, int at, int count) {
    int length = Math.min(count, bytes.length - at);
    byte[] longer = Arrays.copyOf(bytes, bytes.length + length);
    System.arraycopy(bytes, at, longer, at + length, bytes.length - at);
    return longer;
  }

  private static List<String> heads() {
    return List.of(
        "%s %s HTTP/0.9\r\nHOST\r\n",
        "%s %s HTTP/2.0\r\nHOST\r\n",
        "%s %s\r\nHOST\r\n",
        "%s  %s HTTP/1.1\r\nHOST\r\n",
        "\r\n\r\n%s %s HTTP/1.1\r\nHOST\r\n",
        "%s %s HTTP/1.1\nHOST\n",
        "%s %s HTTP/1.1\r\nHOST : x\r\n\r\n",
        "%s %s HTTP/1.1\r\nHOST: x\r\n\r\n",
        "%s %s HTTP/1.1\r\nHOSTX: a\r\n b\r\n\tc\r\n\r\n",
        "%s %s HTTP/1.1\r\nHOSTX\0: a\r\n\r\n",
        "%s %s HTTP/1.1\r\nHOSTX: \u0001\u001b[2J\r\n\r\n",
        "%s %s HTTP/1.1\r\nHOSTTransfer-Encoding: gzip\r\n\r\n",
        "%s %s HTTP/1.1\r\nHOSTTransfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n",
        "%s %s HTTP/1.1\r\nHOSTTransfer-Encoding: chunked\r\n\r\n-1\r\n\r\n",
        "%s %s HTTP/1.1\r\nHOSTTransfer-Encoding: chunked\r\n\r\n7fffffff\r\nx",
        CHUNKS + "ffffffff\r\nx",
        CHUNKS + "80000000\r\nx",
        CHUNKS + "0\r\nX",
        CHUNKS + "1\r\nxX\r\n0\r\n\r\n",
        "%s %s HTTP/1.1\r\nHOSTTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nx",
        "%s %s HTTP/1.1\r\nHOSTTransfer-Encoding: chunked\r\n\r\n1;a=\"\r\nx\r\n0\r\n\r\n",
        "%s %s HTTP/1.1\r\nHOSTContent-Length: 1\r\nContent-Length: 1\r\n\r\nx",
        "%s %s HTTP/1.1\r\nHOSTContent-Length: 1, 1\r\n\r\nx",
        "%s %s HTTP/1.1\r\nHOSTContent-Length: \r\n\r\nx",
        "%s %s HTTP/1.1\r\nHOSTContent-Length: 9223372036854775807\r\n\r\nx",
        "%s %s HTTP/1.1\r\nHOSTExpect: 100-continue\r\nContent-Length: 5\r\n\r\n",
        "%s %s HTTP/1.1\r\nHOSTUpgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\n\r\n",
        "%s %s HTTP/1.1\r\nHOSTCookie: %%00\r\nRange: bytes=9-1,-5,0-\r\n\r\n",
        "%s %s HTTP/1.1\r\nHOSTIf-None-Match: *\r\nIdempotency-Key: \r\n\r\n",
        "%s %s#x HTTP/1.1\r\nHOST\r\n",
        "%s %s?%%zz HTTP/1.1\r\nHOST\r\n",
        "%s %s?q=%%ff%%fe&limit=-1&limit=9999999999999&w=1e9&cursor=%%00 HTTP/1.1\r\nHOST\r\n",
        "%s *%s HTTP/1.1\r\nHOST\r\n",
        "%s mailto:%s HTTP/1.1\r\nHOST\r\n");
  }

  @Test
  void strangeHeadsAreAnsweredOrDropped() {
    for (Route route : server.routes()) {
      for (String head : heads()) {
        send(server.bytes(head.formatted(route.method(), path(route))));
      }
    }
  }

  private static List<String> values() {
    return List.of(
        "1e999999999",
        "-1e-999999999",
        "1e2147483647",
        "1E-2147483648",
        "0.1e-2147483647",
        "9".repeat(99),
        "-0.0",
        "[".repeat(49) + "]".repeat(49),
        "{\"a\":".repeat(40) + "1" + "}".repeat(40),
        "\"\\u0000\\u001b]52;c;x\\u0007\\u009b31m\\u202e\"",
        "\"\\ud800\"",
        "\"\\udc00\\ud800\"",
        "\"'; DROP TABLE entries; --\"",
        "\"\\\"}\\n{\\\"state\\\":\\\"settled\\\"\"",
        "\"../../../etc/passwd\"",
        "\"" + "x".repeat(200_000) + "\"",
        "\"" + "\\u0000".repeat(20_000) + "\"",
        "[" + "null,".repeat(20_000) + "null]",
        "true",
        "null",
        "[]",
        "{}",
        "\"\"",
        "2147483648",
        "-1",
        "0",
        "1.5",
        "18446744073709551616");
  }

  @Test
  void strangeValuesAreRefusedOrOverBudget() {
    for (Route route : server.routes()) {
      if (route.method().equals("GET")) {
        continue;
      }
      for (String name : List.of("prompt", "model", "n", "x\\u0000y")) {
        for (String value : values()) {
          String body = "{\"prompt2\":\"x\",\"" + name + "\":" + value + "}";
          String more = name.equals("prompt") ? body : body.replace("prompt2", "prompt");
          send(
              server.bytes(
                  "%s %s HTTP/1.1\r\nHOSTContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                      .formatted(route.method(), path(route), more.length(), more)));
        }
      }
    }
    assertEquals(200, server.get("/logs?limit=500").statusCode());
    assertEquals(200, server.get("/logs/stats").statusCode());
  }

  private static List<String> queries() {
    return List.of(
        "a ".repeat(8_000),
        "-a ".repeat(5_000),
        "model:" + "a,".repeat(8_000) + "a",
        "\"".repeat(99),
        "\"" + "a ".repeat(5_000) + "\"",
        "* ** a* -* \"*\"",
        "cost>1e999999999",
        "cost>" + "9".repeat(5_000),
        "cost:-1..-2 latency>9e99999 time>9999999999999d",
        "time:+999999999-12-31 since:99999999999999h until:0000-00-00",
        "id:%_' star:maybe tag:\u0000 code:\u202e",
        "text:NEAR(a,b) AND OR NOT ( ) ^ + { }",
        "state:settled,unknown,,,, caller:",
        "\ud800\udfff\uffff\u0000",
        "灯".repeat(4_000),
        "e\u0301".repeat(4_000),
        "field:value:value::: :: :x x:",
        "'); DROP TABLE entries; --",
        "$x @x #x ?1 :1");
  }

  @Test
  void strangeQueriesAreAnsweredOrRefused() {
    server.post("/generate", "{\"prompt\":\"a lighthouse\"}");
    for (Route route : server.routes()) {
      for (String query : queries()) {
        String q = URLEncoder.encode(query, StandardCharsets.UTF_8);
        send(server.bytes("GET %s?limit=3&q=%s HTTP/1.1\r\nHOST\r\n".formatted(path(route), q)));
      }
    }
  }
}
