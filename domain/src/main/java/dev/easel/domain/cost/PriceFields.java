package dev.easel.domain.cost;

import dev.easel.domain.cost.Price.PerImage;
import dev.easel.domain.cost.Price.PerToken;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/// The one map from a price to the names and plain values of answers.
public final class PriceFields {

  private PriceFields() {}

  /// The fields of a price.
  ///
  /// @param day for which it is asked whether the price holds
  public static Fields of(DatedPrice dated, LocalDate day) {
    Price price = dated.price();
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("provider", price.provider());
    fields.put("model", price.model());
    fields.put("from", text(dated.from()));
    fields.put("until", text(dated.until()));
    fields.put("holds", dated.holds(day));
    fields.put("by_user", price.byUser());
    fields.put("source", price.sourced() ? price.source() : null);
    terms(price.terms(), fields);
    return Fields.of(fields);
  }

  private static @Nullable String text(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }

  private static void terms(Price.Terms terms, Map<String, @Nullable Object> fields) {
    switch (terms) {
      case PerImage each -> {
        fields.put("usd_per_million", null);
        fields.put("per_image", each.rows().stream().map(PriceFields::picture).toList());
      }
      case PerToken tokens -> {
        fields.put("usd_per_million", rates(tokens.rates()));
        fields.put(
            "per_image",
            tokens.output() instanceof Price.Published published
                ? published.rows().stream().map(PriceFields::picture).toList()
                : null);
      }
    }
  }

  private static Fields rates(Price.Rates rates) {
    Fields fields = Fields.NONE;
    for (LineClass lineClass : LineClass.values()) {
      if (lineClass != LineClass.PER_IMAGE && lineClass != LineClass.PARTIAL_IMAGE) {
        Money rate = Tariff.rate(rates, lineClass);
        fields = fields.with(lineClass.word(), rate == null ? null : rate.usd());
      }
    }
    return fields;
  }

  private static Fields picture(PerImage.Each row) {
    return Fields.NONE
        .with("size", row.size() == null ? null : row.size().toString())
        .with("quality", row.quality())
        .with("usd", row.each().usd());
  }
}
