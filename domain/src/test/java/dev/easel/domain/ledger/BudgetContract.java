package dev.easel.domain.ledger;

import static dev.easel.domain.ledger.LogContract.reserved;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.easel.domain.cost.BudgetLevel;
import dev.easel.domain.cost.BudgetPeriod;
import dev.easel.domain.cost.Committed;
import dev.easel.domain.cost.Cost;
import dev.easel.domain.cost.Estimate;
import dev.easel.domain.cost.Limit;
import dev.easel.domain.cost.Money;
import dev.easel.domain.cost.Spending;
import dev.easel.domain.cost.Standing;
import dev.easel.domain.image.Nullable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Budgets, which every reservation is judged by.
public interface BudgetContract extends LogContract {

  @Test
  default void aLimitMayBeReachedAndNotPassed() {
    try (GenerationLog log = open()) {
      reserved(log, daily(1));
      reserved(log, daily(2));

      Reservation third = log.reserve(daily(3).intent());

      Entry entry = assertInstanceOf(Reservation.OverBudget.class, third).entry();
      assertEquals(EntryState.RELEASED, entry.state());
      assertEquals("over_budget", entry.code());
      assertEquals(Cost.NONE, entry.cost());
      assertEquals(CanonicalForm.hash(entry), entry.hash());
      assertEquals(entry, log.find(entry.id()).orElseThrow());
    }
  }

  @Test
  default void theRefusalNamesLimitAndWhatIsCommitted() {
    try (GenerationLog log = open()) {
      reserved(log, daily(1));
      reserved(log, daily(2));

      Reservation third = log.reserve(daily(3).intent());

      Reservation.OverBudget over = assertInstanceOf(Reservation.OverBudget.class, third);
      Limit limit = new Limit(BudgetPeriod.DAY, null, Money.ofUsd("0.08"), Money.ZERO);
      Committed running = new Committed(Money.ZERO, Money.ofUsd("0.08"), Money.ZERO, 0);
      assertEquals(new Standing(limit, running), over.refusal().standing());
      assertEquals(over.refusal().message(), over.entry().error());
    }
  }

  @Test
  default void whatCostLessThanReservedMakesRoom() {
    try (GenerationLog log = open()) {
      EntryId first = reserved(log, daily(1)).id();
      EntryId second = reserved(log, daily(2)).id();
      log.finish(first, Endings.settled("0.01", 1_000));
      assertInstanceOf(Reservation.OverBudget.class, log.reserve(daily(3).intent()));

      log.finish(second, Endings.released());

      reserved(log, daily(4));
    }
  }

  @Test
  default void whatMayHaveBeenChargedCountsUntilItIsSettled() {
    try (GenerationLog log = open()) {
      EntryId first = reserved(log, daily(1)).id();
      log.finish(first, Endings.unknown("0.06"));
      assertInstanceOf(Reservation.OverBudget.class, log.reserve(daily(2).intent()));

      log.settle(first, Money.ZERO);

      reserved(log, daily(3));
    }
  }

  @Test
  default void aPictureOfUnknownCostCountsWithItsEstimateUntilItIsPriced() {
    try (GenerationLog log = open()) {
      EntryId first = reserved(log, daily(1)).id();
      log.finish(first, Endings.unpriced("0.06"));
      assertInstanceOf(Reservation.OverBudget.class, log.reserve(daily(2).intent()));
      assertEquals(
          new Committed(Money.ZERO, Money.ZERO, Money.ofUsd("0.06"), 0),
          log.spending(LocalDate.ofInstant(MORNING, ZoneOffset.UTC)).day());

      log.settle(first, Money.ofUsd("0.01"));

      reserved(log, daily(3));
    }
  }

  @Test
  default void aRangeCountsWithItsHighEnd() {
    try (GenerationLog log = open()) {
      Estimate range =
          new Estimate.Range(
              Money.ofUsd("0.01"), Money.ofUsd("0.09"), List.of(), "size is auto", "2026-11-23");

      assertInstanceOf(
          Reservation.OverBudget.class, log.reserve(daily(1).estimate(range).intent()));
    }
  }

  @Test
  default void daysAreThoseOfTheZone() {
    try (GenerationLog log = open(ZoneId.of("Pacific/Auckland"))) {
      Instant lastMinute = Instant.parse("2026-11-23T10:59:00Z");
      IntentDraft draft = IntentDraft.at(lastMinute, 1).budget("0.04", null, false);
      reserved(log, draft);
      assertInstanceOf(Reservation.OverBudget.class, log.reserve(draft.intent()));

      Instant nextDay = Instant.parse("2026-11-23T11:00:00Z");

      reserved(log, IntentDraft.at(nextDay, 2).budget("0.04", null, false));
    }
  }

