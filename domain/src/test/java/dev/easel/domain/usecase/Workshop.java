package dev.easel.domain.usecase;

import dev.easel.domain.cost.Budget;
import dev.easel.domain.cost.DatedPrice;
import dev.easel.domain.cost.Money;
import dev.easel.domain.cost.Price;
import dev.easel.domain.cost.PriceBook;
import dev.easel.domain.cost.Pricing;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.ImageSize;
import dev.easel.domain.image.Lifecycle;
import dev.easel.domain.image.ModelCard;
import dev.easel.domain.image.ModelCatalog;
import dev.easel.domain.image.Operation;
import dev.easel.domain.image.Outcome;
import dev.easel.domain.image.SizeRule;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.InMemoryPictureStore;
import dev.easel.domain.ledger.Page;
import dev.easel.domain.ledger.Query;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/// The use case of making pictures with everything around it played by doubles: one model, whose
/// pictures cost a cent each.
final class Workshop {

  static final String MODEL = "penny-model";

  final BreakableLog log;
  final InMemoryPictureStore pictures = new InMemoryPictureStore();
  final ManualTime time = new ManualTime(Instant.parse("2026-11-23T10:30:00Z"));
  final ManualPacing pacing = new ManualPacing(time);
  private final Ids ids = new CountingIds();
  private final List<BooleanSupplier> background = new ArrayList<>();
  private final AtomicInteger calls = new AtomicInteger();
  private Budget budget = Budget.UNLIMITED;
  private List<Function<ImageRequest, Outcome>> answers = List.of();

  Workshop() {
    this(ZoneOffset.UTC);
  }

  /// @param zone whose days the log counts
  Workshop(ZoneId zone) {
    this.log = new BreakableLog(zone);
  }

  static ImageRequest request(String model, String prompt, Fields parameters) {
    return new ImageRequest(Operation.GENERATE, "openai", model, prompt, parameters, List.of());
  }

  void budget(Budget changed) {
    budget = changed;
  }

  /// What the provider answers, in order; the last one for ever. Each answer takes 250 ms.
  void answers(Outcome... outcomes) {
    answers = List.of(outcomes).stream().map(outcome -> always(outcome)).toList();
  }

  void answers(Function<ImageRequest, Outcome> answer) {
    answers = List.of(answer);
  }

  private static Function<ImageRequest, Outcome> always(Outcome outcome) {
    return request -> outcome;
  }

  int calls() {
    return calls.get();
  }

  List<Entry> entries() {
    return log.page(Query.EVERYTHING, Page.Request.newest(10)).entries();
  }

  GenerateImages generateImages() {
    Pricing pricing = new Pricing(new PennyPrices(), text -> text.length());
    EstimateCost estimating =
        new EstimateCost(new OneModel(), pricing, new Defaults(MODEL, "64x64", "best"), time);
    CallProvider calling = new CallProvider((request, watch) -> answer(request), log, pacing, time);
    return new GenerateImages(
        estimating,
        log,
        calling,
        new BookOutcome(log, pictures, pricing, new Steps()),
        budget,
        time,
        ids);
  }

  /// Takes every step that goes on in the background once more.
  ///
  /// @return how many go on afterwards
  int later() {
    background.removeIf(BooleanSupplier::getAsBoolean);
    return background.size();
  }

  private Outcome answer(ImageRequest request) {
    int call = calls.getAndIncrement();
    return answers.get(Math.min(call, answers.size() - 1)).apply(request);
  }

  private final class Steps implements Background {
    @Override
    public void until(BooleanSupplier step) {
      background.add(step);
    }

    @Override
    public int count() {
      return background.size();
    }

    @Override
    public int end(Duration longest) {
      return later();
    }
  }

  private static final class OneModel implements ModelCatalog {
    private static final ModelCard CARD =
        new ModelCard(
            "openai",
            MODEL,
            new Lifecycle(null, null, null, null),
            100,
            10,
            new SizeRule.Listed(List.of(new ImageSize(64, 64)), false),
            "64x64",
            List.of("best"),
            "best",
            List.of("png"),
            List.of(),
            List.of(),
            ModelCard.References.NONE,
            Set.of("size", "quality", "n"),
            "");

    @Override
    public Optional<ModelCard> card(String provider, String model) {
      return model.equals(MODEL) ? Optional.of(CARD) : Optional.empty();
    }

    @Override
    public List<ModelCard> cards() {
      return List.of(CARD);
    }

    @Override
    public boolean complete(String provider) {
      return true;
    }
  }

  private static final class PennyPrices implements PriceBook {
    @Override
    public Optional<Price> price(String provider, String model, LocalDate day) {
      Price.PerImage.Each each = new Price.PerImage.Each(null, null, Money.ofUsd("0.01"));
      return model.equals(MODEL)
          ? Optional.of(
              new Price(
                  provider,
                  model,
                  new Price.PerImage(List.of(each)),
                  new Price.Choice("64x64", "best"),
                  "a test",
                  false))
          : Optional.empty();
    }

    @Override
    public List<DatedPrice> prices() {
      return price("openai", MODEL, LocalDate.EPOCH).stream()
          .map(price -> new DatedPrice(price, null, null))
          .toList();
    }

    @Override
    public List<DatedPrice> replaced() {
      return List.of();
    }

    @Override
    public String version() {
      return "test";
    }
  }
}
