package dev.easel.domain.cost;

import dev.easel.domain.cost.Price.AxisFormula;
import dev.easel.domain.cost.Price.Bounds;
import dev.easel.domain.cost.Price.Choice;
import dev.easel.domain.cost.Price.PerImage;
import dev.easel.domain.cost.Price.PerToken;
import dev.easel.domain.cost.Price.Rates;
import dev.easel.domain.cost.Price.TokenTable;
import dev.easel.domain.image.ImageSize;
import dev.easel.domain.image.SizeRule;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A small price book for tests: a formula, a table, published prices, per-image prices, and prices
/// of the user's own.
public record SamplePrices(String version) implements PriceBook {

  /// The axis rule of gpt-image-2.
  static final SizeRule.Arithmetic SIZES =
      new SizeRule.Arithmetic(16, 3840, 3, 655_360, 8_294_400, true);

  private static final ImageSize SQUARE = new ImageSize(1024, 1024);
  private static final ImageSize WIDE = new ImageSize(1536, 1024);

  /// The book of 23 November 2026.
  public SamplePrices() {
    this("2026-11-23");
  }

  private static final List<String> MODELS =
      List.of(
          "openai/gpt-image-2",
          "openai/gpt-image-2.6-flare",
          "openai/gpt-image-1.5",
          "openai/gpt-image-1-mini",
          "openai/dall-e-3",
          "local/free",
          "local/flat",
          "local/two-rows",
          "local/no-image-input");

  @Override
  public List<DatedPrice> prices() {
    return MODELS.stream()
        .map(name -> name.split("/", 2))
        .flatMap(name -> price(name[0], name[1], LocalDate.EPOCH).stream())
        .map(price -> new DatedPrice(price, null, null))
        .toList();
  }

  @Override
  public List<DatedPrice> replaced() {
    return List.of();
  }

  @Override
  public Optional<Price> price(String provider, String model, LocalDate day) {
    return Optional.ofNullable(
        switch (provider + "/" + model) {
          case "openai/gpt-image-2" -> price(provider, model, formula("10"), false);
          case "openai/gpt-image-2.6-flare" -> price(provider, model, vague(), false);
          case "openai/gpt-image-1.5" -> price(provider, model, table(), false);
          case "openai/gpt-image-1-mini" -> price(provider, model, published(), false);
          case "openai/dall-e-3" -> dallE3();
          case "local/free" -> price(provider, model, formula("0"), true);
          case "local/flat" -> price(provider, model, flat(), true);
          case "local/two-rows" -> price(provider, model, twoRows(), true);
          case "local/no-image-input" -> price(provider, model, withoutImageInput(), false);
          default -> null;
        });
  }

  private static Price price(String provider, String model, Price.Terms terms, boolean byUser) {
    return new Price(provider, model, terms, Choice.BY_MODEL, "sample", byUser);
  }

  private static PerToken formula(String textOutput) {
    Map<String, AxisFormula.Axis> factors =
        Map.of("low", axis(16, 1, 1), "medium", axis(48, 1, 1), "high", axis(96, 1, 1));
    AxisFormula rule = new AxisFormula(factors, SIZES);
    return new PerToken(rates("5", "8", "30", textOutput), rule, 6, 100, new Bounds(0, 1536));
  }

  private static PerToken vague() {
    AxisFormula rule =
        new AxisFormula(Map.of("low", axis(16, 3, 4), "high", axis(48, 1, 1)), SIZES);
    Rates rates = new Rates(usd("5"), usd("8"), usd("30"), null);
    return new PerToken(rates, rule, 6, 100, new Bounds(0, 1536));
  }

  private static PerToken table() {
    TokenTable rule =
        new TokenTable(
            List.of(
                new TokenTable.Tokens(SQUARE, "low", 272),
                new TokenTable.Tokens(SQUARE, "high", 4160),
                new TokenTable.Tokens(WIDE, "low", 400),
                new TokenTable.Tokens(WIDE, "high", 6208)));
    return new PerToken(rates("5", "8", "32", "10"), rule, 6, 100, null);
  }

  private static PerToken published() {
    Price.Published rule =
        new Price.Published(List.of(new PerImage.Each(SQUARE, "low", usd("0.005"))));
    return new PerToken(rates("2", "2.50", "8", "0"), rule, 6, 100, null);
  }

  private static PerToken withoutImageInput() {
    Rates rates = new Rates(usd("5"), null, usd("30"), null);
    return new PerToken(rates, new AxisFormula(Map.of(), SIZES), 6, 100, null);
  }

  private static PerImage flat() {
    return new PerImage(List.of(new PerImage.Each(null, null, usd("0.02"))));
  }

  private static PerImage twoRows() {
    return new PerImage(
        List.of(
            new PerImage.Each(SQUARE, null, usd("0.02")),
            new PerImage.Each(null, null, usd("0.01"))));
  }

  private static Price dallE3() {
    PerImage terms =
        new PerImage(
            List.of(
                new PerImage.Each(SQUARE, "standard", usd("0.040")),
                new PerImage.Each(SQUARE, "hd", usd("0.080"))));
    Choice defaults = new Choice("1024x1024", "standard");
    return new Price("openai", "dall-e-3", terms, defaults, "sample", false);
  }

  private static AxisFormula.Axis axis(int factor, int lowTimes, int highTimes) {
    return new AxisFormula.Axis(factor, lowTimes, highTimes);
  }

  private static Rates rates(
      String textInput, String imageInput, String imageOutput, String textOutput) {
    return new Rates(usd(textInput), usd(imageInput), usd(imageOutput), usd(textOutput));
  }

  static Money usd(String amount) {
    return Money.ofUsd(amount);
  }
}
