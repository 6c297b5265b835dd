package dev.easel.domain.cost;

import static dev.easel.domain.cost.SamplePrices.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.easel.domain.cost.Pricing.Answer;
import dev.easel.domain.image.Content;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.GeneratedImage;
import dev.easel.domain.image.MissingImage;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Outcome;
import dev.easel.domain.image.RequestDraft;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CostAfterAnswerTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final Pricing PRICING = new Pricing(new SamplePrices(), String::length);
  private static final RequestDraft DRAFT =
      RequestDraft.of("gpt-image-2").saying("0123").at("auto", "auto");
  private static final Fields ACTUAL =
      Fields.NONE.with("size", "1024x1024").with("quality", "high");

  private static Cost cost(RequestDraft draft, Answer answer) {
    return PRICING.cost(draft.request(), answer, DAY);
  }

  private static Cost byUsage(RequestDraft draft, Fields usage) {
    return cost(draft, new Answer(ACTUAL, usage, null, 1));
  }

  private static Answer silent(Fields actual, int pictures) {
    return new Answer(actual, null, null, pictures);
  }

  private static Fields usage(Object input, Object output) {
    return Fields.NONE.with("input_tokens", input).with("output_tokens", output);
  }

  private static Fields details(@Nullable Object text, @Nullable Object image) {
    return Fields.NONE.withPresent("text_tokens", text).withPresent("image_tokens", image);
  }

  private static CostLine line(
      LineClass lineClass, long quantity, String rate, String amount, boolean assumed) {
    long per = lineClass == LineClass.PER_IMAGE ? 1 : 1_000_000;
    return new CostLine(lineClass, quantity, usd(rate), per, usd(amount), "sample", assumed);
  }

  private static Cost known(String amount, CostBasis basis, CostLine... lines) {
    return new Cost(usd(amount), basis, List.of(lines), "2026-11-23");
  }

  private static Cost unknown(CostLine... lines) {
    return new Cost(null, CostBasis.UNKNOWN, List.of(lines), "2026-11-23");
  }

  // The provider's own figure.

  @Test
  void theProvidersOwnFigureComesFirstAndIsRoundedHalfUp() {
    Answer answer = new Answer(ACTUAL, usage(10, 20), new BigDecimal("0.0123456785"), 1);
    assertEquals(Cost.of(usd("0.012345679"), CostBasis.PROVIDER), cost(DRAFT, answer));
  }

  @Test
  void aProvidersZeroIsAFigure() {
    Answer answer = new Answer(ACTUAL, null, BigDecimal.ZERO, 1);
    assertEquals(Cost.of(Money.ZERO, CostBasis.PROVIDER), cost(DRAFT, answer));
  }

  @Test
  void aProvidersNonsenseIsUnknown() {
    for (String usd : List.of("-0.01", "1e30", "1e2000000000")) {
      assertEquals(
          Cost.UNKNOWN, cost(DRAFT, new Answer(ACTUAL, null, new BigDecimal(usd), 1)), usd);
    }
  }

  // Reported usage.

  @Test
  void aBilledAnswerIsPricedPerClass() {
    Fields usage =
        usage(1678, 13342)
            .with("input_tokens_details", details(228, 1450))
            .with("output_tokens_details", details(0, 13342));
    assertEquals(
        known(
            "0.413",
            CostBasis.USAGE,
            line(LineClass.TEXT_INPUT, 228, "5", "0.00114", false),
            line(LineClass.IMAGE_INPUT, 1450, "8", "0.0116", false),
            line(LineClass.IMAGE_OUTPUT, 13342, "30", "0.40026", false)),
        byUsage(DRAFT.editing(1), usage));
  }

  @Test
  void outputThatIsNotToldApartIsPictures() {
    Fields usage = usage(10, 7024).with("input_tokens_details", details(10, 0));
    assertEquals(usd("0.21077"), byUsage(DRAFT, usage).amount());
  }

  @Test
  void textThatTheModelWroteHasItsOwnRate() {
    Fields usage = usage(10, 4260).with("output_tokens_details", details(100, 4160));
    assertEquals(
        known(
            "0.13417",
            CostBasis.USAGE,
            line(LineClass.TEXT_INPUT, 10, "5", "0.00005", false),
            line(LineClass.IMAGE_OUTPUT, 4160, "32", "0.13312", false),
            line(LineClass.TEXT_OUTPUT, 100, "10", "0.001", false)),
        byUsage(RequestDraft.of("gpt-image-1.5"), usage));
  }

  @Test
  void textOutputWithoutARateIsNotCharged() {
    Fields usage = usage(10, 300).with("output_tokens_details", details(100, 200));
    assertEquals(
        known(
            "0.00605",
            CostBasis.USAGE,
            line(LineClass.TEXT_INPUT, 10, "5", "0.00005", false),
            line(LineClass.IMAGE_OUTPUT, 200, "30", "0.006", false)),
        byUsage(RequestDraft.of("gpt-image-2.6-flare"), usage));
  }

  @Test
  void halfADetailIsCompletedFromTheTotal() {
    Fields images = Fields.NONE.with("image_tokens", 196L);
    Fields usage = usage(10, 200).with("output_tokens_details", images);
    assertEquals(
        List.of(10L, 196L, 4L),
        byUsage(DRAFT, usage).lines().stream().map(CostLine::quantity).toList());
  }

  @Test
  void theOtherHalfOfADetailIsCompletedAsWell() {
    Fields texts = Fields.NONE.with("text_tokens", 10L);
    Fields usage =
        usage(30, 210).with("output_tokens_details", texts).with("input_tokens_details", texts);
    assertEquals(
        List.of(10L, 20L, 200L, 10L),
        byUsage(DRAFT, usage).lines().stream().map(CostLine::quantity).toList());
  }

  @Test
  void tokensOfNeitherKindAreAssumedAtTheDearerRate() {
    Fields usage =
        usage(100, 200)
            .with("input_tokens_details", details(60, 30))
            .with("output_tokens_details", details(0, 150));
    assertEquals(
        known(
            "0.00662",
            CostBasis.USAGE,
            line(LineClass.TEXT_INPUT, 60, "5", "0.0003", false),
            line(LineClass.IMAGE_INPUT, 30, "8", "0.00024", false),
            line(LineClass.IMAGE_INPUT, 10, "8", "0.00008", true),
            line(LineClass.IMAGE_OUTPUT, 200, "30", "0.006", true)),
        byUsage(DRAFT, usage));
  }

  @Test
  void inputThatIsNotToldApartIsTextUnlessPicturesWereSent() {
    assertEquals(
        line(LineClass.TEXT_INPUT, 1000, "5", "0.005", false),
        byUsage(RequestDraft.of("gpt-image-2"), usage(1000, 196)).lines().getFirst());
    assertEquals(
        line(LineClass.IMAGE_INPUT, 1000, "8", "0.008", true),
        byUsage(RequestDraft.of("gpt-image-2").editing(1), usage(1000, 196)).lines().getFirst());
  }

  @Test
  void promptAndCompletionTokensAreTheSameThing() {
    Fields usage =
        Fields.of(
            Map.of(
                "prompt_tokens",
                10,
                "completion_tokens",
                7024,
                "prompt_tokens_details",
                Map.of("cached_tokens", 0),
                "completion_tokens_details",
                Map.of("reasoning_tokens", 0, "image_tokens", 7024)));
    assertEquals(usd("0.21077"), byUsage(DRAFT, usage).amount());
  }

  @Test
  void aPublishedPriceGivesWayToReportedUsage() {
    assertEquals(
        usd("0.00502"), byUsage(RequestDraft.of("gpt-image-1-mini"), usage(10, 625)).amount());
  }

  static Stream<Fields> zeros() {
    return Stream.of(
        usage(0, 0),
        usage(0, 0).with("total_tokens", 0),
        Fields.of(Map.of("prompt_tokens", 0, "completion_tokens", 0, "total_tokens", 0)),
        usage(0, 0).with("input_tokens_details", details(0, 0)),
        Fields.NONE.with("total_tokens", 0));
  }

  @ParameterizedTest
  @MethodSource("zeros")
  void zerosAreUnknownUnlessTheUserSaysOtherwise(Fields zeros) {
    assertEquals(Cost.UNKNOWN, byUsage(DRAFT, zeros));
    assertEquals(Cost.UNKNOWN, byUsage(RequestDraft.of("dall-e-3"), zeros));
    assertEquals(known("0", CostBasis.USAGE), byUsage(RequestDraft.of("free").at("local"), zeros));
    assertEquals(
        known("0.02", CostBasis.TABLE, line(LineClass.PER_IMAGE, 1, "0.02", "0.02", false)),
        byUsage(RequestDraft.of("flat").at("local"), zeros));
  }

  static Stream<Fields> nonsense() {
    return Stream.of(
        usage(-1, 7024),
        usage(10, -7024),
        usage("10", 7024),
        usage(10, new BigDecimal("70.5")),
        usage(10, BigInteger.TEN.pow(40)),
        usage(10, Long.MAX_VALUE),
        usage(10, 200).with("output_tokens_details", details(-1, 201)),
        usage(10, 200).with("output_tokens_details", details(Long.MAX_VALUE, Long.MAX_VALUE)));
  }

  @ParameterizedTest
  @MethodSource("nonsense")
  void nonsenseIsUnknown(Fields usage) {
    assertEquals(Cost.UNKNOWN, byUsage(DRAFT, usage));
  }

  @Test
  void picturesWithoutTokensOfTheirOwnAreUnknown() {
    Fields usage = usage(10, 100).with("output_tokens_details", details(100, 0));
    assertEquals(
        unknown(
            line(LineClass.TEXT_INPUT, 10, "5", "0.00005", false),
            line(LineClass.TEXT_OUTPUT, 100, "10", "0.001", false)),
        byUsage(DRAFT, usage));
  }

  @Test
  void theUsageOfAWritingModelLeavesTheWholeUnknown() {
    Fields actual = ACTUAL.with("svg_usage", Map.of("model", "gpt-6", "input_tokens", 5));
    Cost cost = cost(DRAFT, new Answer(actual, usage(10, 200), null, 1));
    assertEquals(
        unknown(
            line(LineClass.TEXT_INPUT, 10, "5", "0.00005", false),
            line(LineClass.IMAGE_OUTPUT, 200, "30", "0.006", false)),
        cost);
  }

  @Test
  void theUsageOfAWritingModelCountsWhereverItStands() {
    Fields usage = usage(10, 200).with("svg_usage", Map.of("input_tokens", 5));
    assertEquals(CostBasis.UNKNOWN, byUsage(DRAFT, usage).basis());
    assertEquals(CostBasis.USAGE, byUsage(DRAFT, usage.with("svg_usage", null)).basis());
  }

  @Test
  void aClassWithoutARateLeavesTheWholeUnknown() {
    Fields usage = usage(110, 200).with("input_tokens_details", details(10, 100));
    RequestDraft draft = RequestDraft.of("no-image-input").at("local");
    assertEquals(
        unknown(
            line(LineClass.TEXT_INPUT, 10, "5", "0.00005", false),
            line(LineClass.IMAGE_OUTPUT, 200, "30", "0.006", false)),
        byUsage(draft, usage));
    Fields withoutPictures = usage.with("input_tokens_details", details(110, 0));
    assertEquals(usd("0.00655"), byUsage(draft, withoutPictures).amount());
    assertEquals(CostBasis.UNKNOWN, byUsage(draft.editing(1), usage(110, 200)).basis());
  }

  // Table and formula.

  @Test
  void withoutUsageTheFormulaCountsAtTheSizeAndQualityOfTheAnswer() {
    assertEquals(
        known(
            "0.42154",
            CostBasis.TABLE,
            line(LineClass.IMAGE_OUTPUT, 2 * 7024, "30", "0.42144", true),
            line(LineClass.TEXT_INPUT, 2 * 10, "5", "0.0001", true)),
        cost(RequestDraft.of("gpt-image-2").saying("0123"), silent(ACTUAL, 2)));
  }

  @Test
  void halfAUsageIsNoUsage() {
    Fields half = Fields.NONE.with("output_tokens", 5);
    assertEquals(CostBasis.TABLE, byUsage(RequestDraft.of("gpt-image-2"), half).basis());
  }

  @Test
  void dallEIsChargedByTheTableForEachPictureMade() {
    assertEquals(
        known("0.08", CostBasis.TABLE, line(LineClass.PER_IMAGE, 1, "0.08", "0.08", false)),
        cost(RequestDraft.of("dall-e-3").at("1024x1024", "hd"), silent(Fields.NONE, 1)));
    assertEquals(usd("0.12"), cost(RequestDraft.of("dall-e-3"), silent(Fields.NONE, 3)).amount());
  }

  @Test
  void whatTheAnswerLeavesOpenIsUnknown() {
    RequestDraft open = RequestDraft.of("gpt-image-2");
    assertEquals(Cost.UNKNOWN, cost(open, silent(Fields.NONE, 1)));
    assertEquals(Cost.UNKNOWN, cost(open, silent(ACTUAL.with("size", "auto"), 1)));
    assertEquals(Cost.UNKNOWN, cost(open, silent(ACTUAL.with("quality", "max"), 1)));
    assertEquals(Cost.UNKNOWN, cost(open, silent(ACTUAL.with("output_format", "svg"), 1)));
    assertEquals(Cost.UNKNOWN, cost(open, silent(ACTUAL, 0)));
    assertEquals(
        Cost.UNKNOWN,
        cost(RequestDraft.of("gpt-image-2.6-flare"), silent(ACTUAL.with("quality", "low"), 1)));
  }

  @Test
  void picturesSentAlongWithoutUsageLeaveTheWholeUnknown() {
    assertEquals(
        unknown(
            line(LineClass.IMAGE_OUTPUT, 7024, "30", "0.21072", true),
            line(LineClass.TEXT_INPUT, 10, "5", "0.00005", true)),
        cost(RequestDraft.of("gpt-image-2").saying("0123").editing(1), silent(ACTUAL, 1)));
  }

  @Test
  void anUnknownModelIsUnknownWhateverItsUsage() {
    assertEquals(Cost.UNKNOWN, byUsage(RequestDraft.of("gpt-image-9"), usage(10, 200)));
  }

  @Test
  void aDeliveryCountsThePicturesThatCouldNotBeHad() {
    Outcome.Delivered delivered =
        new Outcome.Delivered(
            Fields.NONE,
            null,
            ACTUAL,
            null,
            null,
            List.of(new GeneratedImage(Content.of(new byte[0]), null, null)),
            List.of(new MissingImage(null, "gone")));
    assertEquals(2, Answer.of(delivered).pictures());
  }
}
