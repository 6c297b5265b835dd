package dev.easel.domain.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.image.SizeRule.Arithmetic;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SizeRuleTest {

  private static final Arithmetic RULE = new Arithmetic(16, 3840, 3, 655_360, 8_294_400, true);

  private static ImageSize size(String text) {
    return ImageSize.parse(text).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1024x1024",
        "1024x640",
        "640x1024",
        "816x816",
        "976x704",
        "1408x480",
        "480x1408",
        "3840x2160",
        "2160x3840",
        "2880x2880",
        "3840x1280",
        "1280x3840",
        "1920x1088"
      })
  void sizesWithinTheRulesAreTaken(String text) {
    assertEquals(Optional.empty(), RULE.objection(size(text)));
  }

  @ParameterizedTest
  @CsvSource({
    "1920x1080, divisible by 16, 1920x1088",
    "1000x1000, divisible by 16, 1008x1008",
    "1x1, divisible by 16, 816x816",
    "512x512, fewer than 655360, 816x816",
    "800x800, fewer than 655360, 816x816",
    "256x256, fewer than 655360, 816x816",
    "3856x2160, longer than 3840, 3840x2144",
    "3840x3840, more than 8294400, 2880x2880",
    "2896x2880, more than 8294400, 2880x2880",
    "1424x464, more than 3 times, 1424x480",
    "464x1424, more than 3 times, 480x1424",
    "99999x99999, divisible by 16, 2880x2880"
  })
  void anObjectionNamesTheRuleAndTheNearestSize(String text, String rule, String nearest) {
    String objection = RULE.objection(size(text)).orElseThrow();
    assertTrue(objection.contains(rule), objection);
    assertTrue(objection.endsWith("(nearest: " + nearest + ")"), objection);
  }

  static Stream<ImageSize> anySizes() {
    SplittableRandom random = new SplittableRandom(7);
    return Stream.generate(() -> new ImageSize(random.nextInt(1, 6000), random.nextInt(1, 6000)))
        .limit(300);
  }

  @ParameterizedTest
  @MethodSource("anySizes")
  void theNearestSizeIsAlwaysTaken(ImageSize size) {
    ImageSize near = RULE.nearest(size).orElseThrow();
    assertEquals(Optional.empty(), RULE.objection(near));
  }

  @Test
  void listedSizesAreTakenAndNoOthers() {
    SizeRule rule = new SizeRule.Listed(List.of(size("256x256"), size("512x512")), false);
    assertEquals(Optional.empty(), rule.objection(size("512x512")));
    assertEquals("is not one of its sizes", rule.objection(size("1024x1024")).orElseThrow());
    assertEquals("256x256, 512x512", rule.allowed());
  }

  @Test
  void aFreeRuleTakesEverySize() {
    assertEquals(Optional.empty(), new SizeRule.Free(false).objection(size("1x99999")));
  }
}
