package dev.easel.domain.ledger;

import static dev.easel.domain.ledger.LogContract.add;
import static dev.easel.domain.ledger.LogContract.query;
import static dev.easel.domain.ledger.LogContract.reserved;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.cost.Committed;
import dev.easel.domain.cost.Cost;
import dev.easel.domain.cost.Money;
import dev.easel.domain.cost.Spending;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What entries add up to.
public interface StatisticsContract extends LogContract {

  @Test
  default void anEmptyLogAddsUpToNothing() {
    try (GenerationLog log = open()) {
      Statistics statistics = log.statistics(Query.EVERYTHING);

      assertEquals(
          new Statistics.Totals(0, 0, 0, 0, 0, Money.ZERO, Money.ZERO, 0), statistics.totals());
      assertEquals(new Statistics.Latency(null, null, null, null, null), statistics.latency());
      assertEquals(List.of(), statistics.models());
      assertEquals(List.of(), statistics.days());
    }
  }

  @Test
  default void totalsCountEachStateAndKeepRunningOnesApart() {
    try (GenerationLog log = open()) {
      EntryId settled = reserved(log, IntentDraft.at(MORNING, 1)).id();
      EntryId released = reserved(log, IntentDraft.at(MORNING, 2)).id();
      EntryId unknown = reserved(log, IntentDraft.at(MORNING, 3)).id();
      reserved(log, IntentDraft.at(MORNING, 4).estimate(IntentDraft.exactly("0.5")));
      log.finish(settled, Endings.settled("0.05271", 1_000));
      log.finish(released, Endings.released());
      log.finish(unknown, Endings.unknown("0.25"));

      Statistics.Totals totals = log.statistics(Query.EVERYTHING).totals();

      assertEquals(
          new Statistics.Totals(3, 1, 1, 1, 1, Money.ofUsd("0.05271"), Money.ofUsd("0.75"), 0),
          totals);
    }
  }

  /// In Berlin the first day has 23 hours and the second 25.
  @ParameterizedTest
  @CsvSource({
    "2026-03-29, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z",
    "2026-10-25, 2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z",
  })
  default void aDayOnWhichTheClocksAreChangedIsOneDay(LocalDate day, Instant begins, Instant ends) {
    try (GenerationLog log = open(ZoneId.of("Europe/Berlin"))) {
      List<Instant> moments =
          List.of(begins.minusMillis(1), begins, ends.minusMillis(2), ends.minusMillis(1), ends);
      for (Instant moment : moments) {
        EntryId id = reserved(log, IntentDraft.at(moment, 1)).id();
        log.finish(id, Endings.settled("0.04", 1_000));
      }

      List<Long> counts =
          log.statistics(Query.EVERYTHING).days().stream()
              .filter(line -> line.day().equals(day))
              .map(line -> line.totals().requests())
              .toList();
      assertEquals(List.of(3L), counts);
      assertEquals(Money.ofUsd("0.12"), log.spending(day).day().total());
    }
  }

  @Test
  default void whatHasNoKnownCostIsCountedAsUnpriced() {
    try (GenerationLog log = open()) {
      add(
          log,
          entry(1).cost(Cost.UNKNOWN).entry(),
          entry(2).unknown("timeout", null).entry(),
          entry(3).unknown("timeout", Money.ofUsd("0.01")).entry(),
          entry(4).released("invalid").entry());
      reserved(log, IntentDraft.at(MORNING, 1).estimate(IntentDraft.unknown()));

      Statistics.Totals totals = log.statistics(Query.EVERYTHING).totals();

      assertEquals(3, totals.unpriced());
      assertEquals(Money.ZERO, totals.cost());
      assertEquals(Money.ofUsd("0.01"), totals.atRisk());
    }
  }

