package dev.easel.domain.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ForecastTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

  private static SortedMap<LocalDate, Money> days(String... dayAndUsd) {
    SortedMap<LocalDate, Money> days = new TreeMap<>();
    for (int index = 0; index < dayAndUsd.length; index += 2) {
      days.put(LocalDate.parse(dayAndUsd[index]), Money.ofUsd(dayAndUsd[index + 1]));
    }
    return days;
  }

  @Test
  void takesTheMeanOfTheLastSevenFullDays() {
    Forecast forecast =
        Forecast.of(
            TODAY,
            Money.ofUsd("61.07"),
            days(
                "2026-11-15", "50", // eight days ago
                "2026-11-16", "7",
                "2026-11-20", "7",
                "2026-11-22", "7",
                "2026-11-23", "3.42")); // today is not full

    assertEquals(7, forecast.days());
    assertEquals(7, forecast.daysLeft());
    assertEquals(Money.ofUsd("3"), forecast.mean());
    assertEquals(Money.ofUsd("82.07"), forecast.monthEnd());
    assertEquals(
        "$61.07 spent this month and $3.00, the mean of the last 7 full days, for each of 7 days"
            + " left",
        forecast.rule());
  }

  @Test
  void takesAsManyDaysAsThereAre() {
    Forecast forecast =
        Forecast.of(TODAY, Money.ofUsd("4"), days("2026-11-20", "2", "2026-11-23", "2"));

    assertEquals(3, forecast.days());
    assertEquals(Money.ofUsd("0.666666667"), forecast.mean());
    assertEquals(Money.ofUsd("8.666666667"), forecast.monthEnd(), "rounded once, at the end");
    assertTrue(forecast.rule().contains("and $0.66666, the mean of"), forecast.rule());
  }

  @Test
  void takesYesterdayWhereThatIsAll() {
    Forecast forecast = Forecast.of(TODAY, Money.ofUsd("2"), days("2026-11-22", "2"));

    assertEquals(Money.ofUsd("16"), forecast.monthEnd());
    assertEquals(
        "$2.00 spent this month and $2.00, the last full day, for each of 7 days left",
        forecast.rule());
  }

  @Test
  void takesTodayWhereThereIsNothingElse() {
    Forecast forecast = Forecast.of(TODAY, Money.ofUsd("0.5"), days("2026-11-23", "0.5"));

    assertEquals(0, forecast.days());
    assertEquals(Money.ofUsd("4"), forecast.monthEnd());
    assertEquals(
        "$0.50 spent this month and $0.50, today so far, for each of 7 days left", forecast.rule());
    assertEquals(Money.ZERO, Forecast.of(TODAY, Money.ZERO, days()).monthEnd());
  }

  @Test
  void daysOfTheMonthBeforeCountForTheMeanAndNotForWhatIsSpent() {
    LocalDate first = LocalDate.parse("2026-12-01");

    Forecast forecast = Forecast.of(first, Money.ZERO, days("2026-11-01", "1", "2026-11-30", "7"));

    assertEquals(Money.ofUsd("30"), forecast.monthEnd());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-28, 0",
    "2028-02-28, 1",
    "2026-10-25, 6",
    "2026-03-29, 2",
    "2026-12-31, 0",
    "2026-12-01, 30",
  })
  void countsTheDaysThatAreLeft(LocalDate day, int left) {
    assertEquals(left, Forecast.of(day, Money.ZERO, days()).daysLeft());
  }

  @Test
  void whatIsBeyondTheRangeOfMoneyStaysAtItsEnd() {
    Money most = new Money(Long.MAX_VALUE);
    SortedMap<LocalDate, Money> days = days("2026-11-22", "0");
    days.put(LocalDate.parse("2026-11-22"), most);

    assertEquals(most, Forecast.of(TODAY, most, days).monthEnd());
  }
}
