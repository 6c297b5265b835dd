package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.chart.Amount;
import dev.easel.domain.ledger.Statistics;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What was spent by day, today as the last. The days are whole ones of the log's zone.
///
/// @param byDay what is known of the days on which there was a request
record Spent(Statistics all, Map<LocalDate, Amount> byDay, LocalDate today) {

  static Spent of(Statistics all, LocalDate today) {
    Map<LocalDate, Amount> byDay =
        all.days().stream().collect(Collectors.toMap(Statistics.DayLine::day, Spent::amount));
    return new Spent(all, byDay, today);
  }

  private static Amount amount(Statistics.DayLine line) {
    return new Amount(line.totals().cost().nanos(), line.totals().unpriced());
  }

  /// The last days, oldest first.
  List<Amount> days(int count) {
    Function<LocalDate, Amount> amount = day -> byDay.getOrDefault(day, Amount.NONE);
    return today.minusDays(count - 1L).datesUntil(today.plusDays(1)).map(amount).toList();
  }

  /// What was spent on as many days.
  ///
  /// @param before how many days before today the last of them is
  Amount sum(int count, int before) {
    Spent then = new Spent(all, byDay, today.minusDays(before));
    return then.days(count).stream().reduce(Amount.NONE, Amount::plus);
  }

  /// What was ever spent.
  Amount ever() {
    return new Amount(all.totals().cost().nanos(), all.totals().unpriced());
  }
}
