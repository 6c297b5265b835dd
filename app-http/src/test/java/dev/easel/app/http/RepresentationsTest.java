package dev.easel.app.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.image.Content;
import dev.easel.domain.ledger.SamplePictures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Parts, compression, conditions and lengths, in the bytes that go over the wire.
final class RepresentationsTest {

  private static final byte[] PICTURE = SamplePictures.twoColours("png", 64, 64);

  @TempDir private Path directory;
  private final ProviderDouble provider = new ProviderDouble();
  private TestServer server;
  private String url = "";

  @BeforeEach
  void start() {
    server = TestServer.start(directory, provider);
    url =
        TestServer.json(server.post("/generate", "{\"prompt\":\"a lighthouse\"}"))
            .get("image_url")
            .asString();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /// An answer, byte for byte.
  private record Answer(int status, Map<String, String> headers, Content content) {
    byte[] body() {
      return content.bytes();
    }

    String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    String text() {
      return new String(body(), StandardCharsets.UTF_8);
    }
  }

  private Answer ask(String method, String path, String... headers) {
    StringBuilder lines = new StringBuilder();
    Arrays.stream(headers).forEach(header -> lines.append(header).append("\r\n"));
    String request = method + " " + path + " HTTP/1.1\r\nHOST" + lines + "\r\n";
    try (Socket socket = server.connect()) {
      socket.getOutputStream().write(server.bytes(request));
      socket.shutdownOutput();
      return answer(socket.getInputStream());
    } catch (IOException broken) {
      throw new AssertionError(request, broken);
    }
  }

  private static Answer answer(InputStream in) throws IOException {
    byte[] all = in.readAllBytes();
    String text = new String(all, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    Map<String, String> headers = new TreeMap<>();
    for (String line : text.substring(0, end).split("\r\n", -1)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      }
    }
    return new Answer(
        Integer.parseInt(text.substring(9, 12)),
        headers,
        Content.of(Arrays.copyOfRange(all, end + 4, all.length)));
  }

  private String tag() {
    return ask("HEAD", url).header("ETag");
  }

  @Test
  void aHeadSaysWhatAGetWouldAndNothingMore() {
    Answer whole = ask("GET", url);
    Answer head = ask("HEAD", url, "Range: bytes=0-9");
    assertArrayEquals(PICTURE, whole.body());
    assertEquals(200, head.status());
    assertEquals(0, head.body().length);
    for (String name : List.of("Content-Length", "Content-Type", "ETag", "Accept-Ranges")) {
      assertEquals(whole.header(name), head.header(name), name);
      assertFalse(head.header(name).isEmpty(), name);
    }
    assertEquals(PICTURE.length, Integer.parseInt(head.header("Content-Length")));
    assertTrue(whole.header("Cache-Control").contains("private"));
  }

  @ParameterizedTest
  @CsvSource({
    "0-0",
    "0-9",
    "10-10",
    "60-",
    "0-",
    "-1",
    "-20",
    "-999999999",
    "5-999999999999999999"
  })
  void onePartIsGivenAlone(String range) {
    Answer part = ask("GET", url, "Range: bytes=" + range);
    assertEquals(206, part.status(), part.text());
    String[] ends = range.split("-", -1);
    int length = PICTURE.length;
    boolean suffix = ends[0].isEmpty();
    int from =
        suffix ? (int) Math.max(0, length - Long.parseLong(ends[1])) : Integer.parseInt(ends[0]);
    long last = suffix || ends[1].isEmpty() ? length - 1L : Long.parseLong(ends[1]);
    int to = (int) Math.min(last + 1, length);
    assertArrayEquals(Arrays.copyOfRange(PICTURE, from, to), part.body());
    assertEquals("bytes %d-%d/%d".formatted(from, to - 1, length), part.header("Content-Range"));
    assertEquals(Integer.toString(to - from), part.header("Content-Length"));
    assertEquals(tag(), part.header("ETag"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Range: bytes=0-1,3-4",
        "Range: lines=0-1",
        "Range: bytes=9-1",
        "Range: bytes=-",
        "Range: bytes=a-b",
        "Range: bytes",
        "Range: bytes=0-0\r\nRange: bytes=1-1",
        "Range: bytes=0-0\r\nIf-Range: \"other\"",
        "Range: bytes=0-0\r\nIf-Range: W/TAG",
        "Range: bytes=0-0\r\nIf-Range: Thu, 26 Nov 2026 00:00:00 GMT"
      })
  void whatIsNoSinglePartIsAnsweredWhole(String header) {
    Answer whole = ask("GET", url, header.replace("TAG", tag()));
    assertEquals(200, whole.status());
    assertArrayEquals(PICTURE, whole.body());
  }

  @Test
  void whoHasTheBeginningGetsTheRest() {
    Answer rest = ask("GET", url, "Range: bytes=50-", "If-Range: " + tag());
    assertEquals(206, rest.status());
    assertEquals(PICTURE.length - 50, rest.body().length);
    Answer known = ask("GET", url, "Range: bytes=50-", "If-None-Match: " + tag());
    assertEquals(304, known.status());
    assertEquals(0, known.body().length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"LENGTH-", "99999999-", "-0"})
  void aPartBeyondTheEndIsRefused(String range) {
    String bytes = range.replace("LENGTH", Integer.toString(PICTURE.length));
    Answer refused = ask("GET", url, "Range: bytes=" + bytes);
    assertEquals(416, refused.status(), refused.text());
    assertEquals("bytes */" + PICTURE.length, refused.header("Content-Range"));
    assertTrue(refused.text().contains("\"no_such_range\""));
  }

  @Test
  void aConditionIsOnOneTagAndNotOnPartsOfIt() {
    String tag = tag();
    for (String known : List.of("*", tag, "W/" + tag, "\"x\" , " + tag)) {
      assertEquals(304, ask("GET", url, "If-None-Match: " + known).status(), known);
    }
    for (String other : List.of("\"x\"", tag.replace("\"", ""), tag.replaceFirst(".\"$", "\""))) {
      assertEquals(200, ask("GET", url, "If-None-Match: " + other).status(), other);
    }
    assertEquals(200, ask("GET", url, "If-Match: \"x\", " + tag).status());
    assertEquals(200, ask("GET", url, "If-Match: *").status());
    assertEquals(412, ask("GET", url, "If-Match: W/" + tag).status());
    assertEquals(412, ask("GET", url, "If-Match: \"x\"").status());
    Answer small = ask("GET", url + "?w=16", "If-None-Match: " + tag);
    assertEquals(200, small.status());
    assertFalse(tag.equals(small.header("ETag")));
    assertEquals(206, ask("GET", url + "?w=16", "Range: bytes=0-3").status());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gzip                       | true
          GZIP;q=0.5                 | true
          deflate, gzip;q=1.0        | true
          x-gzip                     | true
          *                          | true
          br, *;q=0.1                | true
          gzip;q=0                   | false
          gzip;q=0.000               | false
          gzip;q=0, *                | false
          gzip;q=much                | false
          identity, gzip;q=0.5       | false
          identity;q=0.5, gzip       | true
          deflate, br                | false
          *;q=0                      | false
          gzipped                    | false
          """)
  void whoTakesItGetsTextCompressed(String accepted, boolean packed) throws IOException {
    Answer plain = ask("GET", "/models");
    assertEquals("", plain.header("Content-Encoding"));
    assertEquals("Accept-Encoding", plain.header("Vary"));
    Answer answer = ask("GET", "/models", "Accept-Encoding: " + accepted);
    assertEquals(packed ? "gzip" : "", answer.header("Content-Encoding"));
    assertEquals("Accept-Encoding", answer.header("Vary"));
    assertEquals(Integer.toString(answer.body().length), answer.header("Content-Length"));
    byte[] body =
        packed
            ? new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes()
            : answer.body();
    assertEquals(plain.text(), new String(body, StandardCharsets.UTF_8));
    Answer head = ask("HEAD", "/models", "Accept-Encoding: " + accepted);
    assertEquals(answer.header("Content-Length"), head.header("Content-Length"));
    assertEquals(0, head.body().length);
  }

  @Test
  void whatIsSmallAPictureOrTheProvidersStaysAsItIs() {
    for (String path : List.of("/health", url, url + "?w=32", "/v1/models")) {
      Answer answer = ask("GET", path, "Accept-Encoding: gzip");
      assertEquals(200, answer.status());
      assertEquals("", answer.header("Content-Encoding"), path);
      assertEquals("", answer.header("Vary"), path);
    }
    Answer head = ask("HEAD", "/events", "Accept-Encoding: gzip");
    assertEquals("text/event-stream", head.header("Content-Type"));
    assertEquals("", head.header("Content-Encoding") + head.header("Content-Length"));
  }

  @Test
  void aRequestSaysHowLongItsBodyIsAndSendsItAsItIs() {
    String json = "Content-Type: application/json";
    Answer endless = ask("POST", "/estimate", json);
    assertEquals(411, endless.status());
    assertTrue(endless.text().contains("\"length_required\""), endless.text());
    assertEquals(411, ask("PATCH", "/logs/0123456789ab", json).status());
    Answer packed = ask("POST", "/estimate", json, "Content-Length: 0", "Content-Encoding: gzip");
    assertEquals(415, packed.status());
    assertEquals("identity", packed.header("Accept-Encoding"));
    assertEquals(
        400,
        ask("POST", "/estimate", json, "Content-Length: 0", "Content-Encoding: identity").status());
  }

  @Test
  void whatIsNotThereOrNotTakenIsSaidSo() {
    assertEquals(404, ask("GET", "/nothing").status());
    Answer posted = ask("POST", url, "Content-Type: application/json", "Content-Length: 0");
    assertEquals(405, posted.status());
    assertEquals("GET, HEAD", posted.header("Allow"));
    assertEquals("GET, HEAD, PATCH", ask("DELETE", "/logs/0123456789ab").header("Allow"));
    assertEquals("POST", ask("HEAD", "/generate").header("Allow"));
  }
}