  @Test
  default void aSumBeyondTheRangeOfMoneyStaysAtItsEnd() {
    Money end = new Money(Long.MAX_VALUE);
    Money risk = Money.ofUsd("0.12");
    try (GenerationLog log = open()) {
      for (int number = 1; number <= 3; number++) {
        IntentDraft draft = IntentDraft.at(MORNING, number).caller("alice");
        log.finish(reserved(log, draft).id(), Endings.settled("9000000000", 1_000));
        log.finish(reserved(log, draft).id(), Endings.unknown("0.04"));
      }

      LocalDate today = MORNING.atZone(ZoneOffset.UTC).toLocalDate();
      Committed committed = new Committed(end, Money.ZERO, risk, 0);
      assertEquals(
          new Spending(committed, committed, Map.of("alice", committed)), log.spending(today));
      for (String source : List.of("", "time:2026-11-23", "caller:alice")) {
        Statistics.Totals totals = log.statistics(query(source)).totals();
        assertEquals(new Statistics.Totals(6, 3, 0, 3, 0, end, risk, 0), totals, source);
      }
      Intent limited = IntentDraft.at(MORNING, 4).budget("0.01", null, false).intent();
      assertInstanceOf(Reservation.OverBudget.class, log.reserve(limited));
    }
  }

  @Test
  default void theAverageCoversAllFinishedEntriesAndPercentilesOnlySettledOnes() {
    try (GenerationLog log = open()) {
      add(
          log,
          entry(1).latency(10_000_000L).entry(),
          entry(2).latency(20_000_000L).entry(),
          entry(3).released("http_400").latency(3_000_000L).entry(),
          entry(4).unknown("timeout", null).latency(600_000_000L).entry(),
          entry(5).latency(null).entry());

      Statistics.Latency latency = log.statistics(Query.EVERYTHING).latency();

      assertEquals(158_250_000L, latency.average());
      assertNear(10_000_000, latency.p50());
      assertNear(20_000_000, latency.p90());
      assertNear(20_000_000, latency.p95());
      assertNear(20_000_000, latency.p99());
    }
  }

  @Test
  default void percentilesAreWithinOnePercent() {
    try (GenerationLog log = open()) {
      Entry[] entries = new Entry[200];
      for (int number = 0; number < entries.length; number++) {
        entries[number] = entry(number).latency((number + 1) * 100_000L).entry();
      }
      add(log, entries);

      Statistics.Latency latency = log.statistics(Query.EVERYTHING).latency();

      assertNear(10_000_000, latency.p50());
      assertNear(18_000_000, latency.p90());
      assertNear(19_000_000, latency.p95());
      assertNear(19_800_000, latency.p99());
    }
  }

  private static void assertNear(long micros, @Nullable Long actual) {
    assertTrue(
        actual != null && Math.abs(actual - micros) * 100 <= micros, micros + " and not " + actual);
  }

