package dev.easel.adapter.openai;

import dev.easel.domain.cost.DatedPrice;
import dev.easel.domain.cost.Price;
import dev.easel.domain.cost.PriceBook;
import dev.easel.domain.image.ModelCard;
import dev.easel.domain.image.ModelCatalog;
import dev.easel.domain.image.Nullable;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The model cards and prices of one or two catalogue files.
final class JsonCatalogue implements ModelCatalog, PriceBook {

  /// The provider of which every model has a card.
  private static final String COMPLETE = "openai";

  /// What rows are found by: both whole, never in part.
  private record Key(String provider, String id) {
    // Those of a record are made when they are first called, which would take every start longer.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key && key.provider.equals(provider) && key.id.equals(id);
    }

    @Override
    public int hashCode() {
      return 31 * provider.hashCode() + id.hashCode();
    }
  }

  private final Map<Key, ModelCard> cards;
  private final Map<Key, List<DatedPrice>> prices;
  private final List<DatedPrice> replaced;
  private final String version;

  private JsonCatalogue(
      Map<Key, ModelCard> cards,
      Map<Key, List<DatedPrice>> prices,
      List<DatedPrice> replaced,
      String version) {
    this.cards = cards;
    this.prices = prices;
    this.replaced = replaced;
    this.version = version;
  }

  /// The built-in catalogue alone.
  static JsonCatalogue of(CatalogueFile builtIn) {
    return new JsonCatalogue(cards(builtIn), prices(builtIn), List.of(), builtIn.version());
  }

  /// The built-in catalogue with the rows of the user's file in place of its own.
  static JsonCatalogue of(CatalogueFile builtIn, CatalogueFile user) {
    Map<Key, ModelCard> cards = cards(builtIn);
    cards.putAll(cards(user));
    Map<Key, List<DatedPrice>> prices = prices(builtIn);
    Map<Key, List<DatedPrice>> own = prices(user);
    List<DatedPrice> replaced =
        own.keySet().stream().flatMap(key -> prices.getOrDefault(key, List.of()).stream()).toList();
    prices.putAll(own);
    return new JsonCatalogue(cards, prices, replaced, builtIn.version() + "+" + user.version());
  }

  private static Map<Key, ModelCard> cards(CatalogueFile file) {
    Map<Key, ModelCard> cards = new LinkedHashMap<>();
    file.cards().forEach(card -> cards.put(new Key(card.provider(), card.id()), card));
    return cards;
  }

  private static Map<Key, List<DatedPrice>> prices(CatalogueFile file) {
    return file.prices().stream()
        .collect(
            Collectors.groupingBy(
                dated -> new Key(dated.price().provider(), dated.price().model()),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  @Override
  public Optional<ModelCard> card(String provider, String model) {
    return Optional.ofNullable(cards.get(new Key(provider, model)));
  }

  @Override
  public List<ModelCard> cards() {
    return List.copyOf(cards.values());
  }

  @Override
  public boolean complete(String provider) {
    return provider.equals(COMPLETE);
  }

  @Override
  public Optional<Price> price(String provider, String model, LocalDate day) {
    Stream<DatedPrice> rows = prices.getOrDefault(new Key(provider, model), List.of()).stream();
    return rows.filter(dated -> dated.holds(day)).map(DatedPrice::price).findFirst();
  }

  @Override
  public List<DatedPrice> prices() {
    return prices.values().stream().flatMap(List::stream).toList();
  }

  @Override
  public List<DatedPrice> replaced() {
    return replaced;
  }

  @Override
  public String version() {
    return version;
  }
}
