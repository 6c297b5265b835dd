package dev.easel.domain.ledger;

import dev.easel.domain.cost.CostBasis;
import dev.easel.domain.cost.Estimate;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import java.util.LinkedHashMap;
import java.util.Map;

/// The one map from an estimate to the names and plain values of answers.
public final class EstimateFields {

  private EstimateFields() {}

  /// The fields of an estimate; `estimate_usd` is null where there is no single figure, and `why`
  /// then says what is not known.
  ///
  /// @param size as asked for, null when the request names none
  /// @param quality as asked for, null when the request names none
  public static Fields of(
      Estimate estimate, String model, @Nullable String size, @Nullable String quality, long n) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("model", model);
    fields.put("size", size);
    fields.put("quality", quality);
    fields.put("n", n);
    figures(estimate, fields);
    fields.put("basis", basis(estimate).word());
    fields.put("lines", estimate.lines().stream().map(EntryFields::line).toList());
    fields.put("price_book", estimate.priceBook());
    fields.put("why", why(estimate));
    return Fields.of(fields);
  }

  private static void figures(Estimate estimate, Map<String, @Nullable Object> fields) {
    fields.put(
        "estimate_usd", estimate instanceof Estimate.Exact exact ? exact.amount().usd() : null);
    fields.put("low_usd", EntryFields.usd(estimate.low().orElse(null)));
    fields.put("high_usd", EntryFields.usd(estimate.high().orElse(null)));
  }

  private static CostBasis basis(Estimate estimate) {
    return switch (estimate) {
      case Estimate.Exact _, Estimate.Range _ -> CostBasis.TABLE;
      case Estimate.Unknown _ -> CostBasis.UNKNOWN;
    };
  }

  private static @Nullable String why(Estimate estimate) {
    return switch (estimate) {
      case Estimate.Exact _ -> null;
      case Estimate.Range range -> range.why();
      case Estimate.Unknown unknown -> unknown.why();
    };
  }
}
