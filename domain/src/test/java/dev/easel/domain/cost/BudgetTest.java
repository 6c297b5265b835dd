package dev.easel.domain.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BudgetTest {

  private static final Estimate UNKNOWN = new Estimate.Unknown("nobody knows", "book");

  private static Estimate exactly(String usd) {
    return new Estimate.Exact(Money.ofUsd(usd), List.of(), "book");
  }

  private static Budget.Committed committed(String today, String month) {
    return new Budget.Committed(Money.ofUsd(today), Money.ofUsd(month));
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0.5, true", "0.5, 0.500000001, false", "1, 0, true", "1.5, 0, false"})
  void aLimitMayBeReachedAndNotPassed(String today, String estimate, boolean passes) {
    Budget budget = new Budget(Money.ofUsd("1"), null, false);

    assertEquals(passes, budget.judge(committed(today, "90"), exactly(estimate)).isEmpty());
  }

  @Test
  void theTighterLimitCounts() {
    Budget budget = new Budget(Money.ofUsd("1"), Money.ofUsd("10"), false);

    assertTrue(budget.judge(committed("0.2", "9.9"), exactly("0.05")).isEmpty());
    Budget.Refusal month = budget.judge(committed("0.2", "9.9"), exactly("0.2")).orElseThrow();
    assertEquals(Money.ofUsd("10"), month.limit());
    assertEquals(Money.ofUsd("9.9"), month.committed());
    Budget.Refusal day = budget.judge(committed("1", "9.9"), exactly("0.2")).orElseThrow();
    assertEquals(Money.ofUsd("1"), day.limit());
    assertEquals(
        "this request may cost $0.2, and of the daily budget of $1 already $1 is committed",
        day.message());
  }

  @Test
  void whatCannotBeEstimatedPassesOnlyWhereItIsAllowed() {
    Budget.Committed nothing = committed("0", "0");

    assertEquals(Optional.empty(), Budget.UNLIMITED.judge(nothing, UNKNOWN));
    assertEquals(Optional.empty(), new Budget(Money.ZERO, null, true).judge(nothing, UNKNOWN));
    Budget.Refusal refusal =
        new Budget(null, Money.ofUsd("5"), false).judge(nothing, UNKNOWN).orElseThrow();
    assertEquals(null, refusal.limit());
    assertTrue(refusal.message().contains("budget.unknown-estimate"));
  }

  @Test
  void sumsAtTheEndOfTheRangeAreJudgedAndDoNotOverflow() {
    Budget budget = new Budget(Money.ofUsd("1"), null, false);
    Budget.Committed most = new Budget.Committed(new Money(Long.MAX_VALUE), Money.ZERO);

    assertTrue(budget.judge(most, exactly("0.01")).isPresent());
  }
}
