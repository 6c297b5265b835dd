package dev.easel.domain.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.cost.DatedPrice;
import dev.easel.domain.cost.Money;
import dev.easel.domain.cost.Price;
import dev.easel.domain.cost.PriceBook;
import dev.easel.domain.cost.PriceComparison;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageSize;
import dev.easel.domain.image.Lifecycle;
import dev.easel.domain.image.ModelCard;
import dev.easel.domain.image.ModelCatalog;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.SizeRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CheckPricesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final PriceCheck.Interest NOTHING =
      new PriceCheck.Interest("openai", "none", Set.of());

  private static ModelCard card(String id, @Nullable String shutdown) {
    LocalDate end = shutdown == null ? null : LocalDate.parse(shutdown);
    return new ModelCard(
        "openai",
        id,
        new Lifecycle(null, null, end, "newer"),
        100,
        1,
        new SizeRule.Free(true),
        "auto",
        List.of(),
        "auto",
        List.of(),
        List.of(),
        List.of(),
        ModelCard.References.NONE,
        Set.of(),
        "");
  }

  private static Price price(String model, String source, boolean byUser, Price.Terms terms) {
    return new Price("openai", model, terms, Price.Choice.BY_MODEL, source, byUser);
  }

  private static Price.PerImage each(String usd) {
    return new Price.PerImage(List.of(new Price.PerImage.Each(null, null, Money.ofUsd(usd))));
  }

  private static DatedPrice always(String model) {
    return new DatedPrice(price(model, "a list", false, each("0.04")), null, null);
  }

  private static DatedPrice until(String model, String day) {
    return new DatedPrice(price(model, "a list", false, each("0.04")), null, LocalDate.parse(day));
  }

  private static PriceCheck check(
      long days, PriceCheck.Interest interest, List<ModelCard> cards, Book book) {
    return new CheckPrices(
            new Cards(cards), book, new ManualTime(Instant.parse(TODAY + "T10:30:00Z")))
        .check(days, interest);
  }

  private static List<String> models(List<PriceCheck.Retirement> retirements) {
    return retirements.stream().map(retirement -> retirement.card().id()).toList();
  }

  @Test
  void modelsInUseComeFirstAndThenTheNearest() {
    List<ModelCard> cards =
        List.of(
            card("long-gone", "2026-05-12"),
            card("in-8-days", "2026-12-01"),
            card("in-31-days", "2026-12-24"),
            card("recent", "2026-12-20"),
            card("standard", "2026-12-23"),
            card("stays", null));
    PriceCheck.Interest interest =
        new PriceCheck.Interest("openai", "standard", Set.of("recent", "stays"));
    Book book = new Book(List.of(), List.of());

    assertEquals(
        List.of("standard", "recent", "in-8-days", "long-gone"),
        models(check(30, interest, cards, book).retirements()));
    assertEquals(List.of("long-gone"), models(check(0, NOTHING, cards, book).retirements()));
    assertEquals(
        List.of(30L, 27L, 8L, -195L),
        check(30, interest, cards, book).retirements().stream()
            .map(PriceCheck.Retirement::daysLeft)
            .toList());
    assertEquals(
        List.of(), models(check(0, NOTHING, List.of(card("x", "2026-11-24")), book).retirements()));
    assertEquals(
        List.of("x"),
        models(check(0, NOTHING, List.of(card("x", "2026-11-23")), book).retirements()));
  }

  @Test
  void whatDoesNotFitTogetherIsFound() {
    Book book =
        new Book(
            List.of(
                always("carded"),
                until("ended", "2026-11-22"),
                until("followed", "2026-11-22"),
                always("followed"),
                until("last-day", "2026-11-23"),
                new DatedPrice(price("mine", Price.NO_SOURCE, true, each("0.01")), null, null)),
            List.of());
    List<ModelCard> cards =
        List.of(
            card("carded", null),
            card("ended", null),
            card("followed", null),
            card("last-day", null),
            card("bare", null));

    PriceCheck check = check(30, NOTHING, cards, book);

    assertEquals(
        List.of("ended false", "followed true"),
        check.expired().stream()
            .map(expiry -> expiry.price().price().model() + " " + expiry.followed())
            .toList());
    assertEquals(List.of("ended", "bare"), check.unpriced().stream().map(ModelCard::id).toList());
    assertEquals(
        List.of("mine"), check.uncarded().stream().map(dated -> dated.price().model()).toList());
    assertEquals(
        List.of("mine"), check.unsourced().stream().map(dated -> dated.price().model()).toList());
    assertFalse(check.clean());
  }

  @Test
  void whatFitsWantsNoLook() {
    Book book = new Book(List.of(always("carded")), List.of());
    assertTrue(check(30, NOTHING, List.of(card("carded", null)), book).clean());
  }

  @Test
  void aPriceOfTheUsersSaysByHowMuchItDiffers() {
    DatedPrice own = new DatedPrice(price("carded", "a contract", true, each("0.03")), null, null);
    Book book = new Book(List.of(own), List.of(until("carded", "2026-01-01"), always("carded")));

    PriceCheck.Replacement replacement =
        check(30, NOTHING, List.of(card("carded", null)), book).replacements().getFirst();

    assertEquals(always("carded"), replacement.builtIn());
    assertEquals(
        List.of(
            new PriceComparison.Change(
                "pictures of any size", 1, Money.ofUsd("0.04"), Money.ofUsd("0.03"))),
        replacement.comparison().changes());
    assertEquals(List.of(), replacement.comparison().others());
    Fields document = PriceCheckFields.of(check(30, NOTHING, List.of(card("carded", null)), book));
    Fields change = document.list("overrides").getFirst().list("changes").getFirst();
    assertEquals("0.04", change.decimal("built_in_usd").get().toString());
    assertEquals("0.03", change.decimal("usd").get().toString());
  }

  @Test
  void ratesAndRowsAreComparedOneByOne() {
    Price.TokenTable table = new Price.TokenTable(List.of());
    Price.Rates old = new Price.Rates(usd("5"), usd("8"), usd("30"), usd("10"));
    Price.Rates fresh = new Price.Rates(usd("5"), usd("6"), usd("30"), null);
    Price.PerToken before = new Price.PerToken(old, table, 6, 100, null);
    Price.PerToken after = new Price.PerToken(fresh, table, 6, 50, null);

    PriceComparison tokens = comparison(before, after);
    assertEquals(
        List.of(
            new PriceComparison.Change("image input tokens", 1_000_000, usd("8"), usd("6")),
            new PriceComparison.Change("text output tokens", 1_000_000, usd("10"), null)),
        tokens.changes());
    assertEquals(1, tokens.others().size());
    PriceComparison kinds = comparison(before, each("0.04"));
    assertEquals(List.of(), kinds.changes());
    assertEquals(List.of("charged per picture instead of per token"), kinds.others());
    ImageSize square = new ImageSize(1024, 1024);
    Price.PerImage rows =
        new Price.PerImage(List.of(new Price.PerImage.Each(square, "hd", usd("0.08"))));
    assertEquals(
        List.of(
            new PriceComparison.Change("1024x1024, hd", 1, usd("0.08"), usd("0.04")),
            new PriceComparison.Change("pictures of any size", 1, null, usd("0.04"))),
        comparison(rows, each("0.04")).changes());
  }

  private static PriceComparison comparison(Price.Terms before, Price.Terms after) {
    return new PriceComparison(
        price("m", "a list", false, before), price("m", "a contract", true, after));
  }

  private static Money usd(String amount) {
    return Money.ofUsd(amount);
  }

  private record Cards(List<ModelCard> cards) implements ModelCatalog {
    @Override
    public Optional<ModelCard> card(String provider, String model) {
      return cards.stream().filter(card -> card.id().equals(model)).findFirst();
    }

    @Override
    public boolean complete(String provider) {
      return true;
    }
  }

  private record Book(List<DatedPrice> prices, List<DatedPrice> replaced) implements PriceBook {
    @Override
    public Optional<Price> price(String provider, String model, LocalDate day) {
      return prices.stream()
          .filter(dated -> dated.price().model().equals(model) && dated.holds(day))
          .map(DatedPrice::price)
          .findFirst();
    }

    @Override
    public String version() {
      return "test";
    }
  }
}
