package dev.easel.domain.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.cost.Budget;
import dev.easel.domain.cost.BudgetLevel;
import dev.easel.domain.cost.BudgetPeriod;
import dev.easel.domain.cost.BudgetReport;
import dev.easel.domain.cost.Money;
import dev.easel.domain.cost.Standing;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.BudgetFields;
import dev.easel.domain.ledger.EntryDraft;
import dev.easel.domain.ledger.Fact;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.InMemoryGenerationLog;
import dev.easel.domain.ledger.IntentDraft;
import dev.easel.domain.ledger.LogContract;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Reporting and raising budgets, in a zone that changes its clocks.
final class BudgetsTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant NOON = Instant.parse("2026-10-25T11:00:00Z");

  private final GenerationLog log = new InMemoryGenerationLog(BERLIN);
  private final Budget budget = new Budget(Money.ofUsd("1"), Money.ofUsd("10"), false);

  private ReportBudget reporting(Budget configured, Instant now) {
    return new ReportBudget(log, configured, new ManualTime(now));
  }

  private RaiseBudget raising(Budget configured) {
    return new RaiseBudget(log, configured, new ManualTime(NOON));
  }

  private void spent(String at, String usd) {
    Instant moment = Instant.parse(at);
    LogContract.add(log, EntryDraft.at(moment, 1).cost(usd).entry());
  }

  private static BudgetReport.Line there(BudgetReport.@Nullable Line line) {
    return Objects.requireNonNull(line);
  }

  @Test
  void saysWhatIsCommittedAndLeft() {
    spent("2026-10-24T21:59:59Z", "3");
    spent("2026-10-24T22:00:00Z", "0.5");
    LogContract.reserved(log, IntentDraft.at(NOON, 2));

    BudgetReport report = reporting(budget, NOON).report(null);

    Standing day = there(report.day()).standing().orElseThrow();
    assertEquals(Money.ofUsd("0.54"), day.committed().total());
    assertEquals(Money.ofUsd("0.46"), day.left());
    assertEquals(54, day.percent());
    Standing month = there(report.month()).standing().orElseThrow();
    assertEquals(Money.ofUsd("3.54"), month.committed().total());
    assertEquals(BudgetLevel.OK, month.level());
    assertEquals(Optional.of(false), report.withinMonthly());
  }

  // The day has 25 hours, since clocks go back at 01:00Z.
  @Test
  void aDayAndAMonthEndAtMidnightOfTheZone() {
    BudgetReport report = reporting(budget, NOON).report(null);

    assertEquals(Instant.parse("2026-10-25T23:00:00Z"), there(report.day()).resets());
    assertEquals(Instant.parse("2026-10-31T23:00:00Z"), there(report.month()).resets());
  }

  @Test
  void theLastSecondOfTheLongDayIsStillOfIt() {
    spent("2026-10-25T22:59:59Z", "0.5");

    BudgetReport last = reporting(budget, Instant.parse("2026-10-25T22:59:59Z")).report(null);
    BudgetReport next = reporting(budget, Instant.parse("2026-10-25T23:00:00Z")).report(null);

    assertEquals(Money.ofUsd("0.5"), there(last.day()).committed().total());
    assertEquals(Money.ZERO, there(next.day()).committed().total());
    assertEquals(Money.ofUsd("0.5"), there(next.month()).committed().total());
  }

  @Test
  void withoutABudgetItSaysWhatIsSpentAllTheSame() {
    spent("2026-10-24T10:00:00Z", "2");

    BudgetReport report = reporting(Budget.UNLIMITED, NOON).report(null);

    assertTrue(there(report.day()).standing().isEmpty());
    assertEquals(Money.ofUsd("2"), there(report.month()).committed().total());
    assertEquals(Money.ofUsd("14"), Objects.requireNonNull(report.forecast()).monthEnd());
    assertEquals(Optional.empty(), report.withinMonthly());
  }

  @Test
  void sumsWithoutAKnownCostAreCountedAndNotTakenForZero() {
    LogContract.reserved(log, IntentDraft.at(NOON, 1).estimate(IntentDraft.unknown()));

    assertEquals(1, there(reporting(budget, NOON).report(null).day()).committed().unpriced());
  }

  @Test
  void callersWithABudgetAreListed() {
    log.declare(new Fact.CallerAdded(NOON, "bob", "bb", Money.ofUsd("2")));
    log.declare(new Fact.CallerAdded(NOON, "anna", "aa", Money.ofUsd("0.04")));
    log.declare(new Fact.CallerAdded(NOON, "carl", "cc", null));
    LogContract.reserved(log, IntentDraft.at(NOON, 1).caller("anna"));

    List<BudgetReport.Line> lines = reporting(budget, NOON).report(null).callers();

    assertEquals(List.of("anna", "bob"), lines.stream().map(BudgetReport.Line::caller).toList());
    assertEquals(BudgetLevel.REACHED, lines.getFirst().standing().orElseThrow().level());
  }

  @Test
  void aCallerSeesItselfOnly() {
    log.declare(new Fact.CallerAdded(NOON, "anna", "aa", Money.ofUsd("2")));
    LogContract.reserved(log, IntentDraft.at(NOON, 1).caller("anna"));
    LogContract.reserved(log, IntentDraft.at(NOON, 2));

    BudgetReport report = reporting(budget, NOON).report("anna");

    assertNull(report.day());
    assertNull(report.month());
    assertNull(report.forecast());
    assertEquals(
        List.of(Money.ofUsd("0.04")),
        report.callers().stream().map(line -> line.committed().total()).toList());
    assertEquals(
        List.of("anna"),
        reporting(budget, NOON).standings("anna").stream()
            .map(standing -> String.valueOf(standing.limit().caller()))
            .toList());
    assertEquals(2, reporting(budget, NOON).standings(null).size());
    assertNull(BudgetFields.of(report).get("day"));
  }

  @Test
  void aRaiseShowsUntilTheEndOfItsDay() {
    RaiseBudget.Raising raised = raising(budget).raise(BudgetPeriod.DAY, null, Money.ofUsd("5"));

    assertInstanceOf(RaiseBudget.Raising.Raised.class, raised);
    Standing today = there(reporting(budget, NOON).report(null).day()).standing().orElseThrow();
    assertEquals(Money.ofUsd("6"), today.limit().cap());
    assertEquals(Money.ofUsd("5"), today.limit().raised());
    Instant tomorrow = Instant.parse("2026-10-25T23:00:00Z");
    assertEquals(
        Money.ofUsd("1"),
        there(reporting(budget, tomorrow).report(null).day())
            .standing()
            .orElseThrow()
            .limit()
            .cap());
  }

  @Test
  void aBudgetOfAnotherProcessIsRaisedWhereThereIsNone() {
    RaiseBudget.Raising raised =
        raising(Budget.UNLIMITED).raise(BudgetPeriod.DAY, null, Money.ofUsd("5"));

    assertFalse(assertInstanceOf(RaiseBudget.Raising.Raised.class, raised).here());
    Standing theirs = there(reporting(budget, NOON).report(null).day()).standing().orElseThrow();
    assertEquals(Money.ofUsd("6"), theirs.limit().cap());
  }

  @Test
  void aRaiseOfNothingOrOfWhatIsNotThereIsRefused() {
    log.declare(new Fact.CallerAdded(NOON, "carl", "cc", null));
    Money dollar = Money.ofUsd("1");

    assertRefused("more than zero", raising(budget).raise(BudgetPeriod.DAY, null, Money.ZERO));
    assertRefused("more than zero", raising(budget).raise(BudgetPeriod.DAY, null, new Money(-1)));
    assertRefused("no caller dora", raising(budget).raise(BudgetPeriod.DAY, "dora", dollar));
    assertRefused(
        "carl has no daily budget", raising(budget).raise(BudgetPeriod.DAY, "carl", dollar));
    assertRefused("daily budget only", raising(budget).raise(BudgetPeriod.MONTH, "carl", dollar));
    assertEquals(1, log.facts().all().size());
  }

  private static void assertRefused(String words, RaiseBudget.Raising raising) {
    String reason = assertInstanceOf(RaiseBudget.Raising.Refused.class, raising).reason();
    assertTrue(reason.contains(words), reason);
  }

  @Test
  void theDocumentHasEveryFigure() {
    spent("2026-10-25T10:00:00Z", "0.85");
    raising(budget).raise(BudgetPeriod.DAY, null, Money.ofUsd("0.15"));

    var document = BudgetFields.of(reporting(budget, NOON).report(null));

    var day = document.fields("day");
    assertEquals("day", day.text("period").orElseThrow());
    assertEquals(new BigDecimal("1.15"), day.decimal("cap_usd").orElseThrow());
    assertEquals(new BigDecimal("0.15"), day.decimal("raised_usd").orElseThrow());
    assertEquals(new BigDecimal("0.3"), day.decimal("left_usd").orElseThrow());
    assertEquals(73, day.whole("percent").orElseThrow());
    assertEquals("ok", day.text("level").orElseThrow());
    assertEquals("2026-10-25T23:00:00.000Z", day.text("resets_at").orElseThrow());
    assertEquals("month", document.fields("month").text("period").orElseThrow());
    assertEquals(
        new BigDecimal("5.95"), document.fields("forecast").decimal("month_end_usd").orElseThrow());
    assertEquals(true, document.fields("forecast").get("within_cap"));
  }
}
