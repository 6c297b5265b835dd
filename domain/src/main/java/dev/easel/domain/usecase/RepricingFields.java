package dev.easel.domain.usecase;

import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryFields;
import dev.easel.domain.usecase.Repricing.Comparison;
import java.util.LinkedHashMap;
import java.util.Map;

/// The one map from a repricing to the names and plain values of answers.
public final class RepricingFields {

  private RepricingFields() {}

  /// The fields of the sums. Recorded, repriced and difference are of the entries that have both.
  public static Fields of(Repricing repricing) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("price_book", repricing.priceBook());
    fields.put("entries", repricing.entries());
    fields.put("recorded_usd", repricing.compared().recorded().usd());
    fields.put("repriced_usd", repricing.compared().repriced().usd());
    fields.put("difference_usd", repricing.compared().difference().usd());
    fields.put("compared", repricing.compared().entries());
    fields.put("stated", comparison(repricing.stated()));
    fields.put("found", comparison(repricing.found()));
    fields.put("unpriced", unpriced(repricing));
    fields.put("uncharged", repricing.uncharged());
    fields.put("open", open(repricing.open()));
    fields.put("by_model", repricing.models().stream().map(RepricingFields::model).toList());
    return Fields.of(fields);
  }

  private static Fields comparison(Comparison comparison) {
    return Fields.NONE
        .with("entries", comparison.entries())
        .with("recorded_usd", comparison.recorded().usd())
        .with("repriced_usd", comparison.repriced().usd())
        .with("difference_usd", comparison.difference().usd());
  }

  private static Fields unpriced(Repricing repricing) {
    return Fields.NONE
        .with("entries", repricing.unpricedEntries())
        .with("recorded_usd", repricing.unpricedCost().usd())
        .with("reasons", repricing.unpriced().stream().map(RepricingFields::reason).toList());
  }

  private static Fields reason(Repricing.Reason reason) {
    return Fields.NONE
        .with("reason", reason.kind().word())
        .with("text", reason.kind().summary())
        .with("entries", reason.entries())
        .with("recorded_usd", reason.recorded().usd());
  }

  private static Fields open(Repricing.Open open) {
    return Fields.NONE.with("entries", open.entries()).with("at_risk_usd", open.atRisk().usd());
  }

  private static Fields model(Repricing.ModelLine line) {
    return Fields.NONE
        .with("provider", line.provider())
        .with("model", line.model())
        .with("entries", line.entries())
        .with("compared", comparison(line.compared()))
        .with("found", comparison(line.found()))
        .with("unpriced", line.unpriced());
  }

  /// The fields of one entry. What the other prices do not know is null, and `why` says why.
  public static Fields of(Repriced repriced) {
    return switch (repriced) {
      case Repriced.Compared compared ->
          entry(compared.entry(), "compared", compared.repriced(), compared.difference(), null);
      case Repriced.Found found -> entry(found.entry(), "found", found.repriced(), null, null);
      case Repriced.Unpriced unpriced ->
          entry(unpriced.entry(), "unpriced", null, null, unpriced.obstacle().sentence());
      case Repriced.Uncharged uncharged ->
          entry(uncharged.entry(), "uncharged", Money.ZERO, Money.ZERO, null);
      case Repriced.Open open -> entry(open.entry(), "open", null, null, null);
    };
  }

  private static Fields entry(
      Entry entry,
      String fate,
      @Nullable Money repriced,
      @Nullable Money difference,
      @Nullable String why) {
    return Fields.NONE
        .with("id", entry.id().toString())
        .with("timestamp", EntryFields.time(entry.timestamp()))
        .with("state", entry.state().word())
        .with("provider", entry.provider())
        .with("model", entry.model())
        .with("basis", entry.cost().basis().word())
        .with("fate", fate)
        .with("recorded_usd", EntryFields.usd(entry.cost().amount()))
        .with("repriced_usd", EntryFields.usd(repriced))
        .with("difference_usd", EntryFields.usd(difference))
        .with("why", why);
  }
}
