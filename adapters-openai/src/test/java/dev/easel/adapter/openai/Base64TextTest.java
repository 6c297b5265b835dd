package dev.easel.adapter.openai;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.image.Arrivals;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Base64 in an answer that arrives in runs of any length.
final class Base64TextTest {

  static IntStream seeds() {
    return IntStream.range(0, 40);
  }

  private static byte[] some(SplittableRandom random) {
    byte[] bytes = new byte[1 + random.nextInt(random.nextBoolean() ? 20 : 300_000)];
    random.nextBytes(bytes);
    return bytes;
  }

  /// The same bytes, never more at once than the seed says.
  private static InputStream inRuns(byte[] bytes, SplittableRandom random) {
    int most = 1 + random.nextInt(random.nextBoolean() ? 9 : 200_000);
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] into, int offset, int count) {
        return super.read(into, offset, Math.min(count, 1 + random.nextInt(most)));
      }
    };
  }

  private static Answer answer(String base64, Charset charset, SplittableRandom random) {
    String json = "{\"data\":[{\"b64_json\":\"" + base64 + "\",\"revised_prompt\":\"x\"}],\"n\":1}";
    Answer answer = new Answer();
    AnswerReader.read(inRuns(json.getBytes(charset), random), answer, Arrivals.NONE);
    return answer;
  }

  private static void assertPicture(byte[] expected, Answer answer) {
    Offer offer = answer.offers().getFirst();
    assertArrayEquals(expected, Objects.requireNonNull(offer.content()).bytes());
    assertEquals("x", offer.revisedPrompt());
    assertEquals(1L, answer.document().get("n"));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void itIsTheSameInRunsWithAndWithoutPadding(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] bytes = some(random);
    Base64.Encoder encoder =
        random.nextBoolean() ? Base64.getEncoder() : Base64.getEncoder().withoutPadding();
    String base64 = encoder.encodeToString(bytes);
    assertPicture(bytes, answer(base64, StandardCharsets.UTF_8, random));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void itMayHoldEscapesAndWhiteSpace(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] bytes = some(random);
    String base64 =
        Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(bytes).replace("\n", "\\n");
    String escaped = random.nextBoolean() ? base64.replace("/", "\\/") : base64;
    Charset charset = random.nextBoolean() ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16BE;
    assertPicture(bytes, answer(escaped, charset, random));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsNoBase64IsRefusedWhereverItStands(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder base64 = new StringBuilder(Base64.getEncoder().encodeToString(some(random)));
    base64.insert(random.nextInt(base64.length()), "*");
    String text = base64.toString();
    assertThrows(RuntimeException.class, () -> answer(text, StandardCharsets.UTF_8, random));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatBreaksOffIsNoPicture(int seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    String base64 = Base64.getEncoder().encodeToString(some(random));
    String json = "{\"data\":[{\"b64_json\":\"" + base64;
    int cut = json.length() - random.nextInt(base64.length());
    Answer answer = new Answer();
    InputStream bytes = inRuns(json.substring(0, cut).getBytes(StandardCharsets.UTF_8), random);
    assertThrows(RuntimeException.class, () -> AnswerReader.read(bytes, answer, Arrivals.NONE));
    assertTrue(answer.offers().isEmpty());
  }
}
