package dev.easel.domain.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.easel.domain.cost.Cost;
import dev.easel.domain.cost.CostBasis;
import dev.easel.domain.cost.CostLine;
import dev.easel.domain.cost.LineClass;
import dev.easel.domain.cost.Money;
import dev.easel.domain.cost.Obstacle;
import dev.easel.domain.cost.Pricing;
import dev.easel.domain.cost.SamplePrices;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Watch;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryDraft;
import dev.easel.domain.ledger.InMemoryGenerationLog;
import dev.easel.domain.ledger.LogRecord;
import dev.easel.domain.ledger.StoredPicture;
import dev.easel.domain.usecase.Repricing.Comparison;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RepriceLogTest {

  private static final Instant MOMENT = Instant.parse("2026-11-23T10:30:00Z");
  private static final StoredPicture PICTURE =
      new StoredPicture("0".repeat(64), "png", 3L, 1024, 1024, null);
  private static final Fields USAGE =
      Fields.of(Map.of("input_tokens", 10, "output_tokens", 7024)); // $0.21077 by the book

  private final List<Repriced> seen = new ArrayList<>();
  private long numbers;

  private EntryDraft draft() {
    return EntryDraft.at(MOMENT.plusMillis(numbers), ++numbers);
  }

  private static Cost known(String usd, CostBasis basis) {
    return Cost.of(Money.ofUsd(usd), basis);
  }

  private Repricing repriced(String query, Entry... entries) {
    InMemoryGenerationLog log = new InMemoryGenerationLog(ZoneOffset.UTC);
    log.add(sink -> List.of(entries).forEach(entry -> sink.accept(new LogRecord.Whole(entry))));
    Pricing pricing = new Pricing(new SamplePrices(), String::length);
    return new RepriceLog(log, pricing, new ManualTime(MOMENT))
        .reprice(query, Watch.NOBODY, seen::add);
  }

  private static Comparison sums(long entries, String recorded, String repriced) {
    return new Comparison(entries, Money.ofUsd(recorded), Money.ofUsd(repriced));
  }

  @Test
  void usageIsPricedAnewAndComparedWithWhatIsRecorded() {
    Repricing repricing =
        repriced("", draft().usage(USAGE).cost(known("0.3", CostBasis.USAGE)).entry());

    assertEquals("2026-11-23", repricing.priceBook());
    assertEquals(1, repricing.entries());
    assertEquals(sums(1, "0.3", "0.21077"), repricing.compared());
    assertEquals(Money.ofUsd("-0.08923"), repricing.compared().difference());
    assertEquals(Comparison.NOTHING, repricing.stated());
    assertEquals(List.of(), repricing.unpriced());
  }

  @Test
  void withoutUsageTheTableCountsWhatWasMade() {
    CostLine line =
        CostLine.of(LineClass.PER_IMAGE, 3, Money.ofUsd("0.1"), 1, "an old list", false);
    Cost three = new Cost(Money.ofUsd("0.3"), CostBasis.TABLE, List.of(line), "old");
    Fields asked = Fields.NONE.with("size", "1024x1024").with("quality", "standard").with("n", 4);

    Repricing repricing =
        repriced(
            "",
            draft().model("dall-e-3").requested(asked).images(PICTURE).cost(three).entry(),
            draft()
                .model("dall-e-3")
                .requested(asked.with("quality", "hd"))
                .images(PICTURE)
                .cost(known("0.08", CostBasis.TABLE))
                .entry());

    assertEquals(sums(2, "0.38", "0.20"), repricing.compared());
  }

  @Test
  void aFigureThatSomebodyNamedIsPricedByTheBookAndToldApart() {
    Fields standard =
        Fields.NONE.with("size", "1024x1024").with("quality", "standard").with("n", 2);

    Repricing repricing =
        repriced(
            "",
            draft().usage(USAGE).cost(known("0.2", CostBasis.PROVIDER)).entry(),
            draft().usage(USAGE).cost(known("0.25", CostBasis.BY_HAND)).entry(),
            draft().usage(USAGE).cost(known("0.21", CostBasis.USAGE)).entry(),
            draft()
                .model("dall-e-3")
                .requested(standard)
                .cost(known("0.04", CostBasis.AS_LOGGED))
                .entry());

    assertEquals(sums(4, "0.70", "0.71231"), repricing.compared());
    assertEquals(sums(3, "0.49", "0.50154"), repricing.stated());
  }

  @Test
  void aPromptThatIsNotKeptCannotBeCountedButNeedsNotBeWhereUsageOrATableTells() {
    Fields standard = Fields.NONE.with("size", "1024x1024").with("quality", "standard");

    Repricing repricing =
        repriced(
            "",
            draft().promptWithheld().images(PICTURE).cost(known("0.1", CostBasis.TABLE)).entry(),
            draft().promptWithheld().usage(USAGE).cost(known("0.3", CostBasis.USAGE)).entry(),
            draft()
                .promptWithheld()
                .model("dall-e-3")
                .requested(standard)
                .images(PICTURE)
                .cost(known("0.04", CostBasis.TABLE))
                .entry());

    assertEquals(
        List.of(new Repricing.Reason(Obstacle.Kind.PROMPT, 1, Money.ofUsd("0.1"))),
        repricing.unpriced());
    assertEquals(sums(2, "0.34", "0.25077"), repricing.compared());
  }

  @Test
  void whatTheBookCannotPriceIsCountedApartWithItsReason() {
    Repricing repricing =
        repriced(
            "",
            draft().model("flux").cost(known("0.5", CostBasis.PROVIDER)).images(PICTURE).entry(),
            draft().model("flux").cost(Cost.UNKNOWN).images(PICTURE).entry(),
            draft().cost(known("0.1", CostBasis.BY_HAND)).entry());

    assertEquals(
        List.of(
            new Repricing.Reason(Obstacle.Kind.NO_PRICE, 2, Money.ofUsd("0.5")),
            new Repricing.Reason(Obstacle.Kind.NO_PICTURES, 1, Money.ofUsd("0.1"))),
        repricing.unpriced());
    assertEquals(3, repricing.unpricedEntries());
    assertEquals(Money.ofUsd("0.6"), repricing.unpricedCost());
    assertEquals(Comparison.NOTHING, repricing.compared());
  }

  @Test
  void anUnknownCostThatTheBookKnowsIsFound() {
    Repricing repricing = repriced("", draft().usage(USAGE).cost(Cost.UNKNOWN).entry());

    assertEquals(sums(1, "0", "0.21077"), repricing.found());
    assertEquals(Comparison.NOTHING, repricing.compared());
  }

  @Test
  void whatWasNotChargedOrHasNoEndIsNotPriced() {
    Repricing repricing =
        repriced(
            "",
            draft().usage(USAGE).released("over_budget").entry(),
            draft().usage(USAGE).unknown("timeout", Money.ofUsd("0.3")).entry(),
            draft().usage(USAGE).unknown("timeout", null).entry());

    assertEquals(1, repricing.uncharged());
    assertEquals(new Repricing.Open(2, Money.ofUsd("0.3")), repricing.open());
    assertEquals(Comparison.NOTHING, repricing.compared());
    assertEquals(0, repricing.unpricedEntries());
  }

  @Test
  void everyEntryOfEveryPageThatMatchesIsSeenOnceNewestFirst() {
    Entry[] entries = new Entry[1_201];
    for (int index = 0; index < entries.length; index++) {
      String model = index % 2 == 0 ? "gpt-image-2" : "gpt-image-1.5";
      entries[index] =
          draft().model(model).usage(USAGE).cost(known("0.2", CostBasis.USAGE)).entry();
    }

    Repricing all = repriced("", entries);
    assertEquals(1_201, all.entries());
    assertEquals(
        List.of(entries).reversed().stream().map(Entry::id).toList(),
        seen.stream().map(repriced -> repriced.entry().id()).toList());
    assertEquals(
        List.of("gpt-image-2: 601", "gpt-image-1.5: 600"),
        all.models().stream().map(line -> line.model() + ": " + line.entries()).toList());
    assertEquals(600, repriced("model:gpt-image-1.5", entries).entries());
  }

  @Test
  void theDocumentNamesTheFateOfEachEntry() {
    Repricing repricing =
        repriced(
            "",
            draft().usage(USAGE).cost(known("0.3", CostBasis.USAGE)).entry(),
            draft().usage(USAGE).cost(Cost.UNKNOWN).entry(),
            draft().model("flux").images(PICTURE).entry(),
            draft().released("over_budget").entry(),
            draft().unknown("timeout", null).entry());

    assertEquals(
        List.of("open", "uncharged", "unpriced", "found", "compared"),
        seen.stream().map(each -> RepricingFields.of(each).text("fate").orElse("")).toList());
    Fields document = RepricingFields.of(repricing);
    assertEquals("-0.08923", document.decimal("difference_usd").get().toString());
    assertEquals(
        "no_price",
        document.fields("unpriced").list("reasons").getFirst().text("reason").orElse(""));
  }
}
