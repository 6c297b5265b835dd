package dev.easel.adapter.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.config.LogBackend;
import dev.easel.config.LogSettings;
import dev.easel.domain.cost.Money;
import dev.easel.domain.ledger.Condition;
import dev.easel.domain.ledger.Condition.Either;
import dev.easel.domain.ledger.Condition.Field;
import dev.easel.domain.ledger.Condition.Measure;
import dev.easel.domain.ledger.Endings;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryDraft;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.IntentDraft;
import dev.easel.domain.ledger.LogContract;
import dev.easel.domain.ledger.Page;
import dev.easel.domain.ledger.Query;
import dev.easel.domain.ledger.RandomEntries;
import dev.easel.domain.ledger.Rollups;
import dev.easel.domain.ledger.Statistics;
import dev.easel.domain.ledger.StatisticsContract;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Any query, composed at random: its page and its statistics are those of the entries that match.
class SqliteStatisticsTest {

  private static final ZoneId ZONE = ZoneId.of("America/St_Johns");

  /// In the days around it the zone's clocks go back by an hour.
  private static final Instant END = Instant.parse("2026-11-05T12:00:00Z");

  private static final long HOUR = 3_600_000_000L;

  @TempDir static Path directory;
  private static Path path;
  private static GenerationLog log;
  private static List<Entry> all;

  @BeforeAll
  static void fillLog() {
    path = directory.resolve("easel.db");
    log = GenerationLogs.open(new LogSettings(LogBackend.SQLITE, path, ZONE));
    LogContract.add(log, RandomEntries.several(new SplittableRandom(1), END, 200));
    LogContract.add(log, EntryDraft.at(END.minus(1, ChronoUnit.DAYS), 9_000).caller("").entry());
    for (int day = 0; day < 10; day++) {
      Instant midnight =
          END.atZone(ZONE).toLocalDate().minusDays(day).atStartOfDay(ZONE).toInstant();
      LogContract.add(
          log,
          EntryDraft.at(midnight.minusNanos(1_000), 8_000 + day).entry(),
          EntryDraft.at(midnight, 8_100 + day).entry());
    }
    LogContract.reserved(log, IntentDraft.at(END.minusSeconds(90_000), 9_001));
    LogContract.reserved(log, IntentDraft.at(END.minusSeconds(1), 9_002).caller("alice"));
    all = log.page(Query.EVERYTHING, Page.Request.newest(Page.Request.MOST)).entries();
  }

