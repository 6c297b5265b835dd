package dev.easel.domain.usecase;

import dev.easel.domain.cost.DatedPrice;
import dev.easel.domain.cost.PriceComparison;
import dev.easel.domain.cost.PriceFields;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ModelCard;
import dev.easel.domain.ledger.EntryFields;
import dev.easel.domain.usecase.PriceCheck.Retirement;
import java.time.LocalDate;
import java.util.List;

/// The one map from a price check to the names and plain values of answers.
public final class PriceCheckFields {

  private PriceCheckFields() {}

  /// The fields of a check.
  public static Fields of(PriceCheck check) {
    LocalDate day = check.day();
    return Fields.NONE
        .with("price_book", check.priceBook())
        .with("day", day.toString())
        .with("shutdowns", check.retirements().stream().map(PriceCheckFields::retirement).toList())
        .with("without_source", prices(check.unsourced(), day))
        .with(
            "ended",
            check.expired().stream()
                .map(expiry ->
                    PriceFields.of(expiry.price(), day).with("followed", expiry.followed()))
                .toList())
        .with("without_price", check.unpriced().stream().map(PriceCheckFields::model).toList())
        .with("without_card", prices(check.uncarded(), day))
        .with(
            "overrides",
            check.replacements().stream()
                .map(replacement -> replacement(replacement, day))
                .toList());
  }

  private static List<Fields> prices(List<DatedPrice> prices, LocalDate day) {
    return prices.stream().map(dated -> PriceFields.of(dated, day)).toList();
  }

  private static Fields model(ModelCard card) {
    return Fields.NONE.with("provider", card.provider()).with("model", card.id());
  }

  private static Fields retirement(Retirement retirement) {
    return model(retirement.card())
        .with("shutdown", retirement.shutdown().toString())
        .with("days_left", retirement.daysLeft())
        .with("replacement", retirement.card().lifecycle().replacement())
        .with("default", retirement.standard())
        .with("recently_used", retirement.recent());
  }

  private static Fields replacement(PriceCheck.Replacement replacement, LocalDate day) {
    PriceComparison comparison = replacement.comparison();
    return PriceFields.of(replacement.own(), day)
        .with("built_in", PriceFields.of(replacement.builtIn(), day))
        .with("changes", comparison.changes().stream().map(PriceCheckFields::change).toList())
        .with("others", comparison.others());
  }

  private static Fields change(PriceComparison.Change change) {
    return Fields.NONE
        .with("what", change.what())
        .with("per", change.per())
        .with("built_in_usd", EntryFields.usd(change.before()))
        .with("usd", EntryFields.usd(change.after()));
  }
}
