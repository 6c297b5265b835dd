package dev.easel.adapter.openai;

import dev.easel.domain.cost.DatedPrice;
import dev.easel.domain.cost.Price;
import dev.easel.domain.cost.Price.AxisFormula;
import dev.easel.domain.cost.Price.PerImage;
import dev.easel.domain.cost.Price.TokenTable;
import dev.easel.domain.image.ImageSize;
import dev.easel.domain.image.Nullable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/// Reads a row of `prices`.
record CataloguePrices(CatalogueSection row, boolean byUser) {

  private static final int BILLION = 1_000_000_000;
  private static final int STRONGEST = 10_000;

  /// The price, once for each of the row's ids.
  static List<DatedPrice> read(CatalogueSection row, boolean byUser) {
    row.only("provider", "ids", "from", "until", "source", "defaults", "per_token", "per_image");
    return new CataloguePrices(row, byUser).prices();
  }

  private List<DatedPrice> prices() {
    String provider = row.text("provider");
    Price.Terms terms = terms();
    Price.Choice defaults = row.section("defaults").map(this::choice).orElse(Price.Choice.BY_MODEL);
    String source = byUser && !row.has("source") ? Price.NO_SOURCE : row.text("source");
    LocalDate from = row.day("from");
    LocalDate until = row.day("until");
    return row.texts("ids").stream()
        .map(id -> new Price(provider, id, terms, defaults, source, byUser))
        .map(price -> new DatedPrice(price, from, until))
        .toList();
  }

  private Price.Choice choice(CatalogueSection defaults) {
    defaults.only("size", "quality");
    return new Price.Choice(defaults.text("size"), defaults.text("quality"));
  }

  private Price.Terms terms() {
    if (row.has("per_token") == row.has("per_image")) {
      row.refuse("must have either per_token or per_image");
      return new PerImage(List.of());
    }
    return row.section("per_token")
        .<Price.Terms>map(CataloguePrices::perToken)
        .orElseGet(() -> perImage(row.sections("per_image")));
  }

  private static PerImage perImage(List<CatalogueSection> rows) {
    return new PerImage(rows.stream().map(CataloguePrices::each).toList());
  }

  private static PerImage.Each each(CatalogueSection each) {
    each.only("size", "quality", "usd");
    return new PerImage.Each(
        each.sizeOrNull("size"), each.textOrNull("quality"), each.money("usd"));
  }

  private static Price.PerToken perToken(CatalogueSection terms) {
    terms.only("usd_per_million", "prompt_overhead", "partial_image", "reference", "output");
    return new Price.PerToken(
        rates(terms.sectionOrEmpty("usd_per_million")),
        output(terms.sectionOrEmpty("output")),
        terms.whole("prompt_overhead", 0, BILLION),
        terms.whole("partial_image", 0, BILLION),
        terms.section("reference").map(CataloguePrices::bounds).orElse(null));
  }

  private static Price.Rates rates(CatalogueSection rates) {
    rates.only("text_input", "image_input", "image_output", "text_output");
    return new Price.Rates(
        rates.money("text_input"),
        rates.moneyOrNull("image_input"),
        rates.money("image_output"),
        rates.moneyOrNull("text_output"));
  }

  private static Price.Bounds bounds(CatalogueSection bounds) {
    bounds.only("low", "high");
    long low = bounds.whole("low", 0, BILLION);
    return new Price.Bounds(low, bounds.whole("high", low, BILLION));
  }

  private static Price.OutputRule output(CatalogueSection output) {
    output.only("tokens", "published", "formula");
    if (output.has("tokens")) {
      return tokens(output.sectionOrEmpty("tokens"));
    }
    return output.has("published")
        ? published(output.sectionOrEmpty("published"))
        : formula(output.sectionOrEmpty("formula"));
  }

  private static TokenTable tokens(CatalogueSection table) {
    List<TokenTable.Tokens> rows = new ArrayList<>();
    eachCell(
        table,
        (quality, cell) -> {
          long tokens = cell.row().whole(cell.size().toString(), 1, BILLION);
          rows.add(new TokenTable.Tokens(cell.size(), quality, tokens));
        });
    return new TokenTable(rows);
  }

  private static Price.Published published(CatalogueSection table) {
    List<PerImage.Each> rows = new ArrayList<>();
    eachCell(
        table,
        (quality, cell) -> {
          var usd = cell.row().money(cell.size().toString());
          rows.add(new PerImage.Each(cell.size(), quality, usd));
        });
    return new Price.Published(rows);
  }

  private record Cell(CatalogueSection row, ImageSize size) {}

  private static void eachCell(CatalogueSection table, BiConsumer<String, Cell> use) {
    for (String quality : table.node().propertyNames()) {
      CatalogueSection row = table.sectionOrEmpty(quality);
      for (String name : row.node().propertyNames()) {
        @Nullable ImageSize size = CatalogueSection.size(name);
        if (size == null) {
          row.refuse("has %s where a size such as 1024x1024 must be".formatted(name));
        } else {
          use.accept(quality, new Cell(row, size));
        }
      }
    }
  }

  private static AxisFormula formula(CatalogueSection formula) {
    formula.only("factors", "times", "sizes");
    CatalogueSection factors = formula.sectionOrEmpty("factors");
    Map<String, AxisFormula.Axis> axes = new LinkedHashMap<>();
    for (String quality : factors.node().propertyNames()) {
      int factor = factors.whole(quality, 1, STRONGEST);
      axes.put(quality, axis(factor, formula, quality));
    }
    return new AxisFormula(axes, CatalogueCards.arithmetic(formula.sectionOrEmpty("sizes")));
  }

  private static AxisFormula.Axis axis(int factor, CatalogueSection formula, String quality) {
    return formula
        .section("times")
        .flatMap(times -> times.section(quality))
        .map(times -> axis(factor, times))
        .orElse(new AxisFormula.Axis(factor, 1, 1));
  }

  private static AxisFormula.Axis axis(int factor, CatalogueSection times) {
    times.only("low", "high");
    int low = times.whole("low", 1, STRONGEST);
    return new AxisFormula.Axis(factor, low, times.whole("high", low, STRONGEST));
  }
}
