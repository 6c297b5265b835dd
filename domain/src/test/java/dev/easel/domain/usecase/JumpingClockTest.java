package dev.easel.domain.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.easel.domain.cost.Budget;
import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Content;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.GeneratedImage;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Outcome;
import dev.easel.domain.image.Watch;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.Query;
import dev.easel.domain.ledger.SamplePictures;
import dev.easel.domain.ledger.Statistics;
import dev.easel.domain.ledger.Statistics.DayLine;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A wall clock that is set back or forward changes neither the order of entries, nor their
/// durations, nor what a key stands for; only the day on which a budget counts is the clock's.
final class JumpingClockTest {

  private final Workshop workshop = new Workshop();

  @ParameterizedTest
  @ValueSource(strings = {"-PT1H", "-PT1S", "-P400D", "P1D", "PT14H"})
  void orderAndDurationsAreThoseOfWhatHappened(String jump) {
    answering(Duration.ofSeconds(3), () -> {});
    Entry before = made("before", null);
    answering(Duration.ofSeconds(3), () -> jump(jump));
    Entry during = made("during", null);
    answering(Duration.ofSeconds(3), () -> {});
    Entry after = made("after", null);

    assertEquals(List.of(after, during, before), workshop.entries());
    for (Entry entry : workshop.entries()) {
      assertEquals(3_000_000L, entry.latencyMicros());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-PT1H", "-P400D", "P1D", "P6D", "P8D", "P30D", "P400D"})
  void aKeyStandsForItsRequestWhateverTheClockSays(String jump) {
    answering(Duration.ZERO, () -> {});
    Entry first = made("a lighthouse", "key");
    jump(jump);

    assertEquals(first, made("a lighthouse", "key"));
    assertEquals(1, workshop.calls());
  }

  @Test
  void aBudgetCountsOnTheDayThatTheClockShowed() {
    workshop.budget(new Budget(Money.ofUsd("0.01"), null, false));
    answering(Duration.ZERO, () -> {});
    made("today", null);
    assertInstanceOf(Result.OverBudget.class, ordered("today too", null));

    workshop.time.jumpTo(Instant.parse("2026-11-24T00:00:00Z"));
    made("tomorrow", null);
    workshop.time.jumpTo(Instant.parse("2026-11-23T23:59:59Z"));
    assertInstanceOf(Result.OverBudget.class, ordered("today again", null));
  }

  /// In Berlin the one day has 23 hours and the other 25.
  @ParameterizedTest
  @CsvSource({
    "2026-03-29, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z",
    "2026-10-25, 2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z",
  })
  void aDayOnWhichTheClocksAreChangedIsOneDay(LocalDate day, Instant begins, Instant ends) {
    Workshop berlin = new Workshop(ZoneId.of("Europe/Berlin"));
    berlin.budget(new Budget(Money.ofUsd("0.02"), null, false));
    berlin.answers(picture());

    assertEquals(Result.Done.class, at(berlin, begins.minusMillis(1)));
    assertEquals(Result.Done.class, at(berlin, begins));
    assertEquals(Result.Done.class, at(berlin, ends.minusMillis(2)));
    assertEquals(Result.OverBudget.class, at(berlin, ends.minusMillis(1)));
    assertEquals(Result.Done.class, at(berlin, ends));

    Statistics statistics = berlin.log.statistics(Query.EVERYTHING);
    assertEquals(
        Map.of(day.minusDays(1), 1L, day, 2L, day.plusDays(1), 1L),
        statistics.days().stream()
            .collect(Collectors.toMap(DayLine::day, line -> line.totals().successful())));
    assertEquals(Money.ofUsd("0.02"), berlin.log.spending(day).day().total());
  }

  private static Class<?> at(Workshop workshop, Instant instant) {
    workshop.time.jumpTo(instant);
    Order order = Order.of(Workshop.request(Workshop.MODEL, instant.toString(), Fields.NONE));
    return workshop.generateImages().generate(order, Watch.NOBODY).getClass();
  }

  private void jump(String length) {
    workshop.time.jumpTo(workshop.time.now().plus(Duration.parse(length)));
  }

  /// From now on the provider takes so long, and something happens meanwhile.
  private void answering(Duration length, Runnable meanwhile) {
    workshop.answers(request -> {
      workshop.time.advance(length);
      meanwhile.run();
      return picture();
    });
  }

  private static Outcome picture() {
    Content png = Content.of(SamplePictures.twoColours("png", 8, 8));
    return new Outcome.Delivered(
        Fields.NONE,
        null,
        Fields.NONE,
        null,
        null,
        List.of(new GeneratedImage(png, null, null)),
        List.of());
  }

  private Result ordered(String prompt, @Nullable String key) {
    Order order =
        new Order(Workshop.request(Workshop.MODEL, prompt, Fields.NONE), null, key, true, true);
    return workshop.generateImages().generate(order, Watch.NOBODY);
  }

  private Entry made(String prompt, @Nullable String key) {
    return assertInstanceOf(Result.Done.class, ordered(prompt, key)).entry();
  }
}
