package dev.easel.adapter.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.image.Content;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.Upload;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Edits as they arrive at a server.
final class MultipartTest {

  private static final Pattern BOUNDARY = Pattern.compile("boundary=(\\S+)");
  private static final String ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Length: " + Calls.ANSWER.length() + "\r\n\r\n" + Calls.ANSWER;

  /// A request with its boundary replaced by a plain word, each byte as one character.
  private static String arrived(ImageRequest request) throws IOException {
    try (RawServer server = RawServer.answering(ANSWER)) {
      Calls.delivered(Calls.ask(server.url(), request));
      String whole = server.requests().getFirst();
      Matcher boundary = BOUNDARY.matcher(whole);
      assertTrue(boundary.find(), whole);
      return whole.replace(boundary.group(1), "BOUNDARY");
    }
  }

  private static String body(ImageRequest request) throws IOException {
    String whole = arrived(request);
    return whole.substring(whole.indexOf("\r\n\r\n") + 4);
  }

  private static Upload picture(String name, String text) {
    return Calls.upload(Upload.Role.IMAGE, name, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void onePictureIsCalledImage() throws IOException {
    String whole =
        arrived(
            Calls.edit(
                List.of(
                    Calls.upload(Upload.Role.MASK, "mask.png", new byte[] {'M'}),
                    picture("photo.png", "\r\n--\0\u00ff")),
                "size",
                "1024x1024",
                "n",
                2,
                "stream",
                false,
                "seed",
                3));
    assertTrue(whole.startsWith("POST /v1/images/edits HTTP/1.1\r\n"), whole);
    assertTrue(whole.contains("Content-Type: multipart/form-data; boundary=BOUNDARY\r\n"), whole);
    assertFalse(whole.toLowerCase(Locale.ROOT).contains("transfer-encoding"));
    String expected =
        """
        --BOUNDARY
        Content-Disposition: form-data; name="model"

        gpt-image-2
        --BOUNDARY
        Content-Disposition: form-data; name="prompt"

        make it snow
        --BOUNDARY
        Content-Disposition: form-data; name="size"

        1024x1024
        --BOUNDARY
        Content-Disposition: form-data; name="n"

        2
        --BOUNDARY
        Content-Disposition: form-data; name="stream"

        false
        --BOUNDARY
        Content-Disposition: form-data; name="image"; filename="photo.png"
        Content-Type: image/png

        @IMAGE@
        --BOUNDARY
        Content-Disposition: form-data; name="mask"; filename="mask.png"
        Content-Type: image/png

        M
        --BOUNDARY--
        """;
    assertEquals(
        expected.replace("\n", "\r\n").replace("@IMAGE@", "\r\n--\0\u00ff"),
        whole.substring(whole.indexOf("\r\n\r\n") + 4));
  }

  @Test
  void severalPicturesAreAList() throws IOException {
    String body =
        body(
            Calls.edit(
                List.of(
                    picture("a.png", "A"),
                    picture("b.png", "B"),
                    Calls.upload(Upload.Role.MARKUP, "marks.png", new byte[] {'K'}))));
    assertTrue(body.contains("name=\"image[]\"; filename=\"a.png\""), body);
    assertTrue(body.contains("name=\"image[]\"; filename=\"b.png\""), body);
    assertTrue(body.contains("name=\"markup\"; filename=\"marks.png\""), body);
    assertFalse(body.contains("name=\"image\""), body);
  }

  @Test
  void nestedValuesHaveNamesInBrackets() throws IOException {
    String body =
        body(
            Calls.edit(
                List.of(picture("a.png", "A")),
                "svg",
                Map.of("model", "m"),
                "tags",
                List.of("x", "y"),
                "scale",
                new BigDecimal("7.50")));
    assertTrue(body.contains("name=\"svg[model]\"\r\n\r\nm\r\n"), body);
    assertTrue(body.contains("name=\"tags[]\"\r\n\r\nx\r\n"), body);
    assertTrue(body.contains("name=\"scale\"\r\n\r\n7.50\r\n"), body);
  }

  @Test
  void namesCannotEndAHeader() throws IOException {
    Upload hostile =
        new Upload(
            Upload.Role.IMAGE,
            "../a\"\r\nX-Evil: 1\r\n\r\n.png",
            "image/png\r\nX-Evil: 2",
            "0".repeat(64),
            Content.of(new byte[] {'A'}));
    String body = body(Calls.edit(List.of(hostile), "odd\"\r\nX-Evil: 3", "x"));
    assertFalse(body.contains("\r\nX-Evil"), body);
    assertTrue(body.contains("filename=\"_a___X-Evil__1____.png\""), body);
    assertTrue(body.contains("Content-Type: application/octet-stream"), body);
    assertTrue(body.contains("name=\"odd%22%0D%0AX-Evil: 3\""), body);
  }

  @Test
  void everyFileHasANameWithAnEnding() throws IOException {
    assertTrue(body(Calls.edit(List.of(picture("", "A")))).contains("filename=\"image.png\""));
    assertTrue(body(Calls.edit(List.of(picture("-", "A")))).contains("filename=\"-.png\""));
    assertTrue(
        body(Calls.edit(List.of(picture("x".repeat(300) + ".png", "A"))))
            .contains("filename=\"" + "x".repeat(96) + ".png\""));
  }

  @Test
  void promptsTravelInUtf8() throws IOException {
    ImageRequest request = Calls.edit(List.of(picture("a.png", "A")), "note", "größer 雪");
    byte[] body = body(request).getBytes(StandardCharsets.ISO_8859_1);
    assertTrue(new String(body, StandardCharsets.UTF_8).contains("größer 雪"));
  }

  @Test
  void eachRequestHasABoundaryOfItsOwn() {
    ImageRequest request = Calls.edit(List.of(picture("a.png", "A")));
    assertNotEquals(
        MultipartBody.of(Calls.fields("a", 1), request).mediaType(),
        MultipartBody.of(Calls.fields("a", 1), request).mediaType());
  }
}