  @AfterAll
  static void closeLog() {
    log.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void pagesAndStatisticsOfAnyQueryAreThoseOfWhatMatches(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int turn = 0; turn < 100; turn++) {
      assertAnswers(new Query("", conditions(random)));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 6})
  void statisticsOfAnySpanOfTimeAreThoseOfWhatMatches(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int turn = 0; turn < 100; turn++) {
      List<Condition> conditions = new ArrayList<>(List.of(time(random)));
      if (random.nextBoolean()) {
        conditions.add(is(random, Field.MODEL));
      }
      if (random.nextBoolean()) {
        conditions.add(new Condition.Not(is(random, Field.STATE)));
      }
      if (random.nextInt(4) == 0) {
        conditions.add(time(random));
      }
      assertAnswers(new Query("", conditions));
    }
  }

  private static void assertAnswers(Query query) {
    List<Entry> expected = all.stream().filter(query::matches).toList();
    assertEquals(
        expected,
        log.page(query, Page.Request.newest(Page.Request.MOST)).entries(),
        query::toString);
    assertEquals(
        recomputed(expected), StatisticsContract.uncovered(log.statistics(query)), query::toString);
  }

  private static Statistics recomputed(List<Entry> entries) {
    Rollups rollups = new Rollups();
    entries.forEach(entry -> rollups.add(entry, entry.timestamp().atZone(ZONE).toLocalDate()));
    return rollups.statistics(Statistics.Coverage.KEPT);
  }

  @Test
  void everySingleStepShowsAtOnce(@TempDir Path other) {
    LogSettings settings = new LogSettings(LogBackend.SQLITE, other.resolve("easel.db"), ZONE);
    try (GenerationLog writing = GenerationLogs.open(settings);
        GenerationLog reading = GenerationLogs.open(settings)) {
      for (int number = 1; number < 4; number++) {
        EntryId id = LogContract.reserved(writing, IntentDraft.at(END, number)).id();
        assertEquals(1, reading.statistics(Query.EVERYTHING).totals().running());
        writing.finish(id, Endings.unknown("0.08"));
        assertEquals(1, reading.statistics(Query.EVERYTHING).totals().unknown());
        writing.settle(id, Money.ZERO);
        assertEquals(0, reading.statistics(Query.EVERYTHING).totals().unknown());
        assertEquals(number, reading.statistics(Query.EVERYTHING).totals().failed());
      }
      assertEquals(1, reading.statistics(Query.EVERYTHING).callers().size());
    }
  }

  @Test
  void wholeDaysAreNotRead() {
    Statistics whole = log.statistics(query("time:2026-11-01..2026-11-03 -model:dall-e-3"));
    assertEquals(Statistics.Coverage.KEPT, whole.coverage());
    assertEquals(Statistics.Coverage.KEPT, log.statistics(query("state:unknown")).coverage());
    Statistics.Coverage cut = log.statistics(query("time>=2026-11-01T12:00")).coverage();
    assertTrue(cut.complete());
    assertTrue(cut.scanned() > 0 && cut.scanned() < 30, cut.toString());
  }

  @Test
  void theBoundOnReadingIsKeptAndTold() throws Exception {
    SqliteLabels labels = new SqliteLabels();
    SqliteStatistics bounded = new SqliteStatistics(labels, ZONE, 10);
    try (SqliteConnection connection = new SqliteFile(path).read()) {
      Statistics some = bounded.of(connection, query("provider:openai"));
      assertEquals(new Statistics.Coverage(10, false), some.coverage());
      assertEquals(10, some.totals().requests() + some.totals().running());
      assertEquals(END.atZone(ZONE).toLocalDate(), some.days().getLast().day());

      Statistics days =
          bounded.of(connection, query("time>=2026-10-28T12:00 time<2026-11-02T12:00"));
      assertEquals(new Statistics.Coverage(10, false), days.coverage());
      assertFalse(days.days().isEmpty());
    }
  }

  private static Query query(String text) {
    return Query.parse(text, ZONE, END);
  }

  private static List<Condition> conditions(SplittableRandom random) {
    List<Condition> conditions = new ArrayList<>();
    int count = random.nextInt(1, 4);
    for (int number = 0; number < count; number++) {
      conditions.add(condition(random, 2));
    }
    return conditions;
  }

  private static Condition condition(SplittableRandom random, int depth) {
    return switch (random.nextInt(depth > 0 ? 10 : 7)) {
      case 0 -> text(random);
      case 1, 2 -> is(random, any(random, Field.values()));
      case 3 -> new Condition.Star(random.nextBoolean());
      case 4 -> new Condition.Absent(either(random));
      case 5 -> time(random);
      case 6 -> within(random);
      case 7 -> new Condition.Not(condition(random, depth - 1));
      case 8 -> new Condition.Not(text(random));
      default ->
          new Condition.AnyOf(List.of(condition(random, depth - 1), condition(random, depth - 1)));
    };
  }

  private static Condition text(SplittableRandom random) {
    return switch (random.nextInt(5)) {
      case 0 -> new Condition.Text(List.of("lighthouse"), false);
      case 1 -> new Condition.Text(List.of("at", "dusk"), false);
      case 2 -> new Condition.Text(List.of("at", "d"), true);
      case 3 -> new Condition.Text(List.of("灯"), false);
      default -> new Condition.Text(List.of("o"), true);
    };
  }

  private static Condition is(SplittableRandom random, Field field) {
    List<String> values =
        all.stream().flatMap(entry -> field.of(entry).stream()).distinct().sorted().toList();
    String value = values.get(random.nextInt(values.size())).toLowerCase(java.util.Locale.ROOT);
    int cut = random.nextInt(value.length() + 1);
    return switch (random.nextInt(4)) {
      case 0 -> new Condition.Is(field, value.substring(0, cut), true);
      case 1 -> new Condition.Is(field, value.substring(cut), false);
      default -> new Condition.Is(field, value, false);
    };
  }

  private static Either either(SplittableRandom random) {
    return random.nextBoolean()
        ? new Either.Named(any(random, Field.values()))
        : new Either.Measured(any(random, Measure.values()));
  }

  private static Condition time(SplittableRandom random) {
    long one = moment(random);
    long other = moment(random);
    return new Condition.Within(
        Measure.TIME,
        random.nextInt(4) == 0 ? null : (Long) Math.min(one, other),
        random.nextInt(4) == 0 ? null : (Long) Math.max(one, other));
  }

  // Often just at an entry or at a full hour, midnights among them.
  private static long moment(SplittableRandom random) {
    long moment = Measure.micros(END) - random.nextLong(11L * 24 * HOUR);
    return switch (random.nextInt(4)) {
      case 0 -> moment;
      case 1 -> Math.floorDiv(moment, HOUR) * HOUR - random.nextInt(2);
      default -> Measure.micros(all.get(random.nextInt(all.size())).timestamp());
    };
  }

  private static Condition within(SplittableRandom random) {
    Measure measure = random.nextBoolean() ? Measure.COST : Measure.LATENCY;
    long low = random.nextLong(measure == Measure.COST ? 200_000_000 : 120_000_000);
    return new Condition.Within(
        measure,
        random.nextInt(3) == 0 ? null : (Long) low,
        random.nextInt(3) == 0 ? null : (Long) (low + random.nextLong(80_000_000)));
  }

  private static <T> T any(SplittableRandom random, T[] some) {
    return some[random.nextInt(some.length)];
  }
}
