package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.chart.Measure;
import dev.easel.app.tui.screen.Role;
import dev.easel.domain.cost.BudgetReport;
import dev.easel.domain.cost.Forecast;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Where the month is heading: `by Nov 30 about $38.18 ✓ within budget`.
final class ForecastPhrase {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d", Locale.ENGLISH);

  private ForecastPhrase() {}

  static Phrase of(BudgetReport report, Forecast forecast, LocalDate today) {
    LocalDate end = today.plusDays(forecast.daysLeft());
    Phrase phrase =
        new Phrase()
            .add("by " + DAY.format(end) + " about ", Role.TEXT)
            .add(Measure.rounded(forecast.monthEnd()), Role.MONEY);
    report.withinMonthly().ifPresent(within -> phrase.add(word(within), role(within)));
    return phrase;
  }

  private static String word(boolean within) {
    return within ? " ✓ within budget" : " ! over budget";
  }

  private static Role role(boolean within) {
    return within ? Role.GOOD : Role.BAD;
  }
}
