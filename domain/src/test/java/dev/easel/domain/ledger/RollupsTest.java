package dev.easel.domain.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.cost.Committed;
import dev.easel.domain.cost.Money;
import dev.easel.domain.cost.Spending;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RollupsTest {

  private static final Instant MORNING = Instant.parse("2026-11-23T10:30:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  static List<Long> seeds() {
    return IntStream.range(0, 50).mapToObj(seed -> (long) seed).toList();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsTakenOutWasNeverThere(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Entry> kept = new ArrayList<>();
    Rollups changing = new Rollups();
    List<Entry> entries = Arrays.asList(RandomEntries.several(random, MORNING, 40));
    entries.forEach(entry -> changing.add(entry, day(entry)));
    for (Entry entry : entries) {
      if (random.nextBoolean()) {
        changing.remove(entry, day(entry));
      } else {
        kept.add(entry);
      }
    }
    Rollups fresh = new Rollups();
    kept.forEach(entry -> fresh.add(entry, day(entry)));

    assertTrue(!fresh.days().isEmpty() && !fresh.shapes().isEmpty());
    assertEquals(fresh.days(), changing.days());
    assertEquals(fresh.shapes(), changing.shapes());
    assertEquals(fresh.codes(), changing.codes());
    assertEquals(
        fresh.statistics(Statistics.Coverage.KEPT), changing.statistics(Statistics.Coverage.KEPT));
  }

  private static LocalDate day(Entry entry) {
    return LocalDate.ofInstant(entry.timestamp(), ZoneOffset.UTC);
  }

  @Test
  void committedIsWhatTheDayAndTheMonthHoldInCostAndRisk() {
    Rollups rollups = new Rollups();
    rollups.add(EntryDraft.at(MORNING, 1).cost("0.05").entry(), TODAY);
    rollups.add(EntryDraft.at(MORNING, 2).unknown("timeout", Money.ofUsd("0.5")).entry(), TODAY);
    rollups.add(
        IntentDraft.at(MORNING, 3).intent().reserved(EntryId.of(MORNING, 0, 3)),
        TODAY.minusDays(1));
    rollups.add(EntryDraft.at(MORNING, 4).cost("7").entry(), LocalDate.of(2026, 10, 31));
    rollups.add(EntryDraft.at(MORNING, 5).cost("7").entry(), LocalDate.of(2025, 11, 23));

    Money half = Money.ofUsd("0.5");
    assertEquals(
        new Spending(
            new Committed(Money.ofUsd("0.05"), Money.ZERO, half, 0),
            new Committed(Money.ofUsd("0.05"), Money.ofUsd("0.04"), half, 0),
            Map.of()),
        rollups.spending(TODAY));
  }

  @Test
  void callersCountApartOnTheirDay() {
    Rollups rollups = new Rollups();
    rollups.add(EntryDraft.at(MORNING, 1).cost("0.05").caller("x").entry(), TODAY);
    rollups.add(EntryDraft.at(MORNING, 2).cost("0.06").caller("x").entry(), TODAY.minusDays(1));
    rollups.add(EntryDraft.at(MORNING, 3).cost("0.07").entry(), TODAY);

    assertEquals(
        Map.of("x", new Committed(Money.ofUsd("0.05"), Money.ZERO, Money.ZERO, 0)),
        rollups.spending(TODAY).callers());
  }

  @Test
  void sumsBeyondTheRangeOfMoneyStayAtItsEnd() {
    Tally most = new Tally(1, new Money(Long.MAX_VALUE), new Money(5), 0, 0, 0);

    Tally both = most.plus(most);

    assertEquals(new Money(Long.MAX_VALUE), both.cost());
    assertEquals(new Money(10), both.atRisk());
    Rollups rollups = new Rollups();
    rollups.addDay(new Rollups.DayKey(TODAY, "x", EntryState.SETTLED, ""), most);
    rollups.addDay(new Rollups.DayKey(TODAY, "y", EntryState.SETTLED, ""), most);
    assertEquals(new Money(Long.MAX_VALUE), rollups.spending(TODAY).day().total());
    assertEquals(
        new Money(Long.MAX_VALUE), rollups.statistics(Statistics.Coverage.KEPT).totals().cost());
  }

  @Test
  void bucketsAreNarrowEnoughForOnePercent() {
    SplittableRandom random = new SplittableRandom(8);
    for (int round = 0; round < 2_000; round++) {
      long micros = random.nextLong(1_000, 1_000L << random.nextInt(1, 32));
      int bucket = LatencyBucket.of(micros);
      assertTrue(Math.abs(LatencyBucket.middle(bucket) - micros) <= micros / 100 + 1, micros + "");
      assertTrue(LatencyBucket.start(bucket) <= micros + 1);
      assertTrue(LatencyBucket.start(bucket + 1) >= micros - 1);
    }
    assertTrue(LatencyBucket.of(0) == LatencyBucket.of(1));
    assertTrue(LatencyBucket.of(999) < 0);
  }

  @Test
  void linesComeInTheOrderInWhichTheyAreShown() {
    Rollups rollups = new Rollups();
    rollups.add(EntryDraft.at(MORNING, 1).model("b").entry(), TODAY);
    rollups.add(EntryDraft.at(MORNING, 2).model("a").entry(), TODAY.minusDays(1));
    rollups.add(EntryDraft.at(MORNING, 3).model("c").caller("x").entry(), TODAY);
    rollups.add(EntryDraft.at(MORNING, 4).model("c").caller("y").entry(), TODAY);
    rollups.add(EntryDraft.at(MORNING, 5).model("c").released("z").caller("y").entry(), TODAY);
    Statistics statistics = rollups.statistics(Statistics.Coverage.KEPT);

    assertEquals(
        List.of("c", "a", "b"),
        statistics.models().stream().map(Statistics.ModelLine::model).toList());
    assertEquals(
        List.of(TODAY.minusDays(1), TODAY),
        statistics.days().stream().map(Statistics.DayLine::day).toList());
    assertEquals(
        List.of("", "y", "x"),
        statistics.callers().stream().map(Statistics.CallerLine::caller).toList());
    assertEquals(
        Map.of("b", Money.ofUsd("0.04"), "c", Money.ofUsd("0.08")),
        statistics.days().getLast().costs());
    assertEquals(1, statistics.histogram().size());
    Statistics.Bucket bucket = statistics.histogram().getFirst();
    assertEquals(4, bucket.requests());
    assertTrue(bucket.from() <= 10_000_000 && 10_000_000 < bucket.to());
  }
}
