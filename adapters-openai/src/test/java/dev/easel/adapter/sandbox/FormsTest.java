package dev.easel.adapter.sandbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.image.Upload;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How forms are read.
final class FormsTest {

  private static final String TYPE = "multipart/form-data; boundary=b";

  private static Incoming read(String body) throws ApiError {
    return Multipart.read(body.getBytes(StandardCharsets.UTF_8), TYPE);
  }

  private static String field(String name, String value) {
    return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
  }

  private static byte[] file(String name, byte[] content) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(
        """
        --b\r
        Content-Disposition: form-data; name="%s"; filename="a.png"\r
        Content-Type: image/png\r
        \r
        """
            .formatted(name)
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
    return body.toByteArray();
  }

  private static byte[] only(byte[] body) throws ApiError {
    List<Upload> uploads = Multipart.read(body, TYPE).uploads();
    assertEquals(1, uploads.size());
    return uploads.getFirst().content().bytes();
  }

  @Test
  void textsNumbersAndFlagsAreToldApart() throws ApiError {
    Incoming form =
        read(
            field("prompt", "42")
                + field("n", "2")
                + field("seed", "-7")
                + field("stream", "true")
                + field("user", "true")
                + field("size", "256x256")
                + field("svg[model]", "m")
                + field("svg[reasoning][effort]", "low")
                + "--b--");
    assertEquals(
        Stand.fields(
            "prompt",
            "42",
            "n",
            2,
            "seed",
            -7,
            "stream",
            true,
            "user",
            "true",
            "size",
            "256x256",
            "svg",
            Stand.fields("model", "m", "reasoning", Stand.fields("effort", "low"))),
        form.fields());
  }

  @Test
  void preamblePaddingEpilogueAndUnquotedNamesAreFine() throws ApiError {
    Incoming form =
        read(
            """
            hello\r
            --b \t\r
            X: name="x"\r
            content-disposition: form-data; name=prompt\r
            \r
            ü\r
            --b--\r
            bye --b\
            """);
    assertEquals(Stand.fields("prompt", "ü"), form.fields());
  }

  @Test
  void emptyValuesAndLineBreaksStay() throws ApiError {
    assertEquals(
        Stand.fields("prompt", "", "user", "\r\na\n\r\n"),
        read(field("prompt", "") + field("user", "\r\na\n\r\n") + "--b--").fields());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--b", "x--b\r\n", "\n--b\r\n", "\r\n--bb\r\n", "\r\n--b-", "\r\n--b\n"})
  void whatLooksLikeABoundaryInsideDataIsData(String data) throws ApiError {
    byte[] content = ("1" + data + "2").getBytes(StandardCharsets.UTF_8);
    assertArrayEquals(content, only(file("image", content)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 1_000})
  void everyByteOfAFileArrives(int length) throws ApiError {
    byte[] content = new byte[length];
    new SplittableRandom(length).nextBytes(content);
    assertArrayEquals(content, only(file("image[]", content)));
  }

  @Test
  void aLargeUploadIsReadQuickly() throws ApiError {
    byte[] content = new byte[20 << 20];
    Arrays.fill(content, (byte) '\r');
    byte[] body = file("image", content);
    long start = System.nanoTime();
    assertEquals(content.length, only(body).length);
    assertTrue(System.nanoTime() - start < Duration.ofSeconds(5).toNanos());
  }

  @Test
  void aFormWithoutItsLastBoundaryIsRefused() {
    refused("ends before its last boundary", field("prompt", "x"));
    refused("ends before its last boundary", field("prompt", "x") + "--b");
    refused("ends before its last boundary", "");
    refused("ends before its last boundary", field("prompt", "x").replace("\r\n", "\n") + "--b--");
  }

  @Test
  void aPartWithoutHeadersOrNameIsRefused() {
    refused("has no headers", "--b\r\nabc\r\n--b--");
    refused("has no headers", "--b\r\n" + "X: y\r\n".repeat(3_000) + "\r\nabc\r\n--b--");
    refused("has no name", "--b\r\nX: name=\"prompt\"\r\n\r\nabc\r\n--b--");
    refused(
        "has no name",
        "--b\r\nContent-Disposition: form-data; filename=\"prompt\"\r\n\r\nabc\r\n--b--");
  }

  @Test
  void tooManyPartsAreRefused() {
    refused("more than 100 parts", field("x", "").repeat(101) + "--b--");
  }

  private static void refused(String why, String body) {
    ApiError error = assertThrows(ApiError.class, () -> read(body));
    assertEquals(400, error.status());
    assertTrue(error.text().contains(why), error.text());
  }

  @Test
  void aFileOfAnotherNameIsRefused() {
    ApiError error = assertThrows(ApiError.class, () -> only(file("picture", new byte[1])));
    assertEquals("unknown_parameter", error.body().fields("error").get("code"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "multipart/x; boundary=\"\""
      })
  void aFormMustNameItsBoundary(String type) {
    assertThrows(ApiError.class, () -> Multipart.read(new byte[0], type));
  }
}
