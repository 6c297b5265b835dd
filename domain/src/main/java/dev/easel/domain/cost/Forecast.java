package dev.easel.domain.cost;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.SortedMap;

/// What will be spent by the end of the month if it goes on as it did: what is spent so far, and
/// for each day left the mean of the last seven full days, or of as many as there are.
///
/// @param spent this month so far
/// @param recent on the full days that the mean is taken of, or today when there is none
/// @param days how many full days, 0 to 7
/// @param daysLeft in this month after today
public record Forecast(Money spent, Money recent, int days, int daysLeft) {

  private static final int WEEK = 7;
  private static final long NANOS_SHOWN = 10_000;

  /// The forecast of a day.
  ///
  /// @param spent this month so far
  /// @param byDay what was spent by day since the first day of all
  public static Forecast of(LocalDate today, Money spent, SortedMap<LocalDate, Money> byDay) {
    LocalDate first = byDay.isEmpty() ? today : byDay.firstKey();
    int days = Math.clamp(ChronoUnit.DAYS.between(first, today), 0, WEEK);
    LocalDate from = today.minusDays(days);
    SortedMap<LocalDate, Money> counted = byDay.subMap(from, days == 0 ? today.plusDays(1) : today);
    Money recent = counted.values().stream().reduce(Money.ZERO, Money::plusInRange);
    return new Forecast(spent, recent, days, today.lengthOfMonth() - today.getDayOfMonth());
  }

  /// What will be spent by the end of the month, to the nano-dollar, halves rounded up.
  public Money monthEnd() {
    return spent.plusInRange(share(daysLeft));
  }

  /// The mean of a day, to the nano-dollar, halves rounded up.
  public Money mean() {
    return share(1);
  }

  // Beyond the range of money there is nothing to foresee.
  private Money share(int count) {
    try {
      return recent.of(count, Math.max(1, days));
    } catch (ArithmeticException _) {
      return new Money(Long.MAX_VALUE);
    }
  }

  /// How it is reckoned, one sentence. The mean is cut after five decimals.
  public String rule() {
    String basis =
        switch (days) {
          case 0 -> "today so far";
          case 1 -> "the last full day";
          default -> "the mean of the last " + days + " full days";
        };
    return "%s spent this month and %s, %s, for each of %d days left"
        .formatted(spent.inFull(), cut(mean()).inFull(), basis, daysLeft);
  }

  private static Money cut(Money exact) {
    return new Money(exact.nanos() - exact.nanos() % NANOS_SHOWN);
  }
}
