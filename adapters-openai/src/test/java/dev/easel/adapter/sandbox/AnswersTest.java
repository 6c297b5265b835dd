package dev.easel.adapter.sandbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageFormat;
import dev.easel.domain.image.Outcome;
import dev.easel.domain.image.Upload;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the sandbox answers when all goes well.
@Timeout(120)
final class AnswersTest {

  private static final Stand STAND = Stand.quiet();
  private static final String SMALL =
      "{\"model\":\"dall-e-2\",\"size\":\"256x256\",\"response_format\":\"b64_json\",\"prompt\":";

  @AfterAll
  static void close() {
    STAND.close();
  }

  private static byte[] small(String rest) {
    return Stand.picture(STAND.generated(SMALL + rest), 0);
  }

  private static Fields gpt(String parameters) {
    return STAND.generated("{\"model\":\"gpt-image-2.6-flare\",\"prompt\":\"a fox\"," + parameters);
  }

  @Test
  void theSameInputGivesTheSameBytes() {
    byte[] first = small("\"a fox\"}");
    assertArrayEquals(first, small("\"a fox\"}"));
    try (Stand another = Stand.quiet()) {
      assertArrayEquals(first, Stand.picture(another.generated(SMALL + "\"a fox\"}"), 0));
    }
  }

  @Test
  void anotherPromptOrSeedGivesAnotherPicture() {
    byte[] fox = small("\"a fox\"}");
    assertFalse(Arrays.equals(fox, small("\"a ship\"}")));
    byte[] seeded = small("\"a fox\",\"seed\":7}");
    assertFalse(Arrays.equals(fox, seeded));
    assertArrayEquals(seeded, small("\"a fox\",\"seed\":7}"));
  }

  @Test
  void thePicturesOfOneRequestDiffer() {
    Fields answer = STAND.generated(SMALL + "\"a fox\",\"n\":2}");
    assertEquals(2, answer.list("data").size());
    assertFalse(Arrays.equals(Stand.picture(answer, 0), Stand.picture(answer, 1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"256x256", "512x512"})
  void aPictureHasTheSizeAskedFor(String size) {
    byte[] asked =
        Stand.picture(
            STAND.generated(
                "{\"model\":\"dall-e-2\",\"response_format\":\"b64_json\",\"prompt\":\"x\",\"size\":\""
                    + size
                    + "\"}"),
            0);
    BufferedImage picture = Stand.decoded(asked);
    assertEquals(size, picture.getWidth() + "x" + picture.getHeight());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PNG|\"background\":\"transparent\"",
        "JPEG|\"output_format\":\"jpeg\",\"output_compression\":30",
        "WEBP|\"output_format\":\"webp\"",
        "GIF|\"output_format\":\"gif\",\"frame_count\":2"
      })
  void everyFormatHasItsOwnBytesAndTheRightSize(ImageFormat format, String parameters) {
    Fields answer = gpt("\"size\":\"1024x640\",\"quality\":\"low\"," + parameters + "}");
    byte[] picture = Stand.picture(answer, 0);
    assertEquals(format, ImageFormat.recognise(picture).orElseThrow());
    assertEquals(format.word(), answer.get("output_format"));
    assertEquals("1024x640", answer.get("size"));
    assertEquals("low", answer.get("quality"));
    BufferedImage image = Stand.decoded(picture);
    assertEquals("1024x640", image.getWidth() + "x" + image.getHeight());
    boolean clear = parameters.contains("transparent");
    assertEquals(clear ? "transparent" : "opaque", answer.get("background"));
    assertEquals(clear, image.getRGB(0, 0) >>> 24 == 0);
    assertTrue(answer.fields("usage").whole("total_tokens").orElseThrow() > 0);
  }

  @Test
  void aDrawingIsSvgWithTheUsageOfItsAuthor() {
    Fields answer =
        gpt("\"size\":\"1024x640\",\"output_format\":\"svg\",\"svg\":{\"model\":\"m\"}}");
    byte[] picture = Stand.picture(answer, 0);
    assertEquals(ImageFormat.SVG, ImageFormat.recognise(picture).orElseThrow());
    assertTrue(new String(picture, StandardCharsets.UTF_8).contains("640"));
    Fields usage = answer.fields("svg_usage");
    assertEquals("m", usage.get("model"));
    assertEquals(
        usage.whole("total_tokens").orElseThrow(),
        usage.whole("input_tokens").orElseThrow() + usage.whole("output_tokens").orElseThrow());
  }

  @Test
  void dallEAnswersWithAnUrlUnlessAskedForBase64() {
    String body = "{\"model\":\"dall-e-2\",\"size\":\"256x256\",\"prompt\":\"a fox\",\"n\":2}";
    Fields answer = STAND.generated(body);
    assertEquals(List.of("created", "data"), List.copyOf(answer.asMap().keySet()));
    Fields second = answer.list("data").get(1);
    assertEquals(List.of("url"), List.copyOf(second.asMap().keySet()));
    HttpResponse<byte[]> file =
        Stand.send(HttpRequest.newBuilder(URI.create(second.text("url").orElseThrow())));
    assertEquals(200, file.statusCode());
    assertEquals("image/png", file.headers().firstValue("content-type").orElseThrow());
    assertArrayEquals(Stand.picture(STAND.generated(SMALL + "\"a fox\",\"n\":2}"), 1), file.body());
  }

  @Test
  void theClientFetchesWhatIsAnsweredAsAnUrl() {
    Outcome outcome =
        STAND.ask(Stand.generation("dall-e-2", "size", "256x256", "response_format", "url"));
    byte[] picture = Stand.delivered(outcome).images().getFirst().content().bytes();
    assertArrayEquals(small("\"a lighthouse\"}"), picture);
  }

  @Test
  void dallE3TellsTheRevisedPrompt() {
    Fields answer =
        STAND.generated(
            "{\"model\":\"dall-e-3\",\"response_format\":\"b64_json\",\"prompt\":\"a"
                + " \\\"fox\\\"\\n\"}");
    assertEquals("A picture of a \"fox\"\n", answer.list("data").getFirst().get("revised_prompt"));
    assertFalse(answer.has("usage"));
  }

  @Test
  void thePersonAskedForIsNamedAgain() {
    String body = "\"size\":\"1024x640\",\"output_format\":\"svg\",\"user\":\"u\"";
    assertEquals("u", gpt(body + "}").get("safety_identifier"));
    assertEquals("s", gpt(body + ",\"safety_identifier\":\"s\"}").get("safety_identifier"));
  }

  @Test
  void aModelThatIsNotNamedIsTheStandardOne() {
    Fields answer =
        STAND.generated("{\"prompt\":\"x\",\"size\":\"1024x640\",\"output_format\":\"jpeg\"}");
    assertTrue(answer.fields("usage").whole("output_tokens").orElseThrow() > 0);
  }

  @Test
  void filesAreServedForAnHour() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    PictureFiles files = new PictureFiles(() -> Objects.requireNonNull(now.get()));
    files.keep("a", new byte[] {1}, "image/png");
    now.set(Instant.EPOCH.plus(Duration.ofMinutes(59)));
    assertTrue(files.find("a").isPresent());
    assertTrue(files.find("b").isEmpty());
    now.set(Instant.EPOCH.plus(Duration.ofMinutes(60)));
    assertTrue(files.find("a").isEmpty());
  }

