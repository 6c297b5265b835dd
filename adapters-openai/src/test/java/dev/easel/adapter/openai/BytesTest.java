package dev.easel.adapter.openai;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.easel.domain.image.Arrivals;
import dev.easel.domain.image.Base64Content;
import dev.easel.domain.image.Content;
import dev.easel.domain.ledger.CanonicalForm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Bytes that are gathered and encoded in runs of any length.
final class BytesTest {

  static IntStream seeds() {
    return IntStream.range(0, 60);
  }

  private static byte[] some(SplittableRandom random) {
    byte[] bytes = new byte[random.nextInt(random.nextBoolean() ? 10 : 200_000)];
    random.nextBytes(bytes);
    return bytes;
  }

  /// The same bytes, handed out in runs from one array that is used again, some of which fill it.
  private static Content inRuns(byte[] bytes, SplittableRandom random) {
    return new Content() {
      @Override
      public long length() {
        return bytes.length;
      }

      @Override
      public void writeTo(Sink sink) {
        byte[] used = new byte[random.nextInt(1, 20_000)];
        for (int from = 0; from < bytes.length; ) {
          int most = random.nextBoolean() ? used.length : random.nextInt(1, used.length + 1);
          int run = Math.min(most, bytes.length - from);
          System.arraycopy(bytes, from, used, 0, run);
          sink.write(used, 0, run);
          Arrays.fill(used, (byte) 0);
          from += run;
        }
      }
    };
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void base64IsTheSameInRunsAsAtOnce(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] bytes = some(random);
    Base64Content content = new Base64Content(inRuns(bytes, random));
    byte[] expected = Base64.getEncoder().encode(bytes);
    assertEquals(expected.length, content.length());
    assertArrayEquals(expected, content.bytes());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsGatheredIsWhatCame(int seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] bytes = some(random);
    Chunks chunks = new Chunks(200_000, Arrivals.NONE.begin());
    inRuns(bytes, random).writeTo((run, offset, count) -> write(chunks, run, offset, count));
    assertArrayEquals(Arrays.copyOf(bytes, Math.min(bytes.length, 1024)), chunks.head(1024));
    Content content = chunks.content();
    assertEquals(CanonicalForm.sha256(Content.of(bytes)), content.knownSha256());
    assertArrayEquals(bytes, content.bytes());
    ByteArrayOutputStream twice = new ByteArrayOutputStream();
    content.writeTo(twice::write);
    assertArrayEquals(bytes, twice.toByteArray());
  }

  private static void write(Chunks chunks, byte[] run, int offset, int count) {
    try {
      if (count % 2 == 0) {
        chunks.take(Arrays.copyOfRange(run, offset, offset + count));
      } else {
        chunks.write(run, offset, count);
      }
    } catch (IOException tooLarge) {
      throw new AssertionError(tooLarge);
    }
  }

  @Test
  void nothingIsGatheredBeyondTheLimit() throws IOException {
    Chunks chunks = new Chunks(3, Arrivals.NONE.begin());
    chunks.write(new byte[] {1, 2, 3});
    assertEquals(3, assertThrows(TooLarge.class, () -> chunks.write(4)).limit());
    assertThrows(TooLarge.class, () -> chunks.take(new byte[100_000]));
    assertArrayEquals(new byte[] {1, 2, 3}, chunks.content().bytes());
  }
}
