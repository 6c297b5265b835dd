package dev.easel.domain.usecase;

import dev.easel.domain.cost.Budget;
import dev.easel.domain.cost.BudgetPeriod;
import dev.easel.domain.cost.BudgetReport;
import dev.easel.domain.cost.Forecast;
import dev.easel.domain.cost.Limit;
import dev.easel.domain.cost.Limits;
import dev.easel.domain.cost.Money;
import dev.easel.domain.cost.Spending;
import dev.easel.domain.cost.Standing;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Caller;
import dev.easel.domain.ledger.Facts;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.Query;
import dev.easel.domain.ledger.Statistics;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Says how the budgets stand: what is committed, what is left, and where the month is heading.
public final class ReportBudget {

  private final GenerationLog log;
  private final Budget budget;
  private final Time time;

  /// Puts the use case together.
  ///
  /// @param budget what is configured
  public ReportBudget(GenerationLog log, Budget budget, Time time) {
    this.log = log;
    this.budget = budget;
    this.time = time;
  }

  /// How the budgets stand now.
  ///
  /// @param caller who asks and sees only how it stands itself; null for the user, who sees all
  public BudgetReport report(@Nullable String caller) {
    if (caller == null) {
      return reportOver(log.statistics(Query.EVERYTHING));
    }
    Instant now = time.now();
    Lines lines = lines(now);
    return new BudgetReport(now, log.zone(), null, null, List.of(lines.of(caller)), null);
  }

  /// How all budgets stand now, for a user who has the statistics of everything at hand.
  public BudgetReport reportOver(Statistics everything) {
    Instant now = time.now();
    ZoneId zone = log.zone();
    Lines lines = lines(now);
    return new BudgetReport(
        now,
        zone,
        lines.of(BudgetPeriod.DAY, budget),
        lines.of(BudgetPeriod.MONTH, budget),
        lines.ofCallers(),
        Forecast.of(
            LocalDate.ofInstant(now, zone), lines.spending().month().total(), byDay(everything)));
  }

  private Lines lines(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, log.zone());
    return new Lines(log.facts(), log.spending(today), today, log.zone());
  }

  /// How the budgets stand that a request would have to keep within and that its sender may see.
  ///
  /// @param caller who asks, null for the user
  public List<Standing> standings(@Nullable String caller) {
    Budget seen = caller == null ? budget : Budget.UNLIMITED;
    ZoneId zone = log.zone();
    LocalDate today = LocalDate.ofInstant(time.now(), zone);
    Limits limits = log.facts().limits(seen, caller, today, zone);
    return limits.none() ? List.of() : limits.standings(log.spending(today));
  }

  private static SortedMap<LocalDate, Money> byDay(Statistics everything) {
    SortedMap<LocalDate, Money> byDay = new TreeMap<>();
    for (Statistics.DayLine line : everything.days()) {
      byDay.put(line.day(), line.totals().cost().plusInRange(line.totals().atRisk()));
    }
    return byDay;
  }

  /// The lines of a report.
  private record Lines(Facts facts, Spending spending, LocalDate today, ZoneId zone) {

    BudgetReport.Line of(BudgetPeriod period, Budget base) {
      Limit limit =
          facts.limits(base, null, today, zone).all().stream()
              .filter(one -> one.period() == period)
              .findFirst()
              .orElse(null);
      return line(period, null, limit);
    }

    BudgetReport.Line of(String caller) {
      Limit limit = facts.caller(caller).flatMap(this::limit).orElse(null);
      return line(BudgetPeriod.DAY, caller, limit);
    }

    private Optional<Limit> limit(Caller caller) {
      return facts.limit(caller, today, zone);
    }

    List<BudgetReport.Line> ofCallers() {
      return facts.callers().stream()
          .flatMap(caller ->
              limit(caller).map(limit -> line(BudgetPeriod.DAY, caller.name(), limit)).stream())
          .toList();
    }

    private BudgetReport.Line line(
        BudgetPeriod period, @Nullable String caller, @Nullable Limit limit) {
      return new BudgetReport.Line(
          period, caller, limit, spending.of(period, caller), period.end(today, zone));
    }
  }
}
