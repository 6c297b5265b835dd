package dev.easel.app.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.ledger.SamplePictures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Pictures as large as they get, through a server with little memory: no base64 of one is ever
/// held, nor is an upload.
@Timeout(120)
final class GatewayMemoryTest {

  private static final String HEAP = "-Xmx160m";
  private static final int PICTURE_BYTES = 20_000_000;
  private static final int UPLOAD_BYTES = 45_000_000;
  private static final String START = "{\"created\":1,\"data\":[{\"b64_json\":\"";

  @TempDir private Path directory;
  private final byte[] picture = large(PICTURE_BYTES);
  private final ScriptedUpstream upstream = ScriptedUpstream.start();
  private final HttpClient client = HttpClient.newHttpClient();
  private ServerJvm server;

  @BeforeEach
  void start() throws IOException {
    byte[] base64 = Base64.getEncoder().encode(picture);
    upstream.plays(exchange -> {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write(START.getBytes(StandardCharsets.UTF_8));
      exchange.getResponseBody().write(base64);
      exchange.getResponseBody().write("\"}]}".getBytes(StandardCharsets.UTF_8));
    });
    Map<String, String> environment =
        Map.of("OPENAI_BASE_URL", upstream.url().toString(), "OPENAI_API_KEY", TestServer.KEY);
    List<String> flags = List.of(HEAP, "-cp", System.getProperty("java.class.path"));
    server = ServerJvm.start(directory, environment, flags, "--port", "0");
  }

  @AfterEach
  void stop() {
    server.close();
    client.shutdownNow();
    upstream.close();
  }

  private static byte[] large(int length) {
    byte[] bytes = new byte[length];
    new Random(7).nextBytes(bytes);
    byte[] png = SamplePictures.twoColours("png", 64, 64);
    System.arraycopy(png, 0, bytes, 0, png.length);
    return bytes;
  }

  private HttpResponse<InputStream> post(String path, String type, HttpRequest.BodyPublisher body)
      throws Exception {
    URI place = server.address().resolve(path);
    HttpRequest request =
        HttpRequest.newBuilder(place)
            .header("Content-Type", type)
            .header("Authorization", "Bearer sk-any")
            .header("Idempotency-Key", path)
            .POST(body)
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
  }

  private void assertPicture(HttpResponse<InputStream> answer) throws IOException {
    assertEquals(200, answer.statusCode());
    byte[] text = answer.body().readAllBytes();
    assertEquals(START, new String(text, 0, START.length(), StandardCharsets.UTF_8));
    byte[] base64 = Arrays.copyOfRange(text, START.length(), text.length - "\"}]}".length());
    assertArrayEquals(picture, Base64.getDecoder().decode(base64));
  }

  @Test
  void aLargePictureIsOnTheHeapOnce() throws Exception {
    String body = "{\"model\":\"gpt-image-2\",\"prompt\":\"a lighthouse\"}";
    String path = "/v1/images/generations";
    for (int time = 0; time < 2; time++) { // the second one is given out again
      assertPicture(post(path, "application/json", HttpRequest.BodyPublishers.ofString(body)));
    }
    assertEquals(1, upstream.calls().size());
  }

  @Test
  void largeUploadsAreNotOnTheHeap() throws Exception {
    byte[] upload = large(UPLOAD_BYTES);
    String head =
        """
        --b
        Content-Disposition: form-data; name="prompt"

        x
        --b
        Content-Disposition: form-data; name="image"; filename="a.png"

        """
            .replace("\n", "\r\n");
    String form = "multipart/form-data; boundary=b";
    assertPicture(post("/v1/images/edits", form, whole(head, upload, "\r\n--b--\r\n")));

    assertEquals(1, upstream.calls().size());
    assertTrue(upstream.last().body().length() > UPLOAD_BYTES);
  }

  @Test
  void largeDataUrlsAreNotOnTheHeapEither() throws Exception {
    byte[] base64 = Base64.getEncoder().encode(large(15_000_000));
    String url = "{\"image_url\":\"data:image/png;base64,";
    String two = new String(base64, StandardCharsets.ISO_8859_1) + "\"}," + url;
    String head = "{\"model\":\"gpt-image-2\",\"prompt\":\"x\",\"images\":[" + url + two;
    assertPicture(post("/v1/images/edits", "application/json", whole(head, base64, "\"}]}")));

    assertTrue(upstream.last().body().length() > 2L * base64.length);
  }

  private static HttpRequest.BodyPublisher whole(String head, byte[] middle, String tail) {
    return HttpRequest.BodyPublishers.ofInputStream(() ->
        new SequenceInputStream(
            new SequenceInputStream(stream(head), new ByteArrayInputStream(middle)), stream(tail)));
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
