package dev.easel.app.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.image.Content;
import dev.easel.domain.ledger.CanonicalForm;
import dev.easel.domain.ledger.SamplePictures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Edits in both of OpenAI's forms, with the pictures that come with them.
final class GatewayEditsTest {

  private static final String EDITS = "/v1/images/edits";
  private static final byte[] MASK = SamplePictures.twoColours("png", 16, 16);

  @TempDir private Path directory;
  private final ScriptedUpstream upstream = ScriptedUpstream.start();
  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.calling(directory, upstream.url());
  }

  @AfterEach
  void stopAndLeaveNothing() throws IOException {
    server.close();
    upstream.close();
    try (Stream<Path> files = Files.walk(directory)) {
      assertEquals(List.of(), files.filter(file -> file.toString().contains("upload")).toList());
    }
  }

  /// A form as clients write it.
  private static final class Form {
    private static final String BOUNDARY = "----form-1234";
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    private void text(String text) {
      body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    Form field(String name, String value) {
      text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n");
      text(value + "\r\n");
      return this;
    }

    Form file(String name, String file, byte[] bytes) {
      text(
          "--"
              + BOUNDARY
              + "\r\nContent-Disposition: form-data; name=\""
              + name
              + "\"; filename=\"");
      text(file + "\"\r\nContent-Type: image/png\r\n\r\n");
      body.writeBytes(bytes);
      text("\r\n");
      return this;
    }

    byte[] whole() {
      text("--" + BOUNDARY + "--\r\n");
      return body.toByteArray();
    }
  }

  private HttpResponse<String> send(byte[] form, String... headers) {
    HttpRequest.Builder request =
        server
            .request(EDITS)
            .header("Content-Type", "multipart/form-data; boundary=" + Form.BOUNDARY)
            .header("Authorization", "Bearer sk-any")
            .POST(HttpRequest.BodyPublishers.ofByteArray(form));
    return server.send(headers.length == 0 ? request : request.headers(headers));
  }

  /// A picture that no other is.
  private static byte[] picture(int number) {
    byte[] png = SamplePictures.twoColours("png", 64, 64);
    byte[] own = ("\r\n--" + Form.BOUNDARY + number).getBytes(StandardCharsets.UTF_8);
    byte[] both = new byte[png.length + own.length];
    System.arraycopy(png, 0, both, 0, png.length);
    System.arraycopy(own, 0, both, png.length, own.length);
    return both;
  }

  private static String sha256(byte[] bytes) {
    return CanonicalForm.sha256(bytes);
  }

  private JsonNode entry(HttpResponse<?> answer) {
    String id = answer.headers().firstValue("x-easel-entry").orElseThrow();
    return TestServer.json(server.get("/logs/" + id));
  }

  /// The parts that the provider got, by name, several of a name in their order.
  private List<FormParts.Part> sent() throws IOException {
    Path file = directory.resolve("sent");
    Files.write(file, upstream.last().body().bytes());
    SpooledBody body = SpooledBody.of(file);
    List<FormParts.Part> parts = new ArrayList<>();
    for (FormParts.Part part :
        FormParts.of(body, upstream.last().headers().getFirst("Content-Type"))) {
      parts.add(new FormParts.Part(part.name(), part.file(), Content.of(part.content().bytes())));
    }
    body.close();
    return parts;
  }

  private static String value(List<FormParts.Part> parts, String name) {
    return parts.stream().filter(part -> part.name().equals(name)).findFirst().orElseThrow().text();
  }

  @Test
  void aFormWithSixteenPicturesAndAMaskArrivesWhole() throws IOException {
    Form form =
        new Form()
            .field("model", "gpt-image-2")
            .field("prompt", "make it snow: ❄")
            .field("n", "1")
            .field("size", "1024x1024")
            .field("quality", "low")
            .field("of_tomorrow", "yes");
    for (int number = 0; number < 16; number++) {
      form.file("image[]", "folder/photo " + number + ".png", picture(number));
    }
    HttpResponse<String> made = send(form.file("mask", "mask.png", MASK).whole());

    assertEquals(200, made.statusCode(), made.body());
    List<FormParts.Part> parts = sent();
    assertEquals("make it snow: ❄", value(parts, "prompt"));
    assertEquals("gpt-image-2", value(parts, "model"));
    assertEquals("yes", value(parts, "of_tomorrow"));
    assertEquals("1", value(parts, "n"));
    List<FormParts.Part> images =
        parts.stream().filter(part -> part.name().equals("image[]")).toList();
    assertEquals(16, images.size());
    for (int number = 0; number < 16; number++) {
      assertArrayEquals(picture(number), images.get(number).content().bytes());
    }
    assertEquals("photo_3.png", images.get(3).file());
    assertArrayEquals(
        MASK,
        parts.stream()
            .filter(part -> part.name().equals("mask"))
            .findFirst()
            .orElseThrow()
            .content()
            .bytes());
    JsonNode entry = entry(made);
    assertEquals("edit", entry.get("operation").asString());
    assertEquals(17, entry.get("inputs").size());
    assertEquals(sha256(picture(2)), entry.get("inputs").get(2).get("sha256").asString());
    assertEquals(1, entry.get("parameters").get("n").asInt());
  }

  @Test
  void namesInBracketsLeadIntoObjectsAndLists() throws IOException {
    byte[] form =
        new Form()
            .field("model", "of-tomorrow")
            .field("prompt", "x")
            .field("svg[model]", "gpt-9")
            .field("svg[reasoning][effort]", "low")
            .field("tags[]", "a")
            .field("tags[]", "b")
            .file("image", "a.png", picture(1))
            .file("markup", "m.png", MASK)
            .whole();

    HttpResponse<String> made = send(form);

    assertEquals(200, made.statusCode(), made.body());
    JsonNode parameters = entry(made).get("parameters");
    assertEquals("low", parameters.get("svg").get("reasoning").get("effort").asString());
    assertEquals("b", parameters.get("tags").get(1).asString());
    List<String> names = sent().stream().map(FormParts.Part::name).toList();
    assertTrue(
        names.containsAll(
            List.of("svg[model]", "svg[reasoning][effort]", "tags[]", "image", "markup")),
        names.toString());
  }

  @Test
  void jsonStaysJsonFieldForField() {
    String body =
        """
        {"model": "gpt-image-2", "prompt": "make it snow", "moderation": "low", "size": "1024x1024",
         "images": [{"image_url": "data:image/png;base64,%s"},
                    {"file_id": "file-1"},
                    {"image_url": "https://pictures.example/a.png"}],
         "mask": {"image_url": "data:image/png;base64,%s"}}
        """
            .formatted(base64(picture(1)), base64(MASK).replace("/", "\\/"));

    HttpResponse<String> made = server.post(EDITS, body);

    assertEquals(200, made.statusCode(), made.body());
    assertEquals(EDITS, upstream.last().path());
    assertEquals("application/json", upstream.last().headers().getFirst("Content-Type"));
    assertEquals(TestServer.MAPPER.readTree(body), upstream.last().json());
    JsonNode entry = entry(made);
    assertEquals("edit", entry.get("operation").asString());
    assertEquals(sha256(picture(1)), entry.get("inputs").get(0).get("sha256").asString());
    assertEquals("mask", entry.get("inputs").get(1).get("role").asString());
    assertFalse(entry.toString().contains(base64(MASK)), entry.toString());
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Test
  void aServerThatTakesNoJsonGetsTheSameAsAForm() throws IOException {
    server.close();
    Map<String, String> lab =
        Map.of(
            "provider", "lab",
            "provider.lab.base-url", upstream.url().toString(),
            "provider.lab.dialect", "vllm-omni");
    server = TestServer.calling(directory, upstream.url(), lab);
    String here = "{\"image_url\":\"data:image/png;base64," + base64(picture(1)) + "\"}";
    String body = "{\"model\":\"m\",\"prompt\":\"x\",\"images\":[%s]}";

    assertEquals(200, server.post(EDITS, body.formatted(here)).statusCode());
    assertArrayEquals(
        picture(1),
        sent().stream()
            .filter(part -> part.name().equals("image"))
            .findFirst()
            .orElseThrow()
            .content()
            .bytes());
    HttpResponse<String> elsewhere =
        server.post(EDITS, body.formatted(here + ",{\"file_id\":\"f\"}"));
    assertEquals(400, elsewhere.statusCode(), elsewhere.body());
    assertEquals(1, upstream.calls().size());
  }

  @Test
  void theSameKeyWithAnotherPictureIsAnotherRequest() {
    String[] key = {"Idempotency-Key", "k1"};
    HttpResponse<String> first = send(edit(picture(1)), key);
    HttpResponse<String> again = send(edit(picture(1)), key);
    assertEquals(first.body(), again.body());
    assertEquals(409, send(edit(picture(2)), key).statusCode());
    assertEquals(1, upstream.calls().size());
  }

  private static byte[] edit(byte[] picture) {
    return new Form().field("prompt", "x").file("image", "a.png", picture).whole();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no boundary at all",
        "------form-1234\r\n\r\nx\r\n------form-1234--\r\n",
        "------form-1234\r\nContent-Disposition: form-data\r\n\r\nx\r\n------form-1234--",
        "------form-1234\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nnever ends",
        "------form-1234x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx",
        "------form-1234\r\nContent-Disposition: form-data; name=\"a\"\r\n------form-1234--"
      })
  void aMalformedFormIsRefused(String body) {
    HttpResponse<String> refused = send(body.getBytes(StandardCharsets.UTF_8));

    assertEquals(400, refused.statusCode(), refused.body());
    JsonNode error = TestServer.json(refused).get("error");
    assertEquals("invalid_multipart", error.get("code").asString());
    assertEquals(0, upstream.calls().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{",
        "{\"images\":[{\"image_url\":\"data:image/png;base64,!!!\"}]}",
        "{\"images\":[{\"image_url\":\"data:image/png,abc\"}]}",
        "{\"images\":[{\"image_url\":\"data:;base64,QUJD\"}]}",
        "{\"prompt\":\"a\",\"prompt\":\"b\"}",
        "{} {}"
      })
  void aMalformedObjectIsRefused(String body) {
    HttpResponse<String> refused = server.post(EDITS, body);

    assertEquals(400, refused.statusCode(), refused.body());
    assertTrue(TestServer.json(refused).get("error").has("message"), refused.body());
    assertEquals(0, upstream.calls().size());
  }

  @Test
  void moreThanAFormMayHoldIsRefused() {
    Form form = new Form();
    for (int number = 0; number < 101; number++) {
      form.field("f" + number, "x");
    }
    assertEquals(400, send(form.whole()).statusCode());
    assertEquals(413, send(new Form().field("prompt", "x".repeat(300_000)).whole()).statusCode());
    assertEquals(400, send(new Form().file("other", "a.png", MASK).whole()).statusCode());
    String long1 = "{\"prompt\":\"" + "x".repeat(300_000) + "\"}";
    assertEquals(400, server.post(EDITS, long1).statusCode());
    String length = "Content-Length: 1000000000\r\nContent-Type: application/json\r\n\r\n{}";
    String refused = server.raw("POST " + EDITS + " HTTP/1.1\r\nHOST" + length);
    assertTrue(refused.startsWith("HTTP/1.1 413 "), refused);
    assertEquals(0, upstream.calls().size());
  }

  @Test
  void aBodyThatDoesNotComeWholeIsRefused() {
    String head = "POST " + EDITS + " HTTP/1.1\r\nHOSTContent-Type: application/json\r\n";
    String refused = server.raw(head + "Content-Length: 100\r\n\r\n{}");
    assertTrue(refused.startsWith("HTTP/1.1 400 "), refused);
    assertTrue(refused.contains("\"code\":\"incomplete_body\""), refused);
  }
}
