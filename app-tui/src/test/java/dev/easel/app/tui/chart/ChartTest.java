package dev.easel.app.tui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.easel.app.tui.screen.Area;
import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Depth;
import dev.easel.app.tui.screen.Frame;
import dev.easel.app.tui.screen.Golden;
import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.screen.Size;
import dev.easel.app.tui.screen.Theme;
import dev.easel.domain.cost.BudgetPeriod;
import dev.easel.domain.cost.Committed;
import dev.easel.domain.cost.Limit;
import dev.easel.domain.cost.Money;
import dev.easel.domain.cost.Standing;
import dev.easel.domain.ledger.LatencyBucket;
import dev.easel.domain.ledger.Statistics;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Every chart at several sizes, and what it makes of nothing, of the unknown and of the huge.
class ChartTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final List<String> SIZES = List.of("38x8", "60x12", "100x14");

  private static Money usd(String amount) {
    return Money.ofUsd(amount);
  }

  private static Statistics.Totals totals(long requests, String cost, long unpriced) {
    return new Statistics.Totals(requests, requests, 0, 0, 0, usd(cost), Money.ZERO, unpriced);
  }

  private static Statistics.Latency latency(long millis) {
    return new Statistics.Latency(
        millis * 1_000, millis * 1_000, millis * 1_200, millis * 1_300, millis * 1_700);
  }

  private static Statistics.ModelLine model(
      String name, long requests, String cost, long unpriced, long millis) {
    return new Statistics.ModelLine(name, totals(requests, cost, unpriced), latency(millis));
  }

  private static final List<Statistics.ModelLine> MODELS =
      List.of(
          model("gpt-image-2.6-flare", 498, "7.36", 0, 6_100),
          model("gpt-image-2.6-sunburst", 192, "40.10", 0, 24_800),
          model("local/flux", 88, "0", 88, 41_200),
          model("gpt-image-2", 64, "13.5", 2, 18_300),
          model("dall-e-3", 12, "0.48", 0, 12_345),
          model("gpt-image-1", 4, "0.167", 0, 31_000),
          model("gpt-image-1-mini", 3, "0.011", 0, 9_000));

  private static Statistics statistics(int days) {
    return new Statistics(
        totals(861, "61.618", 90),
        latency(12_000),
        MODELS,
        IntStream.range(0, days).filter(day -> day % 6 != 2).mapToObj(ChartTest::day).toList(),
        List.of(),
        List.of(),
        List.of(),
        histogram(),
        Statistics.Coverage.KEPT);
  }

  private static Statistics.DayLine day(int ago) {
    Map<String, Money> costs =
        ago == 4
            ? Map.of()
            : Map.of(
                "gpt-image-2.6-sunburst", new Money(ago * 7 % 11 * 310_000_000L),
                "gpt-image-2.6-flare", new Money(ago * 5 % 7 * 71_000_000L),
                "gpt-image-2", new Money(ago * 3 % 5 * 190_000_000L));
    Money sum = costs.values().stream().reduce(Money.ZERO, Money::plus);
    Statistics.Totals totals =
        new Statistics.Totals(9, 9, 0, 0, 0, sum, Money.ZERO, ago % 10 == 4 ? 3 : 0);
    return new Statistics.DayLine(TODAY.minusDays(ago), totals, costs);
  }

  private static List<Statistics.Bucket> histogram() {
    List<Statistics.Bucket> buckets = new ArrayList<>();
    for (long millis : new long[] {5_500, 6_100, 7_200, 12_000, 18_000, 24_800, 33_000, 75_000}) {
      int number = LatencyBucket.of(millis * 1_000);
      buckets.add(
          new Statistics.Bucket(
              LatencyBucket.start(number), LatencyBucket.start(number + 1), 500_000 / millis));
    }
    return buckets;
  }

  private static Drawing columns(int days, Pen pen) {
    Statistics statistics = statistics(days);
    List<Columns.Day> each =
        CostSeries.of(statistics).days(statistics, TODAY.minusDays(days - 1), TODAY);
    return new Columns(Measure.DOLLARS, each, 861, pen);
  }

  private static Drawing bars(Pen pen) {
    return new Bars("model", Measure.DOLLARS, CostSeries.of(statistics(7)).bars(), pen);
  }

  private static Drawing failures() {
    return new Bars(
        "failure",
        Measure.REQUESTS,
        List.of(
            new Bars.Bar("moderation_blocked", 9, Amount.of(9), 0),
            new Bars.Bar("rate_limit_exceeded", 4, Amount.of(4), 0),
            new Bars.Bar("timeout", 1, Amount.of(1), 0)),
        Pen.COLOURED);
  }

  private static Drawing meter(String cap, String settled, String reserved, String atRisk) {
    Limit limit = new Limit(BudgetPeriod.MONTH, null, usd(cap), Money.ZERO);
    Committed committed = new Committed(usd(settled), usd(reserved), usd(atRisk), 0);
    return Meter.budget(new Standing(limit, committed), Pen.COLOURED);
  }

  private static Drawing sparkline(long... amounts) {
    List<Amount> all =
        LongStream.of(amounts)
            .mapToObj(amount -> amount < 0 ? new Amount(0, -amount) : Amount.of(amount))
            .toList();
    return new Sparkline(Measure.DOLLARS, all, Role.MONEY, Pen.COLOURED);
  }

  static Stream<Map.Entry<String, Drawing>> charts() {
    return Stream.of(
        Map.entry("columns-7", columns(7, Pen.COLOURED)),
        Map.entry("columns-30", columns(30, Pen.COLOURED)),
        Map.entry("columns-400", columns(400, Pen.COLOURED)),
        Map.entry("columns-shaded", columns(14, Pen.SHADED)),
        Map.entry("columns-ascii", columns(14, Pen.ASCII)),
        Map.entry("bars", bars(Pen.COLOURED)),
        Map.entry("bars-ascii", bars(Pen.ASCII)),
        Map.entry("failures", failures()),
        Map.entry(
            "legend",
            new Legend(Measure.DOLLARS, CostSeries.of(statistics(7)).legend(), Pen.COLOURED)),
        Map.entry("latencies", new Latencies(histogram(), Pen.COLOURED)),
        Map.entry("percentiles", Percentiles.of(statistics(7), Pen.COLOURED)));
  }

  private static Frame drawn(Drawing drawing, Size size) {
    Canvas canvas = Canvas.of(size);
    canvas.text(0, 0, String.join(", ", drawing.notes(size.columns())), Role.HEADING);
    drawing.draw(canvas.part(canvas.area().below(1)));
    return canvas.frame();
  }

  private static Size size(String text) {
    String[] sides = text.split("x", -1);
    return new Size(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
  }

  @ParameterizedTest
  @MethodSource("charts")
  void drawsEveryChartAtEverySize(Map.Entry<String, Drawing> chart) {
    for (String size : SIZES) {
      Golden.check("chart/" + chart.getKey() + "-" + size, drawn(chart.getValue(), size(size)));
    }
  }

  @ParameterizedTest
  @MethodSource("charts")
  void survivesEverySmallSize(Map.Entry<String, Drawing> chart) {
    Canvas paper = Canvas.of(new Size(40, 20));
    for (int columns = 0; columns <= 40; columns++) {
      chart.getValue().notes(columns).forEach(note -> assertFalse(note.isBlank()));
      for (int rows : new int[] {0, 1, 2, 3, 4, 5, 9}) {
        chart.getValue().draw(paper.part(new Area(0, 0, columns, rows)));
      }
    }
  }

  private static String row(Drawing drawing, int columns) {
    Canvas canvas = Canvas.of(new Size(columns, 1));
    drawing.draw(canvas);
    return canvas.frame().text().getFirst();
  }

  private static String roles(Drawing drawing, int columns) {
    Canvas canvas = Canvas.of(new Size(columns, 1));
    drawing.draw(canvas);
    return canvas.frame().roles().getFirst();
  }

  @Test
  void tellsNothingFromTheUnknown() {
    Drawing line = sparkline(1, 0, 4, -3, 8, 1_000);

    assertEquals("▁_▁?▁█", row(line, 6));
    assertEquals("$m$w$$", roles(line, 6));
    assertEquals(List.of("USD", "max <$0.0001", "3 unpriced"), line.notes(6));
    assertEquals(List.of("USD", "max $0.00"), sparkline(0).notes(9));
  }

  @Test
  void keepsTheNewestWhereTheOldestHaveNoRoom() {
    assertEquals("▄█", row(sparkline(9_999, 5, 10), 2));
    assertEquals("▄▄▄███", row(sparkline(5, 10), 8));
  }

  @Test
  void drawsWhatIsHugeOrNothingAtAll() {
    assertEquals("▄█", row(sparkline(Long.MAX_VALUE / 2, Long.MAX_VALUE), 2));
    assertEquals("__", row(sparkline(0, 0), 2));
    assertEquals("", row(sparkline(), 2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          10 | 6.1 | 0 | 0    | ████████████░░░░┊░░┊  61 %
          10 | 3   | 2 | 1.05 | ████████████░░░░┊░░┊  60 %
          10 | 8.1 | 0 | 0    | ████████████████┊░░┊  81 %
          10 | 9.9 | 0 | 0    | ███████████████████┊  99 %
          10 | 10  | 0 | 0    | ████████████████████ 100 %
          10 | 132 | 0 | 0    | ███████████████████ 1320 %
          0  | 0   | 0 | 0    | ████████████████████ 100 %
          10 | 0   | 0 | 0    | ░░░░░░░░░░░░░░░░┊░░┊   0 %
          """)
  void fillsTheMeterOfABudget(
      String cap, String settled, String reserved, String atRisk, String shown) {
    assertEquals(shown, row(meter(cap, settled, reserved, atRisk), 26));
  }

  @Test
  void tellsTheSettledFromTheRunningAndFromWhatIsAtRisk() {
    assertEquals("ggggggrrrrwwmmmmmmmm  gggg", roles(meter("10", "3", "2", "1.05"), 26));
    assertEquals("bbbb", roles(meter("10", "12", "0", "0"), 5).substring(0, 4));
    assertEquals("120 %", row(meter("10", "12", "0", "0"), 5));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.010",
    "4.10, 5.00",
    "5.00, 5.00",
    "5.01, 10.00",
    "0.21, 0.50",
    "1700, 2k",
    "9000000000, 9.22G"
  })
  void roundsTheMaximumUp(String highest, String shown) {
    Scale scale = Measure.DOLLARS.scale(usd(highest).nanos());

    assertEquals(shown, Measure.DOLLARS.tick(scale.max(), scale));
  }

  @Test
  void writesNoAmountAsNothing() {
    assertEquals("$18.90", Measure.DOLLARS.figure(usd("18.896").nanos()));
    assertEquals("$0.0059", Measure.DOLLARS.figure(usd("0.0059").nanos()));
    assertEquals("<$0.0001", Measure.DOLLARS.figure(1));
    assertEquals("<$0.01", Measure.DOLLARS.figure(1, 2));
    assertEquals("$0.00", Measure.DOLLARS.figure(0));
    assertEquals("24.8", Measure.SECONDS.figure(24_811_000));
    assertEquals("0.005", Measure.SECONDS.figure(5_000));
    assertEquals("1,204", Measure.REQUESTS.figure(1_204));
  }

  @Test
  void choosesThePenByTheTerminal() {
    assertEquals(Pen.COLOURED, Pen.of(new Theme(Theme.Name.TERMINAL, Depth.SIXTEEN, false)));
    assertEquals(Pen.SHADED, Pen.of(new Theme(Theme.Name.TERMINAL, Depth.NONE, false)));
    assertEquals(Pen.ASCII, Pen.of(new Theme(Theme.Name.DARK, Depth.TRUE, true)));
  }

  @ParameterizedTest
  @EnumSource(
      value = Pen.class,
      names = {"SHADED", "ASCII"})
  void tellsSeriesApartWithoutColours(Pen pen) {
    assertEquals(
        CostSeries.OTHERS + 1L,
        IntStream.rangeClosed(0, CostSeries.OTHERS).mapToObj(pen::filled).distinct().count());
  }

  @Test
  void addsUpWhatADayWasSpentOnAndKeepsEveryDay() {
    Statistics statistics = statistics(30);
    List<Columns.Day> days = CostSeries.of(statistics).days(statistics, TODAY.minusDays(29), TODAY);

    assertEquals(30, days.size());
    long drawn = days.stream().mapToLong(day -> day.amount().known()).sum();
    long spent = statistics.days().stream().mapToLong(day -> day.totals().cost().nanos()).sum();
    assertEquals(spent, drawn);
    assertEquals(TODAY, days.getLast().date());
  }

  @Test
  void hasNoDayWhereTheLastIsBeforeTheFirst() {
    assertEquals(
        List.of(), CostSeries.of(statistics(3)).days(statistics(3), TODAY, TODAY.minusDays(1)));
  }

  @Test
  void showsNoControlCharactersOfNames() {
    Drawing bars =
        new Bars(
            "model",
            Measure.REQUESTS,
            List.of(new Bars.Bar("a\u001b[31m\nb", 1, Amount.of(1), 0)),
            Pen.COLOURED);

    assertEquals("a<U+001B>[31m b", row(bars, 40).substring(0, 15));
  }
}
