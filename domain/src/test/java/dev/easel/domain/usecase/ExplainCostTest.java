package dev.easel.domain.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.cost.Cost;
import dev.easel.domain.cost.CostBasis;
import dev.easel.domain.cost.CostLine;
import dev.easel.domain.cost.LineClass;
import dev.easel.domain.cost.Money;
import dev.easel.domain.cost.Pricing;
import dev.easel.domain.cost.SamplePrices;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryDraft;
import dev.easel.domain.ledger.Input;
import dev.easel.domain.ledger.StoredPicture;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ExplainCostTest {

  private static final Instant MOMENT = Instant.parse("2026-11-23T10:30:00Z");
  private static final ExplainCost EXPLAINING =
      new ExplainCost(new Pricing(new SamplePrices(), String::length));
  private static final StoredPicture PICTURE =
      new StoredPicture("0".repeat(64), "png", 3L, 1024, 1024, null);
  private static final Fields HIGH =
      Fields.NONE.with("size", "1024x1024").with("quality", "high").with("n", 1);

  private static EntryDraft draft() {
    return EntryDraft.at(MOMENT, 1).requested(HIGH).images(PICTURE).cost(Cost.UNKNOWN);
  }

  private static Explanation explained(EntryDraft draft) {
    return EXPLAINING.explain(draft.entry());
  }

  private static Fields usage(long text, long image, long output) {
    return Fields.NONE
        .with("input_tokens", text + image)
        .with("input_tokens_details", Map.of("text_tokens", text, "image_tokens", image))
        .with("output_tokens", output);
  }

  private static Cost cost(@Nullable String usd, CostBasis basis, CostLine... lines) {
    Money amount = usd == null ? null : Money.ofUsd(usd);
    return new Cost(amount, basis, List.of(lines), "2026-11-23");
  }

  private static CostLine tokens(LineClass lineClass, long quantity, String rate) {
    return CostLine.of(lineClass, quantity, Money.ofUsd(rate), 1_000_000, "a list", false);
  }

  // An edit at 3840x2160 that was billed with $0.413.
  private static EntryDraft billed() {
    return draft()
        .edit(new Input("image", "photo.png", "1".repeat(64), 1000))
        .usage(usage(228, 1450, 13342))
        .cost(
            cost(
                "0.413",
                CostBasis.USAGE,
                tokens(LineClass.TEXT_INPUT, 228, "5"),
                tokens(LineClass.IMAGE_INPUT, 1450, "8"),
                tokens(LineClass.IMAGE_OUTPUT, 13342, "30")));
  }

  @Test
  void aBilledFigureIsExplainedLineByLineAndAddsUp() {
    Explanation explanation = explained(billed());

    assertEquals(
        List.of(
            "228 text input tokens at $5 per million: $0.00114, reported by the provider",
            "1,450 image input tokens at $8 per million: $0.0116, reported by the provider",
            "13,342 image output tokens at $30 per million: $0.40026, reported by the provider"),
        explanation.lines().stream().map(Explanation.Line::sentence).toList());
    assertEquals(
        "the lines add up to $0.413; nothing is rounded",
        explanation.summed().orElseThrow().sentence());
    assertTrue(explanation.summed().orElseThrow().matches());
    assertTrue(explanation.meaning().contains("the provider reported the tokens"));
    assertNull(explanation.why());
  }

  @Test
  void theSameBookGivesTheSameFigure() {
    Explanation.Again again = explained(billed()).priced().orElseThrow();

    assertTrue(again.same());
    assertEquals("price book 2026-11-23 gives the same figure", again.sentence());
  }

  @Test
  void anotherFigureOfTheBookIsToldWithTheDifference() {
    EntryDraft older =
        billed().cost(cost("0.4", CostBasis.USAGE, tokens(LineClass.IMAGE_OUTPUT, 16, "25000")));

    Explanation.Again again = explained(older).priced().orElseThrow();

    assertFalse(again.same());
    assertEquals(Money.ofUsd("0.013"), again.difference());
    assertEquals(
        "price book 2026-11-23 gives $0.413 for it, $0.013 more than the entry has",
        again.sentence());
  }

  @Test
  void linesThatDoNotAddUpAreToldSo() {
    Explanation.Sum sum =
        explained(
                draft().cost(cost("1", CostBasis.USAGE, tokens(LineClass.IMAGE_OUTPUT, 10, "30"))))
            .summed()
            .orElseThrow();

    assertFalse(sum.matches());
    assertEquals(
        "the lines come to $0.0003, which is $0.9997 less than the entry has", sum.sentence());
  }

  @Test
  void roundingIsTold() {
    CostLine third = CostLine.of(LineClass.TEXT_INPUT, 1, Money.ofUsd("1"), 3, "a list", true);

    Explanation explanation = explained(draft().cost(cost("0.333333333", CostBasis.TABLE, third)));

    assertEquals(
        "the lines add up to $0.333333333; each is rounded to a thousand-millionth of a dollar,"
            + " halves up",
        explanation.summed().orElseThrow().sentence());
    assertEquals(
        "1 text input token at $1 per 3 tokens: $0.333333333, counted by Easel: the prompt",
        explanation.lines().getFirst().sentence());
  }

  @Test
  void thePublishedPriceOfAPictureNamesItsRowOfTheTable() {
    EntryDraft hd =
        draft()
            .model("dall-e-3")
            .requested(HIGH.with("quality", "hd"))
            .cost(
                cost(
                    "0.08",
                    CostBasis.TABLE,
                    CostLine.of(LineClass.PER_IMAGE, 1, Money.ofUsd("0.08"), 1, "a list", false)));

    Explanation explanation = explained(hd);

    assertEquals(
        "1 picture at $0.08 per picture: $0.08, the pictures of the answer: the price of"
            + " 1024x1024, hd",
        explanation.lines().getFirst().sentence());
    assertTrue(explanation.priced().orElseThrow().same());
  }

  @ParameterizedTest
  @CsvSource({
    "PROVIDER, the provider named this figure",
    "AS_LOGGED, an older log named this figure",
    "BY_HAND, you settled it by hand with this figure",
  })
  void aFigureOfSomebodyElseSaysWhoseItIsAndWhatTheBookWouldSay(CostBasis basis, String words) {
    Explanation explanation =
        explained(draft().cost(Cost.of(Money.ofUsd("0.2"), basis)).usage(usage(10, 0, 7024)));

    assertTrue(explanation.meaning().contains(words), explanation.meaning());
    assertTrue(explanation.summed().isEmpty());
    assertEquals(
        "price book 2026-11-23 gives $0.21077 for it, $0.01077 more than the entry has",
        explanation.priced().orElseThrow().sentence());
  }

  static Stream<Arguments> obstacles() {
    Fields wide = Fields.NONE.with("size", "1025x1024").with("quality", "high");
    Fields auto = Fields.NONE.with("size", "auto").with("quality", "auto");
    return Stream.of(
        Arguments.of(draft().usage(usage(0, 0, 0)), "a usage of zeros"),
        Arguments.of(draft().usage(usage(10, 0, -1)), "no count of tokens"),
        Arguments.of(
            draft().model("gpt-image-9").usage(usage(10, 0, 7024)),
            "no price is known for the model gpt-image-9 of openai"),
        Arguments.of(draft().requested(wide), "gpt-image-2 at size 1025x1024 and quality high"),
        Arguments.of(
            draft().actual(Fields.NONE.with("output_format", "svg")), "the tokens of svg pictures"),
        Arguments.of(
            draft().usage(usage(10, 0, 7024).with("svg_usage", Map.of("input_tokens", 5))),
            "another model wrote the picture"),
        Arguments.of(
            draft().requested(auto), "does not say which size and quality the model chose"),
        Arguments.of(
            draft().requested(auto.with("size", "1024x1024")), "which quality the model chose"),
        Arguments.of(
            draft().model("gpt-image-2.6-flare").requested(HIGH.with("quality", "low")),
            "the tokens of quality low are known only within bounds"),
        Arguments.of(
            draft().edit(new Input("mask", "m.png", "1".repeat(64), 9)),
            "only it tells the tokens of pictures sent along"),
        Arguments.of(
            draft()
                .provider("local")
                .model("no-image-input")
                .usage(usage(10, 100, 200))
                .edit(new Input("image", "m.png", "1".repeat(64), 9)),
            "no rate for pictures that are sent along to no-image-input"),
        Arguments.of(
            draft()
                .usage(usage(10, 0, 10).with("output_tokens_details", Map.of("text_tokens", 10))),
            "counts no tokens of pictures"),
        Arguments.of(draft().images(), "neither usage nor a picture is recorded"));
  }

  @ParameterizedTest
  @MethodSource("obstacles")
  void anUnknownCostSaysWhyItIsUnknown(EntryDraft draft, String words) {
    Explanation explanation = explained(draft);

    assertTrue(explanation.meaning().contains("that is not zero"), explanation.meaning());
    assertTrue(String.valueOf(explanation.why()).contains(words), explanation.why());
    assertTrue(
        explanation.priced().orElseThrow().sentence().contains("gives no figure for it"),
        explanation.priced().orElseThrow().sentence());
  }

  @Test
  void aCostThatOnlyTodaysBookKnowsIsTold() {
    Explanation explanation = explained(draft().usage(usage(10, 0, 7024)));

    assertTrue(String.valueOf(explanation.why()).contains("the price book in force does"));
    assertEquals(
        "price book 2026-11-23 gives $0.21077 for it",
        explanation.priced().orElseThrow().sentence());
  }

  @Test
  void whatMayHaveBeenChargedSaysWhatIsAtRiskAndOfWhatItIsMade() {
    Explanation explanation = explained(draft().unknown("timeout", Money.ofUsd("0.21085")));

    assertTrue(explanation.meaning().contains("(timeout)"), explanation.meaning());
    assertTrue(
        explanation.meaning().contains("up to $0.21085 is at risk, the high end of the estimate"),
        explanation.meaning());
    Explanation.Forecast forecast = explanation.forecast().orElseThrow();
    assertTrue(forecast.matches());
    assertEquals("price book 2026-11-23 estimates $0.21085", forecast.sentence());
    assertTrue(explanation.priced().isEmpty());
    assertNull(explanation.why());
  }

  @Test
  void anotherEstimateThanTheReservedOneIsToldApart() {
    Explanation.Forecast forecast =
        explained(draft().unknown("timeout", Money.ofUsd("0.2"))).forecast().orElseThrow();

    assertFalse(forecast.matches());
    assertTrue(forecast.sentence().endsWith("which is not what was reserved"));
  }

  @Test
  void aPromptThatIsNotKeptIsNotCountedAsNothing() {
    Explanation table = explained(draft().promptWithheld().cost("0.3"));
    Explanation usage = explained(draft().promptWithheld().usage(usage(10, 0, 7024)));
    Explanation risk = explained(draft().promptWithheld().unknown("timeout", Money.ofUsd("0.3")));
    Fields standard = HIGH.with("quality", "standard");
    Explanation each =
        explained(draft().promptWithheld().model("dall-e-3").requested(standard).cost("0.04"));

    assertTrue(
        table.priced().orElseThrow().sentence().contains("a prompt that is not kept"),
        table.priced().orElseThrow().sentence());
    assertEquals(Money.ofUsd("0.21077"), usage.priced().orElseThrow().reckoning().cost().amount());
    assertTrue(each.priced().orElseThrow().same());
    assertTrue(risk.forecast().isEmpty());
  }

  @Test
  void anUnknownRiskIsNoZero() {
    Explanation explanation = explained(draft().model("gpt-image-9").unknown("timeout", null));

    assertTrue(explanation.meaning().contains("how much is at risk is not known"));
    assertTrue(explanation.forecast().orElseThrow().sentence().contains("has no estimate"));
  }

  static Stream<Arguments> released() {
    Fields sent = Fields.NONE.with("size", "1024x1024");
    return Stream.of(
        Arguments.of(draft().released("over_budget"), "Easel sent nothing (over_budget)"),
        Arguments.of(draft().released("cancelled").sent(sent), "Easel sent nothing (cancelled)"),
        Arguments.of(
            draft().released("connection_refused").sent(sent), "the provider was never reached"),
        Arguments.of(draft().released("moderation_blocked").sent(sent), "the provider refused it"),
        Arguments.of(
            draft().released("timeout").cost(Cost.of(Money.ZERO, CostBasis.BY_HAND)),
            "you settled it by hand as not charged"));
  }

  @ParameterizedTest
  @MethodSource("released")
  void nothingChargedSaysWhy(EntryDraft draft, String words) {
    Explanation explanation = explained(draft);

    assertTrue(explanation.meaning().startsWith("nothing was charged: "), explanation.meaning());
    assertTrue(explanation.meaning().contains(words), explanation.meaning());
    assertTrue(explanation.priced().isEmpty());
    assertTrue(explanation.forecast().isEmpty());
  }

  @Test
  void aQualityThatCameOutOtherwiseIsToldWithBothPrices() {
    Fields auto = HIGH.with("quality", "auto");
    EntryDraft draft =
        draft().requested(auto).sent(auto).actual(HIGH.without("n")).usage(usage(10, 0, 7024));

    Explanation.Difference difference = explained(draft).differences().getFirst();

    assertEquals(
        "quality was asked for as auto, and came out as high; by the price book the pictures"
            + " alone come to $0.00588 up to $0.21072 as asked for and to $0.21072 as made",
        difference.sentence());
    assertEquals(1, explained(draft).differences().size());
  }

  @Test
  void aSizeThatCameOutOtherwiseAtTheSamePriceIsNotWorthAWord() {
    EntryDraft draft =
        draft()
            .provider("local")
            .model("flat")
            .requested(HIGH.with("size", "512x512"))
            .actual(HIGH.without("n"));

    assertEquals(List.of(), explained(draft).differences());
  }

  @Test
  void theDocumentSaysTheSameAndKeepsTheUsageAsReported() {
    Entry entry = billed().entry();
    Fields document = ExplanationFields.of(EXPLAINING.explain(entry));

    assertEquals(
        List.of(
            "id",
            "timestamp",
            "state",
            "provider",
            "model",
            "usd",
            "at_risk_usd",
            "basis",
            "price_book",
            "meaning",
            "why",
            "lines",
            "sum",
            "differences",
            "usage",
            "attempts",
            "code",
            "error",
            "estimate",
            "again"),
        List.copyOf(document.asMap().keySet()));
    assertEquals(usage(228, 1450, 13342), document.fields("usage"));
    assertEquals(
        "reported by the provider", document.list("lines").getFirst().text("origin").get());
    assertEquals(true, document.fields("sum").flag("matches").get());
    assertEquals(true, document.fields("again").flag("same").get());
    assertEquals("0.413", document.fields("again").decimal("usd").get().toString());
  }
}