  @Test
  default void modelsDaysAndCallersHaveTheirShares() {
    try (GenerationLog log = open(ZoneId.of("Pacific/Auckland"))) {
      Instant evening = Instant.parse("2026-11-23T10:59:59Z");
      Instant midnight = Instant.parse("2026-11-23T11:00:00Z");
      add(
          log,
          EntryDraft.at(evening, 1).model("dall-e-3").cost("0.08").caller("alice").entry(),
          EntryDraft.at(midnight, 2).model("gpt-image-2").cost("0.05").entry(),
          EntryDraft.at(midnight, 3).model("gpt-image-2").cost("0.03").caller("alice").entry());

      Statistics statistics = log.statistics(Query.EVERYTHING);

      assertEquals(
          List.of("gpt-image-2", "dall-e-3"),
          statistics.models().stream().map(Statistics.ModelLine::model).toList());
      assertEquals(
          List.of(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 24)),
          statistics.days().stream().map(Statistics.DayLine::day).toList());
      assertEquals(Map.of("gpt-image-2", Money.ofUsd("0.08")), statistics.days().getLast().costs());
      assertEquals(Money.ofUsd("0.08"), statistics.models().getFirst().totals().cost());
      assertEquals(
          List.of("alice", ""),
          statistics.callers().stream().map(Statistics.CallerLine::caller).toList());
      assertEquals(2, statistics.callers().getFirst().totals().requests());
    }
  }

  @Test
  default void shapesAndCodesAreCounted() {
    try (GenerationLog log = open()) {
      Fields small = Fields.NONE.with("size", "256x256");
      add(
          log,
          entry(1).entry(),
          entry(2).entry(),
          entry(3).model("dall-e-2").requested(small).cost("0.016").entry(),
          entry(4).released("rate_limit_exceeded").entry(),
          entry(5).released("rate_limit_exceeded").entry(),
          entry(6).unknown("timeout", null).entry());
      reserved(log, IntentDraft.at(MORNING, 1));

      Statistics statistics = log.statistics(Query.EVERYTHING);

      assertEquals(
          List.of(
              new Statistics.ShapeLine(
                  "gpt-image-2", "1024x1024", "medium", 5, Money.ofUsd("0.08")),
              new Statistics.ShapeLine("dall-e-2", "256x256", "", 1, Money.ofUsd("0.016"))),
          statistics.shapes());
      assertEquals(
          List.of(
              new Statistics.CodeLine("rate_limit_exceeded", 2),
              new Statistics.CodeLine("timeout", 1)),
          statistics.codes());
    }
  }

  @Test
  default void statisticsOfEveryQueryEqualARecomputation() {
    SplittableRandom random = new SplittableRandom(42);
    ZoneId zone = ZoneId.of("America/St_Johns");
    try (GenerationLog log = open(zone)) {
      add(log, RandomEntries.several(random, MORNING, 100));
      EntryId running = reserved(log, IntentDraft.at(MORNING, 1).caller("alice")).id();
      log.finish(reserved(log, IntentDraft.at(MORNING, 2)).id(), Endings.unknown("0.3"));
      log.mark(running, true, new java.util.TreeSet<>(List.of("poster")));

      for (String source : QueryContract.EVERY_FIELD) {
        assertEquals(
            recomputed(log, query(source), zone), uncovered(log.statistics(query(source))), source);
      }
    }
  }

  @Test
  default void statisticsFollowEveryStep() {
    SplittableRandom random = new SplittableRandom(7);
    try (GenerationLog log = open()) {
      OperationSequence operations = new OperationSequence(log, random, MORNING);
      for (int step = 0; step < 60; step++) {
        operations.step();
        if (step % 10 == 9) {
          assertEquals(
              recomputed(log, Query.EVERYTHING, ZoneOffset.UTC),
              uncovered(log.statistics(Query.EVERYTHING)),
              "after step " + step);
        }
      }
    }
  }

  @Test
  default void statisticsSayHowTheyWereFound() {
    try (GenerationLog log = open()) {
      add(log, entry(1).entry(), entry(2).prompt("red fox").entry());

      assertTrue(log.statistics(Query.EVERYTHING).coverage().complete());
      Statistics.Coverage scanned = log.statistics(query("fox")).coverage();
      assertTrue(scanned.complete());
      assertTrue(scanned.scanned() >= 1);
      assertNull(log.statistics(query("nowhere")).latency().average());
    }
  }

  /// The statistics of the matching entries, from nothing but the entries.
  static Statistics recomputed(GenerationLog log, Query query, ZoneId zone) {
    Rollups rollups = new Rollups();
    LogContract.matching(log, "").stream()
        .filter(query::matches)
        .forEach(entry -> rollups.add(entry, LocalDate.ofInstant(entry.timestamp(), zone)));
    return rollups.statistics(Statistics.Coverage.KEPT);
  }

  /// The figures without how they were found.
  static Statistics uncovered(Statistics statistics) {
    return new Statistics(
        statistics.totals(),
        statistics.latency(),
        statistics.models(),
        statistics.days(),
        statistics.shapes(),
        statistics.callers(),
        statistics.codes(),
        statistics.histogram(),
        Statistics.Coverage.KEPT);
  }

  private static EntryDraft entry(int number) {
    return EntryDraft.at(MORNING.plusSeconds(number), number);
  }
}
