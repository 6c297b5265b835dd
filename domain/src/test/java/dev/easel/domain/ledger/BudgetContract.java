package dev.easel.domain.ledger;

import static dev.easel.domain.ledger.LogContract.reserved;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.easel.domain.cost.Cost;
import dev.easel.domain.cost.Estimate;
import dev.easel.domain.cost.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
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
      assertEquals(Money.ofUsd("0.08"), over.refusal().limit());
      assertEquals(Money.ofUsd("0.08"), over.refusal().committed());
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
