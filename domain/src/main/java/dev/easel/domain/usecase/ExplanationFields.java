package dev.easel.domain.usecase;

import dev.easel.domain.cost.Estimate;
import dev.easel.domain.cost.Obstacle;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryFields;
import java.util.LinkedHashMap;
import java.util.Map;

/// The one map from an explanation to the names and plain values of answers.
public final class ExplanationFields {

  private ExplanationFields() {}

  /// The fields of an explanation; what a field `text` holds is for people.
  public static Fields of(Explanation explanation) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    figure(explanation.entry(), fields);
    fields.put("meaning", explanation.meaning());
    fields.put("why", explanation.why());
    fields.put("lines", explanation.lines().stream().map(ExplanationFields::line).toList());
    fields.put("sum", explanation.summed().map(ExplanationFields::sum).orElse(null));
    fields.put(
        "differences",
        explanation.differences().stream().map(ExplanationFields::difference).toList());
    history(explanation.entry(), fields);
    fields.put("estimate", explanation.forecast().map(ExplanationFields::forecast).orElse(null));
    fields.put("again", explanation.priced().map(ExplanationFields::again).orElse(null));
    return Fields.of(fields);
  }

  private static void figure(Entry entry, Map<String, @Nullable Object> fields) {
    fields.put("id", entry.id().toString());
    fields.put("timestamp", EntryFields.time(entry.timestamp()));
    fields.put("state", entry.state().word());
    fields.put("provider", entry.provider());
    fields.put("model", entry.model());
    fields.put("usd", EntryFields.usd(entry.cost().amount()));
    fields.put("at_risk_usd", EntryFields.usd(entry.atRisk()));
    fields.put("basis", entry.cost().basis().word());
    fields.put("price_book", entry.cost().priceBook());
  }

  private static void history(Entry entry, Map<String, @Nullable Object> fields) {
    fields.put("usage", entry.usage());
    fields.put("attempts", entry.attempts().stream().map(EntryFields::attempt).toList());
    fields.put("code", entry.code());
    fields.put("error", entry.error());
  }

  private static Fields line(Explanation.Line line) {
    return EntryFields.line(line.line())
        .with("origin", line.origin())
        .with("text", line.sentence());
  }

  private static Fields sum(Explanation.Sum sum) {
    return Fields.NONE
        .with("usd", sum.total().usd())
        .with("matches", sum.matches())
        .with("text", sum.sentence());
  }

  private static Fields difference(Explanation.Difference difference) {
    return Fields.NONE
        .with("parameter", difference.parameter())
        .with("requested", difference.requested())
        .with("sent", difference.sent())
        .with("actual", difference.actual())
        .with("requested_low_usd", EntryFields.usd(difference.asked().low().orElse(null)))
        .with("requested_high_usd", EntryFields.usd(difference.asked().high().orElse(null)))
        .with("actual_low_usd", EntryFields.usd(difference.made().low().orElse(null)))
        .with("actual_high_usd", EntryFields.usd(difference.made().high().orElse(null)))
        .with("text", difference.sentence());
  }

  private static Fields forecast(Explanation.Forecast forecast) {
    Estimate estimate = forecast.estimate();
    return Fields.NONE
        .with("low_usd", EntryFields.usd(estimate.low().orElse(null)))
        .with("high_usd", EntryFields.usd(estimate.high().orElse(null)))
        .with("lines", estimate.lines().stream().map(EntryFields::line).toList())
        .with("price_book", estimate.priceBook())
        .with("matches", forecast.matches())
        .with("text", forecast.sentence());
  }

  private static Fields again(Explanation.Again again) {
    return EntryFields.cost(again.reckoning().cost())
        .with("price_book", again.priceBook())
        .with("why", again.reckoning().hindered().map(Obstacle::sentence).orElse(null))
        .with("same", again.same())
        .with("difference_usd", EntryFields.usd(again.difference()))
        .with("text", again.sentence());
  }
}
