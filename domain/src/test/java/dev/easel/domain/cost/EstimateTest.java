package dev.easel.domain.cost;

import static dev.easel.domain.cost.SamplePrices.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.cost.Estimate.Exact;
import dev.easel.domain.cost.Estimate.Range;
import dev.easel.domain.cost.Estimate.Unknown;
import dev.easel.domain.image.RequestDraft;
import dev.easel.domain.image.Upload;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EstimateTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  /// Counts a token for every character.
  private static final Pricing PRICING = new Pricing(new SamplePrices(), String::length);

  private static Estimate estimate(RequestDraft draft) {
    return PRICING.estimate(draft.request(), DAY);
  }

  private static RequestDraft bare(String model) {
    return RequestDraft.of(model).saying("");
  }

  private static Range range(RequestDraft draft) {
    return assertInstanceOf(Range.class, estimate(draft));
  }

  private static String unknown(RequestDraft draft) {
    return assertInstanceOf(Unknown.class, estimate(draft)).why();
  }

  private static CostLine line(
      LineClass lineClass, long quantity, String rate, String amount, boolean assumed) {
    long per = lineClass == LineClass.PER_IMAGE ? 1 : 1_000_000;
    return new CostLine(lineClass, quantity, usd(rate), per, usd(amount), "sample", assumed);
  }

  @Test
  void aFormulaGivesAnExactFigureAndAnEmptyPromptHasNoLine() {
    assertEquals(
        new Exact(
            usd("0.21072"),
            List.of(line(LineClass.IMAGE_OUTPUT, 7024, "30", "0.21072", false)),
            "2026-11-23"),
        estimate(bare("gpt-image-2").at("1024x1024", "high")));
  }

  @Test
  void promptAndPartialPicturesAreApartAndTimesN() {
    RequestDraft draft =
        RequestDraft.of("gpt-image-2")
            .saying("0123456789")
            .at("1536x1024", "low")
            .with("n", 3)
            .with("stream", true)
            .with("partial_images", 2);
    assertEquals(
        new Exact(
            usd("0.03246"),
            List.of(
                line(LineClass.IMAGE_OUTPUT, 3 * 158, "30", "0.01422", false),
                line(LineClass.PARTIAL_IMAGE, 3 * 200, "30", "0.018", true),
                line(LineClass.TEXT_INPUT, 3 * 16, "5", "0.00024", true)),
            "2026-11-23"),
        estimate(draft));
  }

  @Test
  void partialPicturesCostNothingWithoutAStream() {
    assertEquals(
        estimate(bare("gpt-image-2").at("1024x1024", "low")),
        estimate(bare("gpt-image-2").at("1024x1024", "low").with("partial_images", 3)));
  }

  @Test
  void aTableGivesItsTokens() {
    assertEquals(
        new Exact(
            usd("0.198656"),
            List.of(line(LineClass.IMAGE_OUTPUT, 6208, "32", "0.198656", false)),
            "2026-11-23"),
        estimate(bare("gpt-image-1.5").at("1536x1024", "high")));
  }

  @Test
  void aPublishedPriceIsPerImageAndAssumed() {
    assertEquals(
        new Exact(
            usd("0.01"),
            List.of(line(LineClass.PER_IMAGE, 2, "0.005", "0.01", true)),
            "2026-11-23"),
        estimate(bare("gpt-image-1-mini").at("1024x1024", "low").with("n", 2)));
  }

  @Test
  void whatIsNotSaidIsTakenAsTheApiTakesIt() {
    assertEquals(
        new Exact(
            usd("0.04"),
            List.of(line(LineClass.PER_IMAGE, 1, "0.04", "0.04", false)),
            "2026-11-23"),
        estimate(RequestDraft.of("dall-e-3")));
    assertEquals(estimate(bare("gpt-image-2").at("auto", "auto")), estimate(bare("gpt-image-2")));
  }

  @Test
  void qualityAutoIsARangeOverTheQualities() {
    Range range = range(bare("gpt-image-2").at("1024x1024", "auto"));
    assertEquals(usd("0.00588"), range.least());
    assertEquals(usd("0.21072"), range.most());
    assertEquals("the model chooses the quality", range.why());
    assertEquals(7024, range.lines().getFirst().quantity());
  }

  @Test
  void sizeAutoIsARangeOverAllSizesThatTheRuleAllows() {
    Range range = range(bare("gpt-image-2").at("auto", "high"));
    assertEquals(usd("0.0612"), range.least());
    assertEquals(usd("0.71157"), range.most());
    assertEquals("the model chooses the size", range.why());
  }

  @Test
  void autoInATableIsARangeOverItsRows() {
    Range range = range(bare("gpt-image-1.5").at("auto", "auto"));
    assertEquals(usd("0.008704"), range.least());
    assertEquals(usd("0.198656"), range.most());
    assertEquals("the model chooses size and quality", range.why());
  }

  @Test
  void autoInPricesForEachPictureIsARangeOverTheirRows() {
    Range range = range(bare("dall-e-3").with("quality", "auto"));
    assertEquals(usd("0.04"), range.least());
    assertEquals(usd("0.08"), range.most());
  }

  @Test
  void ofSeveralRowsThatHoldTheFirstCounts() {
    assertEquals(
        usd("0.02"),
        estimate(bare("two-rows").at("local").at("1024x1024", "x")).high().orElseThrow());
    assertEquals(
        usd("0.01"),
        estimate(bare("two-rows").at("local").at("512x512", "x")).high().orElseThrow());
  }

  @Test
  void tokensKnownWithinBoundsAreARange() {
    Range range = range(bare("gpt-image-2.6-flare").at("1024x1024", "low"));
    assertEquals(usd("0.01764"), range.least());
    assertEquals(usd("0.02352"), range.most());
    assertEquals("the tokens of quality low are known only within bounds", range.why());
  }

  @Test
  void picturesSentAlongAreARangeWhereABoundIsKnown() {
    Range range =
        range(
            bare("gpt-image-2")
                .at("1024x1024", "low")
                .with("n", 2)
                .editing(2)
                .sending(Upload.Role.MASK, "image/png", 10));
    assertEquals(usd("0.01176"), range.least());
    assertEquals(usd("0.085488"), range.most());
    assertEquals("the tokens of pictures sent along depend on their size", range.why());
    assertEquals(
        line(LineClass.IMAGE_INPUT, 2 * 3 * 1536, "8", "0.073728", true), range.lines().getLast());
  }

  @Test
  void picturesSentByAddressCountAsWell() {
    RequestDraft draft = bare("gpt-image-2").at("1024x1024", "low").asEdit();
    Range range = range(draft.with("images", List.of("file-1", "file-2")));
    assertEquals(2 * 1536, range.lines().getLast().quantity());
  }

  @Test
  void picturesSentAlongAreUnknownWithoutABound() {
    assertEquals(
        "the input tokens of pictures sent along to gpt-image-1.5 are not known before the answer",
        unknown(bare("gpt-image-1.5").at("1024x1024", "low").editing(1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"svg", "gif"})
  void drawnFormatsAreUnknown(String format) {
    assertEquals(
        "the tokens of " + format + " pictures are not known before the answer",
        unknown(bare("gpt-image-2.6-flare").at("1024x1024", "high").with("output_format", format)));
  }

  @Test
  void aSizeOrQualityWithoutAPriceIsUnknownAndNeverZero() {
    assertEquals(
        "no price is known for gpt-image-2 at size 512x512 and quality low",
        unknown(bare("gpt-image-2").at("512x512", "low")));
    assertEquals(
        "no price is known for gpt-image-2 at size 1024x1024 and quality max",
        unknown(bare("gpt-image-2").at("1024x1024", "max")));
    assertEquals(
        "no price is known for dall-e-3 at size 512x512 and quality standard",
        unknown(bare("dall-e-3").with("size", "512x512")));
    assertEquals(
        "no price is known for gpt-image-1-mini at size 1024x1024 and quality high",
        unknown(bare("gpt-image-1-mini").at("1024x1024", "high")));
  }

  @Test
  void anUnknownModelIsUnknown() {
    assertEquals(
        "no price is known for the model gpt-image-2-hd of openai; prices.file can name one",
        unknown(bare("gpt-image-2-hd")));
    assertTrue(unknown(bare("gpt-image-2").at("azure")).contains("of azure"));
  }

  @Test
  void absurdNumbersOfPicturesAreUnknown() {
    RequestDraft draft = bare("gpt-image-2").at("1024x1024", "high");
    assertEquals(
        "the figures are out of the range of money", unknown(draft.with("n", Long.MAX_VALUE)));
    for (Object n : List.of(0, -1, "3", new BigDecimal("1.5"))) {
      assertEquals(
          "n is not a number of pictures, so their cost is not known", unknown(draft.with("n", n)));
    }
  }

  @Test
  void aFlatPriceHoldsForEverySizeAndQuality() {
    assertEquals(usd("0.02"), estimate(bare("flat").at("local")).high().orElseThrow());
  }
}
