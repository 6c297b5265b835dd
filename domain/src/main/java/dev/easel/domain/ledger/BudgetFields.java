package dev.easel.domain.ledger;

import dev.easel.domain.cost.BudgetReport;
import dev.easel.domain.cost.Committed;
import dev.easel.domain.cost.Estimate;
import dev.easel.domain.cost.Forecast;
import dev.easel.domain.cost.Limit;
import dev.easel.domain.cost.Money;
import dev.easel.domain.cost.Standing;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The one map from how budgets stand to the names and plain values of answers. Dollars are decimal
/// numbers, null where there is no limit.
public final class BudgetFields {

  private BudgetFields() {}

  /// The fields of a report.
  public static Fields of(BudgetReport report) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("at", EntryFields.time(report.at()));
    fields.put("zone", report.zone().getId());
    fields.put("day", line(report.day()));
    fields.put("month", line(report.month()));
    fields.put("callers", report.callers().stream().map(BudgetFields::line).toList());
    fields.put("forecast", forecast(report));
    return Fields.of(fields);
  }

  private static @Nullable Map<String, @Nullable Object> line(BudgetReport.@Nullable Line line) {
    if (line == null) {
      return null;
    }
    Optional<Standing> standing = line.standing();
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("period", line.period().word());
    fields.put("caller", line.caller());
    limit(line.limit(), fields);
    committed(line.committed(), fields);
    fields.put("left_usd", EntryFields.usd(standing.map(Standing::left).orElse(null)));
    fields.put("percent", standing.map(Standing::percent).orElse(null));
    fields.put("level", standing.map(one -> one.level().word()).orElse(null));
    fields.put("resets_at", EntryFields.time(line.resets()));
    return fields;
  }

  private static void limit(@Nullable Limit limit, Map<String, @Nullable Object> fields) {
    Optional<Limit> there = Optional.ofNullable(limit);
    fields.put("base_usd", EntryFields.usd(there.map(Limit::base).orElse(null)));
    fields.put("raised_usd", EntryFields.usd(there.map(Limit::raised).orElse(null)));
    fields.put("cap_usd", EntryFields.usd(there.map(Limit::cap).orElse(null)));
  }

  private static void committed(Committed committed, Map<String, @Nullable Object> fields) {
    fields.put("settled_usd", committed.settled().usd());
    fields.put("reserved_usd", committed.reserved().usd());
    fields.put("at_risk_usd", committed.atRisk().usd());
    fields.put("committed_usd", committed.total().usd());
    fields.put("unpriced", committed.unpriced());
  }

  private static @Nullable Map<String, @Nullable Object> forecast(BudgetReport report) {
    Forecast forecast = report.forecast();
    if (forecast == null) {
      return null;
    }
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("month_end_usd", forecast.monthEnd().usd());
    fields.put("spent_usd", forecast.spent().usd());
    fields.put("daily_mean_usd", forecast.mean().usd());
    fields.put("full_days", forecast.days());
    fields.put("days_left", forecast.daysLeft());
    fields.put("within_cap", report.withinMonthly().orElse(null));
    fields.put("rule", forecast.rule());
    return fields;
  }

  /// The fields of budgets before and after a request that is only estimated.
  public static List<Fields> of(List<Standing> standings, Estimate estimate) {
    return standings.stream().map(standing -> of(standing, estimate)).toList();
  }

  private static Fields of(Standing standing, Estimate estimate) {
    Optional<Money> high = estimate.high();
    Money after = high.map(_ -> standing.after(estimate).left()).orElse(null);
    return Fields.NONE
        .with("period", standing.limit().period().word())
        .with("caller", standing.limit().caller())
        .with("cap_usd", standing.limit().cap().usd())
        .with("committed_usd", standing.committed().total().usd())
        .with("left_usd", standing.left().usd())
        .with("left_after_usd", EntryFields.usd(after))
        .with("admitted", high.map(standing::admits).orElse(null));
  }
}
