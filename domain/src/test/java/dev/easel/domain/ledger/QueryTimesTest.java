package dev.easel.domain.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Condition.Measure;
import dev.easel.domain.ledger.Condition.Within;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QueryTimesTest {

  // In Berlin it is half past eleven.
  private static final Instant NOW = Instant.parse("2026-11-23T10:30:00Z");

  private static void assertSpan(
      String text, String zone, @Nullable String first, @Nullable String last) {
    Query query = Query.parse(text, ZoneId.of(zone), NOW);
    assertEquals(
        List.of(new Within(Measure.TIME, micros(first), micros(last))), query.conditions(), text);
  }

  private static @Nullable Long micros(@Nullable String instant) {
    return instant == null ? null : Measure.micros(Instant.parse(instant));
  }

  @ParameterizedTest
  @CsvSource({
    "time:2026-11-23, 2026-11-22T23:00:00Z, 2026-11-23T22:59:59.999999Z",
    "since:2026-11-23, 2026-11-22T23:00:00Z,",
    "until:2026-11-23,, 2026-11-23T22:59:59.999999Z",
    "time>2026-11-23, 2026-11-23T23:00:00Z,",
    "time>=2026-11-23, 2026-11-22T23:00:00Z,",
    "time:>=2026-11-23, 2026-11-22T23:00:00Z,",
    "time<2026-11-23,, 2026-11-22T22:59:59.999999Z",
    "time<=2026-11-23,, 2026-11-23T22:59:59.999999Z",
    "time:2026-11-20..2026-11-22, 2026-11-19T23:00:00Z, 2026-11-22T22:59:59.999999Z",
    "time:2026-11-20.., 2026-11-19T23:00:00Z,",
    "time:2026-11, 2026-10-31T23:00:00Z, 2026-11-30T22:59:59.999999Z",
    "since:2026, 2025-12-31T23:00:00Z,",
    "time:today, 2026-11-22T23:00:00Z, 2026-11-23T22:59:59.999999Z",
    "until:yesterday,, 2026-11-22T22:59:59.999999Z",
    "since:Today, 2026-11-22T23:00:00Z,",
  })
  void daysAreThoseOfTheZone(String text, String first, String last) {
    assertSpan(text, "Europe/Berlin", first, last);
  }

  @ParameterizedTest
  @CsvSource({
    "time:2026-11-23T10:30, 2026-11-23T09:30:00Z, 2026-11-23T09:30:59.999999Z",
    "time:2026-11-23T10:30:15, 2026-11-23T09:30:15Z, 2026-11-23T09:30:15.999999Z",
    "time:2026-11-23T10:30:15.25, 2026-11-23T09:30:15.250Z, 2026-11-23T09:30:15.250Z",
    "since:2026-11-23t10:30z, 2026-11-23T10:30:00Z,",
    "since:2026-11-23T10:30:00Z, 2026-11-23T10:30:00Z,",
    "since:2026-11-23T10:30-08:00, 2026-11-23T18:30:00Z,",
    "until:2026-11-23T10:30,, 2026-11-23T09:30:59.999999Z",
  })
  void momentsAreSpansOfTheirLastDigit(String text, String first, String last) {
    assertSpan(text, "Europe/Berlin", first, last);
  }

  @Test
  void aQuotedMomentMayHaveASpace() {
    assertSpan("since:\"2026-11-23 10:30\"", "UTC", "2026-11-23T10:30:00Z", null);
  }

  @ParameterizedTest
  @CsvSource({
    "since:7d, 2026-11-16T10:30:00Z,",
    "since:12h, 2026-11-22T22:30:00Z,",
    "since:30m, 2026-11-23T10:00:00Z,",
    "since:45s, 2026-11-23T10:29:15Z,",
    "since:2W, 2026-11-09T10:30:00Z,",
    "time:7d, 2026-11-16T10:30:00Z,",
    "until:1d,, 2026-11-22T10:30:00Z",
    "time:7d..1d, 2026-11-16T10:30:00Z, 2026-11-22T10:30:00Z",
    "time<1h,, 2026-11-23T09:29:59.999999Z",
  })
  void agoCountsFromNow(String text, String first, String last) {
    assertSpan(text, "UTC", first, last);
  }

  @Test
  void daysOfTwentyThreeAndTwentyFiveHoursAreWhole() {
    assertSpan(
        "time:2026-03-29", "Europe/Berlin", "2026-03-28T23:00:00Z", "2026-03-29T21:59:59.999999Z");
    assertSpan(
        "time:2026-10-25", "Europe/Berlin", "2026-10-24T22:00:00Z", "2026-10-25T22:59:59.999999Z");
    // A day that begins at one o'clock, since midnight was left out.
    assertSpan(
        "time:2018-11-04",
        "America/Sao_Paulo",
        "2018-11-04T03:00:00Z",
        "2018-11-05T01:59:59.999999Z");
  }

  @Test
  void daysAgoKeepTheTimeOfDayOverAChangeOfClocks() {
    // Berlin went back an hour on 25 October.
    assertSpan("since:30d", "Europe/Berlin", "2026-10-24T09:30:00Z", null);
    assertSpan("since:720h", "Europe/Berlin", "2026-10-24T10:30:00Z", null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "since:2026-02-30",
        "since:2026-13",
        "since:26-1-1",
        "since:25:00",
        "since:2026-11-23T24:61",
        "since:2026-11-23T10:30.5",
        "since:2026-11-23T10:30+99:00",
        "since:7y",
        "since:9999999d",
        "since:tomorrow",
        "since:none",
        "time:none",
        "since:-7d"
      })
  void whatIsNoTimeIsAProblem(String text) {
    assertThrows(
        Query.QueryProblem.class, () -> Query.parse(text, ZoneId.of("Europe/Berlin"), NOW));
  }
}
