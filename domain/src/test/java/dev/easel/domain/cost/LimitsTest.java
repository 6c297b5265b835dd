package dev.easel.domain.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.cost.Limits.Verdict;
import dev.easel.domain.image.Nullable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LimitsTest {

  private static final Estimate UNKNOWN = new Estimate.Unknown("nobody knows", "book");

  private static Estimate exactly(String usd) {
    return new Estimate.Exact(Money.ofUsd(usd), List.of(), "book");
  }

  private static Limit daily(String base) {
    return new Limit(BudgetPeriod.DAY, null, Money.ofUsd(base), Money.ZERO);
  }

  private static Limit monthly(String base) {
    return new Limit(BudgetPeriod.MONTH, null, Money.ofUsd(base), Money.ZERO);
  }

  private static Limits limits(Limit... all) {
    return new Limits(List.of(all), false, null);
  }

  private static Committed settled(String usd) {
    return new Committed(Money.ofUsd(usd), Money.ZERO, Money.ZERO, 0);
  }

  private static Spending spent(String day, String month) {
    return new Spending(settled(day), settled(month), Map.of());
  }

  private static Budget.Refusal refusal(Verdict verdict) {
    return assertInstanceOf(Verdict.Refused.class, verdict).refusal();
  }

  private static boolean passes(Verdict verdict) {
    return verdict instanceof Verdict.Passed;
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0.5, true", "0.5, 0.500000001, false", "1, 0, true", "1.5, 0, false"})
  void aLimitMayBeReachedAndNotPassed(String today, String estimate, boolean passes) {
    assertEquals(passes, passes(limits(daily("1")).judge(spent(today, "90"), exactly(estimate))));
  }

  @Test
  void settledReservedAndAtRiskCountTogether() {
    Committed third = new Committed(Money.ofUsd("0.3"), Money.ofUsd("0.3"), Money.ofUsd("0.3"), 7);
    Spending spending = new Spending(third, third, Map.of());

    assertTrue(passes(limits(daily("1")).judge(spending, exactly("0.1"))));
    assertTrue(!passes(limits(daily("1")).judge(spending, exactly("0.100000001"))));
  }

  @Test
  void theTighterLimitCounts() {
    Limits both = limits(daily("1"), monthly("10"));

    assertTrue(passes(both.judge(spent("0.2", "9.9"), exactly("0.05"))));
    Budget.Refusal month = refusal(both.judge(spent("0.2", "9.9"), exactly("0.2")));
    assertEquals(
        "this request may cost $0.2, and the monthly budget of $10 has $9.9 committed and $0.1"
            + " left; easel budget raise 1 --month raises it",
        month.message());
    Budget.Refusal day = refusal(both.judge(spent("1", "9.9"), exactly("2.5")));
    assertEquals(
        "this request may cost $2.5, and the daily budget of $1 has $1 committed and $0 left;"
            + " easel budget raise 3 raises it",
        day.message());
    assertEquals(daily("1"), assertNotNullAnd(day.standing()).limit());
  }

  private static Standing assertNotNullAnd(@Nullable Standing standing) {
    assertNotNull(standing);
    return Objects.requireNonNull(standing);
  }

  @Test
  void aRaiseAddsToTheBase() {
    Limit raised = new Limit(BudgetPeriod.DAY, null, Money.ofUsd("1"), Money.ofUsd("0.5"));

    assertEquals(Money.ofUsd("1.5"), raised.cap());
    assertTrue(passes(limits(raised).judge(spent("1.3", "1.3"), exactly("0.2"))));
    assertTrue(!passes(limits(raised).judge(spent("1.3", "1.3"), exactly("0.21"))));
  }

  @Test
  void aCallersOwnSpendingCountsForItsOwnBudget() {
    Limit anna = new Limit(BudgetPeriod.DAY, "anna", Money.ofUsd("1"), Money.ZERO);
    Spending spending =
        new Spending(
            settled("5"), settled("9"), Map.of("anna", settled("0.9"), "bob", settled("4")));

    assertTrue(passes(limits(anna).judge(spending, exactly("0.1"))));
    assertEquals(
        "this request may cost $0.2, and the daily budget of anna of $1 has $0.9 committed and"
            + " $0.1 left; easel budget raise 1 --caller anna raises it",
        refusal(limits(anna).judge(spending, exactly("0.2"))).message());
    assertTrue(passes(limits(anna).judge(spent("5", "9"), exactly("1"))));
  }

  @Test
  void aCallerIsToldNothingOfWhatOthersSpend() {
    Limit anna = new Limit(BudgetPeriod.DAY, "anna", Money.ofUsd("1"), Money.ZERO);
    Limits limits = new Limits(List.of(daily("6"), anna), false, "anna");
    Spending spending = new Spending(settled("5.9"), settled("9"), Map.of("anna", settled("0.1")));

    Budget.Refusal all = refusal(limits.judge(spending, exactly("0.2")));
    assertEquals("the daily budget of the server has no room left for this request", all.message());
    assertEquals(
        "this request may cost $0.2, and the daily budget of $6 has $5.9 committed and $0.1 left;"
            + " easel budget raise 1 raises it",
        all.details());
    Budget.Refusal own = refusal(limits.judge(Spending.NONE, exactly("2")));
    assertTrue(own.message().contains("of anna of $1"), own.message());
    assertEquals(own.details(), own.message());
    Budget.Refusal unknown = refusal(limits.judge(Spending.NONE, UNKNOWN));
    assertTrue(!unknown.message().contains("budget.unknown-estimate"), unknown.message());
    assertTrue(unknown.details().contains("budget.unknown-estimate"), unknown.details());
  }

  @Test
  void whatCannotBeEstimatedPassesOnlyWhereItIsAllowed() {
    assertTrue(passes(limits().judge(Spending.NONE, UNKNOWN)));
    assertTrue(passes(new Limits(List.of(daily("0")), true, null).judge(Spending.NONE, UNKNOWN)));
    Budget.Refusal refusal = refusal(limits(monthly("5")).judge(Spending.NONE, UNKNOWN));
    assertNull(refusal.standing());
    assertTrue(refusal.details().startsWith(refusal.message()), refusal.details());
    assertTrue(refusal.details().contains("budget.unknown-estimate"), refusal.details());
    assertTrue(!refusal.message().contains("budget.unknown-estimate"), refusal.message());
  }

  @Test
  void whatPassesSaysHowTheBudgetsStandThen() {
    Verdict verdict = limits(daily("1"), monthly("10")).judge(spent("0.2", "9"), exactly("0.3"));

    List<Standing> standings = assertInstanceOf(Verdict.Passed.class, verdict).standings();
    assertEquals(
        List.of(Money.ofUsd("0.5"), Money.ofUsd("0.7")),
        standings.stream().map(Standing::left).toList());
    assertEquals(Money.ofUsd("0.3"), standings.getFirst().committed().reserved());
    Limits allowing = new Limits(List.of(daily("1")), true, null);
    Verdict unknown = allowing.judge(spent("0.2", "9"), UNKNOWN);
    assertEquals(
        1,
        assertInstanceOf(Verdict.Passed.class, unknown)
            .standings()
            .getFirst()
            .committed()
            .unpriced());
  }

  @Test
  void sumsAtTheEndOfTheRangeAreJudgedAndDoNotOverflow() {
    Committed most = new Committed(new Money(Long.MAX_VALUE), Money.ZERO, new Money(5), 0);
    Spending spending = new Spending(most, most, Map.of());

    assertTrue(!passes(limits(daily("1")).judge(spending, exactly("0.01"))));
    assertEquals(Money.ZERO, limits(daily("1")).standings(spending).getFirst().left());
    assertTrue(limits(daily("0.000000001")).standings(spending).getFirst().percent() > 100);
  }
}