  @Test
  default void monthsAreThoseOfTheZone() {
    try (GenerationLog log = open(ZoneId.of("Pacific/Auckland"))) {
      Instant first = Instant.parse("2026-10-31T11:00:00Z");
      Instant last = Instant.parse("2026-11-30T10:59:59Z");
      reserved(log, IntentDraft.at(first, 1).budget(null, "0.08", false));
      reserved(log, IntentDraft.at(last, 1).budget(null, "0.08", false));
      assertInstanceOf(
          Reservation.OverBudget.class,
          log.reserve(IntentDraft.at(last, 1).budget(null, "0.08", false).intent()));

      Instant nextMonth = Instant.parse("2026-11-30T11:00:00Z");

      reserved(log, IntentDraft.at(nextMonth, 1).budget(null, "0.08", false));
    }
  }

  @Test
  default void importedCostsCountOnTheirDay() {
    try (GenerationLog log = open()) {
      LogContract.add(log, EntryDraft.at(MORNING, 1).cost("0.05").entry());

      assertInstanceOf(Reservation.OverBudget.class, log.reserve(daily(60).intent()));
    }
  }

  @Test
  default void anUnknownEstimatePassesOnlyWhereTheBudgetAllowsIt() {
    try (GenerationLog log = open()) {
      IntentDraft draft = IntentDraft.at(MORNING, 1).estimate(IntentDraft.unknown());

      Reservation refused = log.reserve(draft.budget("10", null, false).intent());
      Entry allowed = reserved(log, draft.budget("10", null, true));
      Entry unlimited = reserved(log, draft);

      assertInstanceOf(Reservation.OverBudget.class, refused);
      assertEquals(null, allowed.atRisk());
      assertEquals(null, unlimited.atRisk());
    }
  }

  @Test
  default void aRaiseIsForItsDay() {
    try (GenerationLog log = open()) {
      reserved(log, daily(1));
      reserved(log, daily(2));
      log.declare(raise(BudgetPeriod.DAY, null, "0.04"));

      reserved(log, daily(3));
      assertInstanceOf(Reservation.OverBudget.class, log.reserve(daily(4).intent()));

      Instant tomorrow = MORNING.plus(Duration.ofDays(1));
      for (int number = 1; number <= 2; number++) {
        reserved(log, IntentDraft.at(tomorrow, number).budget("0.08", null, false));
      }
      IntentDraft third = IntentDraft.at(tomorrow, 3).budget("0.08", null, false);
      assertInstanceOf(Reservation.OverBudget.class, log.reserve(third.intent()));
    }
  }

  @Test
  default void aRaiseOfTheMonthIsForItsMonth() {
    try (GenerationLog log = open()) {
      log.declare(raise(BudgetPeriod.MONTH, null, "0.04"));
      Instant lastDay = Instant.parse("2026-11-30T23:59:59Z");
      IntentDraft november = IntentDraft.at(lastDay, 1).budget(null, "0.04", false);
      reserved(log, november);
      reserved(log, november);
      assertInstanceOf(Reservation.OverBudget.class, log.reserve(november.intent()));

      IntentDraft december = IntentDraft.at(lastDay.plusSeconds(1), 1).budget(null, "0.04", false);
      reserved(log, december);
      assertInstanceOf(Reservation.OverBudget.class, log.reserve(december.intent()));
    }
  }

  @Test
  default void whatACallerWasChargedCountsForItsBudget() {
    try (GenerationLog log = open()) {
      log.declare(new Fact.CallerAdded(MORNING, "anna", "aa", Money.ofUsd("0.04")));
      log.finish(reserved(log, callers("anna", 1)).id(), Endings.settled("0.04", 1));

      Reservation second = log.reserve(callers("anna", 2).intent());

      Reservation.OverBudget over = assertInstanceOf(Reservation.OverBudget.class, second);
      Committed charged = Objects.requireNonNull(over.refusal().standing()).committed();
      assertEquals(Money.ofUsd("0.04"), charged.settled());
    }
  }

  @Test
  default void aCallerHasABudgetOfItsOwnWithinThatOfAll() {
    try (GenerationLog log = open()) {
      log.declare(new Fact.CallerAdded(MORNING, "anna", "aa", Money.ofUsd("0.04")));
      log.declare(new Fact.CallerAdded(MORNING, "bob", "bb", null));
      reserved(log, callers("anna", 1));

      Reservation second = log.reserve(callers("anna", 2).intent());

      Reservation.OverBudget over = assertInstanceOf(Reservation.OverBudget.class, second);
      assertEquals("anna", Objects.requireNonNull(over.refusal().standing()).limit().caller());
      log.declare(raise(BudgetPeriod.DAY, "anna", "0.04"));
      reserved(log, callers("anna", 3));
      reserved(log, callers("bob", 4));
      Reservation beyondAll = log.reserve(callers("bob", 5).intent());
      over = assertInstanceOf(Reservation.OverBudget.class, beyondAll);
      assertEquals(
          "the daily budget of the server has no room left for this request", over.entry().error());
      assertNull(Objects.requireNonNull(over.refusal().standing()).limit().caller());
    }
  }

