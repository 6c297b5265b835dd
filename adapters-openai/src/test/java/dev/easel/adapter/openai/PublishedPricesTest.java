package dev.easel.adapter.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.cost.CostLine;
import dev.easel.domain.cost.Estimate;
import dev.easel.domain.cost.Estimate.Exact;
import dev.easel.domain.cost.Estimate.Range;
import dev.easel.domain.cost.LineClass;
import dev.easel.domain.cost.Money;
import dev.easel.domain.cost.Pricing;
import dev.easel.domain.image.RequestDraft;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The built-in price book against what was published and billed.
final class PublishedPricesTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final Catalogues CATALOGUES = Catalogues.load(null);
  private static final Pricing PRICING = new Pricing(CATALOGUES.prices(), CATALOGUES.tokens());

  private static Estimate estimate(RequestDraft draft) {
    return PRICING.estimate(draft.request(), DAY);
  }

  private static Exact exact(String model, String size, String quality) {
    return assertInstanceOf(
        Exact.class, estimate(RequestDraft.of(model).saying("").at(size, quality)));
  }

  private static CostLine line(LineClass lineClass, Estimate estimate) {
    return estimate.lines().stream()
        .filter(line -> line.lineClass() == lineClass)
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "dall-e-2, 256x256, standard, 0.016",
    "dall-e-2, 512x512, standard, 0.018",
    "dall-e-2, 1024x1024, standard, 0.020",
    "dall-e-3, 1024x1024, standard, 0.040",
    "dall-e-3, 1024x1024, hd, 0.080",
    "dall-e-3, 1024x1792, standard, 0.080",
    "dall-e-3, 1792x1024, standard, 0.080",
    "dall-e-3, 1024x1792, hd, 0.120",
    "dall-e-3, 1792x1024, hd, 0.120",
    "gpt-image-1-mini, 1024x1024, low, 0.005",
    "gpt-image-1-mini, 1024x1024, medium, 0.011",
    "gpt-image-1-mini, 1024x1024, high, 0.036",
    "gpt-image-1-mini, 1024x1536, low, 0.006",
    "gpt-image-1-mini, 1024x1536, medium, 0.015",
    "gpt-image-1-mini, 1024x1536, high, 0.052",
    "gpt-image-1-mini, 1536x1024, low, 0.006",
    "gpt-image-1-mini, 1536x1024, medium, 0.015",
    "gpt-image-1-mini, 1536x1024, high, 0.052"
  })
  void pricesForEachPictureAreThePublishedOnes(
      String model, String size, String quality, String usd) {
    assertEquals(Money.ofUsd(usd), exact(model, size, quality).amount());
  }

  // The published figures are rounded, and one for both upright and wide.
  @ParameterizedTest
  @CsvSource({
    "gpt-image-1, 1024x1024, low, 0.011",
    "gpt-image-1, 1024x1024, medium, 0.042",
    "gpt-image-1, 1024x1024, high, 0.167",
    "gpt-image-1, 1024x1536, low, 0.016",
    "gpt-image-1, 1024x1536, medium, 0.063",
    "gpt-image-1, 1024x1536, high, 0.25",
    "gpt-image-1, 1536x1024, low, 0.016",
    "gpt-image-1, 1536x1024, medium, 0.063",
    "gpt-image-1, 1536x1024, high, 0.25",
    "gpt-image-1.5, 1024x1024, low, 0.009",
    "gpt-image-1.5, 1024x1024, medium, 0.034",
    "gpt-image-1.5, 1024x1024, high, 0.133",
    "gpt-image-1.5, 1024x1536, low, 0.013",
    "gpt-image-1.5, 1536x1024, low, 0.013",
    "gpt-image-1.5, 1024x1536, medium, 0.050",
    "gpt-image-1.5, 1536x1024, medium, 0.050",
    "gpt-image-1.5, 1024x1536, high, 0.200",
    "gpt-image-1.5, 1536x1024, high, 0.200",
    "gpt-image-2, 1024x1024, low, 0.006",
    "gpt-image-2, 1024x1024, medium, 0.053",
    "gpt-image-2, 1024x1024, high, 0.211",
    "gpt-image-2, 1024x1536, low, 0.005",
    "gpt-image-2, 1024x1536, medium, 0.041",
    "gpt-image-2, 1024x1536, high, 0.165",
    "gpt-image-2, 1536x1024, low, 0.005",
    "gpt-image-2, 1536x1024, medium, 0.041",
    "gpt-image-2, 1536x1024, high, 0.165"
  })
  void tokenPricesAreCloseToThePublishedApproximations(
      String model, String size, String quality, BigDecimal published) {
    BigDecimal usd = exact(model, size, quality).amount().usd();
    BigDecimal difference = usd.subtract(published).abs();
    assertTrue(difference.compareTo(new BigDecimal("0.002")) <= 0, usd + " is not " + published);
  }

  @ParameterizedTest
  @CsvSource({
    "1024x1024, 272, 1056, 4160",
    "1024x1536, 408, 1584, 6240",
    "1536x1024, 400, 1568, 6208"
  })
  void theTokenTableIsThePublishedOne(String size, long low, long medium, long high) {
    for (String model : List.of("gpt-image-1", "gpt-image-1.5", "chatgpt-image-latest")) {
      assertEquals(low, tokens(exact(model, size, "low")));
      assertEquals(medium, tokens(exact(model, size, "medium")));
      assertEquals(high, tokens(exact(model, size, "high")));
    }
  }

  private static long tokens(Estimate estimate) {
    return line(LineClass.IMAGE_OUTPUT, estimate).quantity();
  }

  /// Tokens by size: gpt-image-2 low, medium, high; 2.5 low, medium, high, xhigh, max.
  static Stream<Arguments> formula() {
    return Stream.of(
            "1024x1024 196 1756 7024 196 439 1756 3122 7024",
            "1536x1024 158 1372 5488 158 343 1372 2459 5488",
            "1024x1536 158 1372 5488 158 343 1372 2459 5488",
            "1792x1024 139 1243 5063 139 323 1243 2271 5063",
            "1536x864 120 1078 4312 120 280 1078 1917 4312",
            "2048x2048 397 3568 14272 397 892 3568 6343 14272",
            "2048x1152 157 1413 5650 157 367 1413 2511 5650",
            "2560x1440 205 1843 7370 205 478 1843 3276 7370",
            "3840x2160 371 3336 13342 371 865 3336 5930 13342",
            "2160x3840 371 3336 13342 371 865 3336 5930 13342",
            "2880x2880 659 5930 23719 659 1483 5930 10542 23719")
        .map(row -> row.split(" "))
        .map(row -> Arguments.of(row[0], numbers(row, 1, 4), numbers(row, 4, 9)));
  }

  private static List<Long> numbers(String[] row, int from, int to) {
    return Arrays.stream(row, from, to).map(Long::valueOf).toList();
  }

  @ParameterizedTest
  @MethodSource("formula")
  void theFormulaGivesTheKnownTokensAndExactDollars(String size, List<Long> two, List<Long> later) {
    List<String> words = List.of("low", "medium", "high", "xhigh", "max");
    assertTokens("gpt-image-2", size, words.subList(0, 3), two);
    assertTokens("gpt-image-2-2026-04-21", size, words.subList(0, 3), two);
    assertTokens("gpt-image-2.5-flare", size, words, later);
    assertTokens("gpt-image-2.5-flare-2026-09-08", size, words, later);
    assertTokens("gpt-image-2.5-sunburst", size, words, later);
    assertTokens("gpt-image-2.5-sunburst-2026-09-08", size, words, later);
    assertTokens("gpt-image-2.6-flare", size, words.subList(2, 5), later.subList(2, 5));
    assertTokens("gpt-image-2.6-sunburst", size, words.subList(2, 5), later.subList(2, 5));
  }

  private static void assertTokens(
      String model, String size, List<String> qualities, List<Long> tokens) {
    for (int index = 0; index < qualities.size(); index++) {
      Exact estimate = exact(model, size, qualities.get(index));
      long expected = tokens.get(index);
      assertEquals(expected, tokens(estimate), model + " " + size + " " + qualities.get(index));
      assertEquals(new Money(expected * 30_000), estimate.amount());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "gpt-image-2, 3584x2048, high, 12329",
    "gpt-image-2, 960x720, low, 130",
    "gpt-image-2, 976x704, low, 129",
    "gpt-image-2, 3472x1488, low, 201"
  })
  void otherBilledCountsAreMetAsWell(String model, String size, String quality, long tokens) {
    assertEquals(tokens, tokens(exact(model, size, quality)));
  }

  @ParameterizedTest
  @CsvSource({"low, 588, 784", "medium, 1317, 1756"})
  void lowAndMediumOfTheLatestAreThreeToFourTimesThoseBefore(
      String quality, long least, long most) {
    for (String model : List.of("gpt-image-2.6-flare", "gpt-image-2.6-sunburst")) {
      Range range =
          assertInstanceOf(
              Range.class, estimate(RequestDraft.of(model).saying("").at("1024x1024", quality)));
      assertEquals(new Money(least * 30_000), range.least());
      assertEquals(new Money(most * 30_000), range.most());
    }
  }

  @Test
  void theWorstCaseOfAnAutoRequestIsTheLargestSquareAtTheBestQuality() {
    Range range =
        assertInstanceOf(Range.class, estimate(RequestDraft.of("gpt-image-2").saying("")));
    assertEquals(Money.ofUsd("0.71157"), range.most());
    assertTrue(range.least().compareTo(Money.ZERO) > 0);
  }

  // Half a cent: 129 tokens of picture, 220 of prompt, 6 of overhead.
  @Test
  void aPromptCostsItsTokensAndSixMore() {
    String prompt = "a".concat(" lighthouse".repeat(219));
    Estimate estimate =
        estimate(RequestDraft.of("gpt-image-2").saying(prompt).at("976x704", "low"));
    CostLine text = line(LineClass.TEXT_INPUT, estimate);
    assertEquals(226, text.quantity());
    assertTrue(text.assumed());
    assertEquals(Money.ofUsd("0.005"), estimate.high().orElseThrow());
  }

  @Test
  void severalPicturesCostSeveralTimesAsMuch() {
    RequestDraft draft = RequestDraft.of("gpt-image-2").saying("").at("1024x1024", "medium");
    assertEquals(Money.ofUsd("0.5268"), estimate(draft.with("n", 10)).high().orElseThrow());
    assertEquals(
        Money.ofUsd("0.2"),
        estimate(RequestDraft.of("dall-e-2").with("n", 10)).high().orElseThrow());
  }

  @Test
  void xaiChargesEachPicture() {
    RequestDraft draft = RequestDraft.of("grok-imagine-image").at("xai").with("n", 2);
    assertEquals(Money.ofUsd("0.04"), estimate(draft).high().orElseThrow());
    RequestDraft better = RequestDraft.of("grok-imagine-image-quality").at("xai");
    assertEquals(Money.ofUsd("0.05"), estimate(better).high().orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gpt-image-2.5",
        "gpt-image-2.6",
        "gpt-image",
        "gpt-image-1.5-",
        "GPT-IMAGE-2",
        "gpt-image-2 ",
        "gpt-image-2-2026-04-22",
        "grok-imagine-image",
        ""
      })
  void idsAreFoundWholeOrNotAtAll(String model) {
    assertTrue(CATALOGUES.prices().price("openai", model, DAY).isEmpty());
    assertTrue(CATALOGUES.models().card("openai", model).isEmpty());
  }

  @Test
  void anotherProvidersDeploymentHasNoPrice() {
    assertTrue(CATALOGUES.prices().price("azure", "gpt-image-2", DAY).isEmpty());
    assertTrue(CATALOGUES.prices().price("OpenAI", "gpt-image-2", DAY).isEmpty());
  }

  @Test
  void everyCardHasAPriceAndEveryPriceASource() {
    CATALOGUES
        .models()
        .cards()
        .forEach(card ->
            assertTrue(
                CATALOGUES
                    .prices()
                    .price(card.provider(), card.id(), DAY)
                    .orElseThrow()
                    .source()
                    .startsWith("https://"),
                card.id()));
  }
}
