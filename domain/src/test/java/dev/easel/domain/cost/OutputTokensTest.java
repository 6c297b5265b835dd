package dev.easel.domain.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.cost.Price.AxisFormula;
import dev.easel.domain.cost.Price.Bounds;
import dev.easel.domain.cost.Price.Choice;
import dev.easel.domain.image.ImageSize;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class OutputTokensTest {

  private static final AxisFormula FORMULA =
      new AxisFormula(
          Map.of("low", new AxisFormula.Axis(16, 1, 1), "high", new AxisFormula.Axis(96, 1, 1)),
          SamplePrices.SIZES);

  @ParameterizedTest
  @CsvSource({
    // published in OpenAI's calculator
    "96, 1024, 1024, 7024",
    "96, 1536, 1024, 5488",
    "96, 1792, 1024, 5063",
    "96, 3584, 2048, 12329",
    // billed
    "96, 3840, 2160, 13342",
    "16, 960, 720, 130",
    "16, 976, 704, 129",
    "16, 1024, 1024, 196",
    "16, 2560, 1440, 205",
    "16, 3472, 1488, 201",
    // measured on 2.5
    "24, 1024, 1024, 439",
    "48, 1024, 1024, 1756",
    "64, 1024, 1024, 3122",
  })
  void publishedAndBilledCountsAreMet(int factor, int width, int height, long tokens) {
    assertEquals(tokens, OutputTokens.formula(factor, new ImageSize(width, height)));
    assertEquals(tokens, OutputTokens.formula(factor, new ImageSize(height, width)));
  }

  @Test
  void anExactHalfOfTheShortFactorIsRoundedUp() {
    // 16 * 672 / 1024 is 10.5: with 11 it is 118.3, with 10 it would be 107.6
    assertEquals(119, OutputTokens.formula(16, new ImageSize(1024, 672)));
  }

  static Stream<ImageSize> allowedSizes() {
    SplittableRandom random = new SplittableRandom(11);
    return Stream.generate(
            () -> new ImageSize(16 * random.nextInt(1, 241), 16 * random.nextInt(1, 241)))
        .filter(size -> SamplePrices.SIZES.objection(size).isEmpty())
        .limit(200);
  }

  @ParameterizedTest
  @MethodSource("allowedSizes")
  void itIsTheFormulaInExactDecimals(ImageSize size) {
    BigDecimal factor = BigDecimal.valueOf(96);
    BigDecimal shortFactor =
        factor
            .multiply(BigDecimal.valueOf(size.shorter()))
            .divide(BigDecimal.valueOf(size.longer()), 0, RoundingMode.HALF_UP);
    BigDecimal tokens =
        factor
            .multiply(shortFactor)
            .multiply(BigDecimal.valueOf(2_000_000 + size.pixels()))
            .divide(BigDecimal.valueOf(4_000_000), 0, RoundingMode.CEILING);
    assertEquals(tokens.longValueExact(), OutputTokens.formula(96, size));
  }

  @ParameterizedTest
  @MethodSource("allowedSizes")
  void whatAutoMayBecomeHoldsEverySize(ImageSize size) {
    Bounds bounds = OutputTokens.of(FORMULA, new Choice("auto", "high")).orElseThrow();
    long tokens = OutputTokens.formula(96, size);
    assertTrue(bounds.low() <= tokens && tokens <= bounds.high(), size + " has " + tokens);
  }

  @Test
  void theBoundsOfAutoAreMetByARealSize() {
    Bounds bounds = OutputTokens.of(FORMULA, new Choice("auto", "high")).orElseThrow();
    assertEquals(bounds.high(), OutputTokens.formula(96, new ImageSize(2880, 2880)));
    assertEquals(2040, bounds.low());
    assertEquals(2061, OutputTokens.formula(96, new ImageSize(1424, 480)));
  }
}