  @Test
  default void whatARemovedCallerAskedForStillCounts() {
    try (GenerationLog log = open()) {
      log.declare(new Fact.CallerAdded(MORNING, "anna", "aa", Money.ofUsd("0.12")));
      for (int number = 1; number <= 3; number++) {
        reserved(log, callers("anna", number));
      }
      log.declare(new Fact.CallerRemoved(MORNING, "anna"));

      assertInstanceOf(
          Reservation.OverBudget.class,
          log.reserve(IntentDraft.at(MORNING, 9).budget("0.12", null, false).intent()));
    }
  }

  private static IntentDraft callers(String caller, int number) {
    return IntentDraft.at(MORNING, number).budget("0.12", null, false).caller(caller);
  }

  private static Fact raise(BudgetPeriod period, @Nullable String caller, String usd) {
    return new Fact.Raise(MORNING, period, caller, Money.ofUsd(usd));
  }

  @Test
  default void aReservationSaysHowTheBudgetsStandWithIt() {
    try (GenerationLog log = open()) {
      reserved(log, daily(1));

      Reservation second =
          log.reserve(IntentDraft.at(MORNING, 2).budget("0.1", "10", false).intent());

      List<Standing> standings = assertInstanceOf(Reservation.Reserved.class, second).standings();
      assertEquals(
          List.of(Money.ofUsd("0.02"), Money.ofUsd("9.92")),
          standings.stream().map(Standing::left).toList());
      assertEquals(BudgetLevel.NEAR_80, standings.getFirst().level());
      assertEquals(BudgetLevel.OK, standings.getLast().level());
    }
  }

  @Test
  default void spendingIsWhatReservingJudgesBy() {
    try (GenerationLog log = open()) {
      EntryId first = reserved(log, callers("anna", 1)).id();
      EntryId second = reserved(log, callers("anna", 2)).id();
      reserved(log, callers("bob", 3));
      log.finish(first, Endings.settled("0.01", 1_000));
      log.finish(second, Endings.unknown("0.04"));
      LogContract.add(
          log,
          EntryDraft.at(MORNING.minus(Duration.ofDays(20)), 1).cost("0.5").caller("bob").entry());
      reserved(
          log, IntentDraft.at(MORNING, 4).estimate(IntentDraft.unknown()).budget(null, null, true));

      Spending spending = log.spending(LocalDate.parse("2026-11-23"));

      Money cent = Money.ofUsd("0.01");
      Money four = Money.ofUsd("0.04");
      assertEquals(new Committed(cent, four, four, 1), spending.day());
      assertEquals(new Committed(Money.ofUsd("0.51"), four, four, 1), spending.month());
      assertEquals(
          Map.of(
              "anna", new Committed(cent, Money.ZERO, four, 0),
              "bob", new Committed(Money.ZERO, four, Money.ZERO, 0)),
          spending.callers());
      assertEquals(Committed.NONE, log.spending(LocalDate.parse("2026-12-01")).month());
    }
  }

  @Test
  default void manyThreadsTogetherNeverPassTheLimit() throws Exception {
    try (GenerationLog log = open();
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (int day = 0; day < 6; day++) {
        CyclicBarrier together = new CyclicBarrier(4);
        Instant morning = MORNING.plus(Duration.ofDays(day));
        Callable<Long> wishes =
            () -> {
              together.await();
              return LongStream.range(0, 10)
                  .mapToObj(number -> IntentDraft.at(morning, number).budget("1", null, false))
                  .filter(draft -> log.reserve(draft.intent()) instanceof Reservation.Reserved)
                  .count();
            };

        long passed = 0;
        for (Future<Long> answer : threads.invokeAll(Collections.nCopies(4, wishes))) {
          passed += answer.get();
        }

        assertEquals(25, passed);
      }
      assertEquals(Money.ofUsd("6"), log.statistics(Query.EVERYTHING).totals().atRisk());
      assertEquals(240, LogContract.matching(log, "").stream().map(Entry::id).distinct().count());
    }
  }

  private static IntentDraft daily(int seconds) {
    return IntentDraft.at(MORNING.plusSeconds(seconds), 1).budget("0.08", null, false);
  }
}