  @Test
  void onlyTheLastFilesAreKept() {
    PictureFiles files = new PictureFiles(() -> Instant.EPOCH);
    for (int i = 0; i < 101; i++) {
      files.keep("f" + i, new byte[1], "image/png");
    }
    assertTrue(files.find("f0").isEmpty());
    assertTrue(files.find("f1").isPresent() && files.find("f100").isPresent());
  }

  // ---- edits

  private static final byte[] RED = Stand.png(256, 256, 0xffff0000, 0xffff0000);
  private static final byte[] LEFT_FREE = Stand.png(256, 256, 0, 0xff000000);

  private static byte[] edited(List<Upload> uploads) {
    Outcome outcome = STAND.ask(Stand.edit("dall-e-2", uploads, "size", "256x256"));
    return Stand.delivered(outcome).images().getFirst().content().bytes();
  }

  @Test
  void theClientsEditChangesOnlyWhatTheMaskLeavesOpen() {
    Upload image = Stand.upload(Upload.Role.IMAGE, RED);
    BufferedImage masked =
        Stand.decoded(edited(List.of(image, Stand.upload(Upload.Role.MASK, LEFT_FREE))));
    assertEquals(0xffff0000, masked.getRGB(250, 10));
    assertEquals(0xffff0000, masked.getRGB(250, 250));
    assertTrue(changed(masked, 0, 100));
    assertTrue(changed(Stand.decoded(edited(List.of(image))), 156, 256));
  }

  private static boolean changed(BufferedImage image, int from, int to) {
    for (int x = from; x < to; x++) {
      if (image.getRGB(x, 128) != 0xffff0000) {
        return true;
      }
    }
    return false;
  }

  @Test
  void anEditInJsonIsTheSameAsOneInAForm() {
    String body =
        SMALL
            + "\"make it snow\",\"images\":[{\"image_url\":\"%s\"}],\"mask\":{\"image_url\":\"%s\"}}"
                .formatted(url(RED), url(LEFT_FREE));
    HttpResponse<byte[]> answer = STAND.post("/v1/images/edits", body);
    assertEquals(200, answer.statusCode());
    assertArrayEquals(
        edited(
            List.of(
                Stand.upload(Upload.Role.IMAGE, RED), Stand.upload(Upload.Role.MASK, LEFT_FREE))),
        Stand.picture(Stand.json(answer.body()), 0));
  }

  @Test
  void aMaskOfNullIsNone() {
    String body =
        SMALL
            + "\"make it snow\",\"images\":[{\"image_url\":\"%s\"}],\"mask\":null}"
                .formatted(url(RED));
    assertEquals(200, STAND.post("/v1/images/edits", body).statusCode());
  }

  private static String url(byte[] png) {
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
  }

  @Test
  void severalPicturesAndMarksTravelWithTheClient() {
    List<Upload> uploads =
        List.of(
            Stand.upload(Upload.Role.IMAGE, RED),
            Stand.upload(Upload.Role.IMAGE, Stand.png(64, 32, -1, 0xff0000ff)),
            Stand.upload(Upload.Role.MARKUP, LEFT_FREE));
    Outcome.Delivered delivered =
        Stand.delivered(
            STAND.ask(
                Stand.edit(
                    "gpt-image-2.6-flare",
                    uploads,
                    "size",
                    "1024x640",
                    "quality",
                    "low",
                    "output_format",
                    "webp")));
    assertEquals("webp", delivered.actual().get("output_format"));
    Fields usage = Objects.requireNonNull(delivered.usage());
    assertTrue(usage.fields("input_tokens_details").whole("image_tokens").orElseThrow() > 3);
  }
}
