package dev.easel.domain.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StandingTest {

  private static Standing standing(String cap, String committed) {
    return new Standing(
        new Limit(BudgetPeriod.DAY, null, Money.ofUsd(cap), Money.ZERO),
        new Committed(Money.ofUsd(committed), Money.ZERO, Money.ZERO, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "10, 0, 0, OK",
    "10, 7.999999999, 79, OK",
    "10, 8, 80, NEAR_80",
    "10, 9.499999999, 94, NEAR_80",
    "10, 9.5, 95, NEAR_95",
    "10, 9.999999999, 99, NEAR_95",
    "10, 10, 100, REACHED",
    "10, 25, 250, REACHED",
    "0.000000003, 0.000000002, 66, OK",
    "9223372036, 7378697628.8, 80, NEAR_80",
    "0, 0, 100, REACHED",
    "0, 1, 100, REACHED",
  })
  void levelsBeginExactly(String cap, String committed, long percent, BudgetLevel level) {
    assertEquals(percent, standing(cap, committed).percent());
    assertEquals(level, standing(cap, committed).level());
  }

  @Test
  void warnsFromEightyPercentOn() {
    assertEquals(Optional.empty(), standing("10", "7.99").warning());
    assertEquals(
        Optional.of("the daily budget is at 81 %: $8.1 of $10 is committed, and $1.9 is left"),
        standing("10", "8.1").warning());
    assertEquals(
        Optional.of("the daily budget is at 97 %: $9.7 of $10 is committed, and $0.3 is left"),
        standing("10", "9.7").warning());
    assertEquals(
        Optional.of("the daily budget is reached: $12 of $10 is committed"),
        standing("10", "12").warning());
  }

  @Test
  void aCallerIsWarnedOfWhatIsNotItsOwnWithoutAmounts() {
    assertEquals(Optional.empty(), standing("10", "7.99").warning("anna"));
    assertEquals(
        Optional.of("the daily budget of the server is nearly used up"),
        standing("10", "8.1").warning("anna"));
    assertEquals(
        Optional.of("the daily budget of the server is used up"),
        standing("10", "12").warning("anna"));
    assertEquals(standing("10", "12").warning(), standing("10", "12").warning(null));
  }

  @Test
  void whatIsPassedLeavesNothing() {
    assertEquals(Money.ofUsd("0.000000001"), standing("10", "9.999999999").left());
    assertEquals(Money.ZERO, standing("10", "10").left());
    assertEquals(Money.ZERO, standing("10", "11").left());
  }
}
