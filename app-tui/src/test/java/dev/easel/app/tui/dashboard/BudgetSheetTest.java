package dev.easel.app.tui.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.app.tui.dashboard.state.Scope;
import dev.easel.app.tui.screen.Golden;
import dev.easel.app.tui.screen.Size;
import dev.easel.domain.cost.Budget;
import dev.easel.domain.cost.BudgetPeriod;
import dev.easel.domain.cost.Money;
import dev.easel.domain.ledger.Fact;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.InMemoryPictureStore;
import dev.easel.domain.ledger.IntentDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The sheet of budgets, and raising them from it.
final class BudgetSheetTest {

  private static final Size USUAL = new Size(80, 24);

  private static GenerationLog shared() {
    GenerationLog log = SampleLog.busy();
    log.declare(caller("anna", "3"));
    log.declare(caller("workshop-printer", "0.5"));
    log.reserve(
        IntentDraft.at(Scenery.NOW.minusMillis(400), 7_000)
            .estimate(IntentDraft.exactly("2.5"))
            .caller("anna")
            .intent());
    log.declare(
        new Fact.Raise(Scenery.NOW.minusSeconds(600), BudgetPeriod.DAY, null, Money.ofUsd("0.25")));
    return log;
  }

  private static Fact caller(String name, String daily) {
    return new Fact.CallerAdded(
        Scenery.NOW.minusSeconds(9_000), name, "0".repeat(64), Money.ofUsd(daily));
  }

  private static Sitting sitting(GenerationLog log, Size size) {
    Budget budget = new Budget(Money.ofUsd("6"), Money.ofUsd("100"), true);
    return Sitting.at(log, new InMemoryPictureStore(), budget, size).press("!");
  }

  private static void check(String name, Sitting sitting) {
    Golden.check("budgets/%s-%s".formatted(name, sitting.state().world().size()), sitting.frame());
  }

  @ParameterizedTest
  @CsvSource({"60, 16", "80, 24", "120, 30", "160, 48"})
  void showsHowEveryBudgetStands(int columns, int rows) {
    check("shared", sitting(shared(), new Size(columns, rows)));
  }

  @ParameterizedTest
  @CsvSource({"80, 24", "120, 30", "160, 48"})
  void saysHowToSetOneWhereThereIsNone(int columns, int rows) {
    check("none", Sitting.at(SampleLog.idle(), new Size(columns, rows)).press("!"));
  }

  @Test
  void scrollsToItsEnd() {
    Sitting sitting = sitting(shared(), new Size(60, 16)).press("G");
    check("end", sitting);
    assertTrue(sitting.press("g").text().contains("today "), sitting.text());
  }

  @Test
  void scrollsBackFromItsEndAtOnce() {
    Sitting sitting = sitting(shared(), new Size(60, 16)).press("G", "j", "j");
    String end = sitting.text();
    assertNotEquals(end, sitting.press("k").text());
    assertEquals(end, sitting.press("j").text());
  }

  @Test
  void raisesTheBudgetOfTheDay() {
    Sitting sitting = sitting(SampleLog.idle(), USUAL).press("d").type("7.50").press("enter");

    assertTrue(sitting.text().contains("the daily budget is $7.50 higher"), sitting.text());
    assertTrue(sitting.text().contains("of $13.50"), sitting.text());
    assertTrue(sitting.text().contains("raised by $7.50 above $6.00"), sitting.text());
  }

  @Test
  void raisesTheBudgetOfTheMonthAndOfACaller() {
    Sitting sitting = sitting(shared(), new Size(80, 40));
    sitting.press("m").type("5").press("enter").press(":").type("anna 1").press("enter");

    assertTrue(sitting.text().contains("of $105.00"), sitting.text());
    assertTrue(sitting.text().contains("of $4.00"), sitting.text());
  }

  @Test
  void saysWhyThereIsNothingToRaise() {
    Sitting sitting = Sitting.at(SampleLog.idle(), USUAL).press("!", "d");
    assertTrue(sitting.text().contains("there is no daily budget"), sitting.text());
    sitting.press(":").type("nobody 3").press("enter");
    assertTrue(sitting.text().contains("nobody"), sitting.text());
    sitting.press(":").type("day").press("enter");
    assertTrue(sitting.text().contains("raise day DOLLARS"), sitting.text());
  }

  @Test
  void closesByTheKeyThatOpensIt() {
    Sitting sitting = sitting(SampleLog.idle(), USUAL);
    assertEquals(Scope.BUDGETS, Scope.of(sitting.state()));
    assertEquals(Scope.OVERVIEW, Scope.of(sitting.press("!").state()));
  }
}
