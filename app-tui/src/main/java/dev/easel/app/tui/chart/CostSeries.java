package dev.easel.app.tui.chart;

import dev.easel.domain.cost.Money;
import dev.easel.domain.ledger.Statistics;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What was spent, by model: the five on which most was spent each have a colour of their own, in
/// every chart the same, and all others share one. Immutable.
///
/// @param models the five, most first
/// @param others the others, most first
public record CostSeries(List<Statistics.ModelLine> models, List<Statistics.ModelLine> others) {

  /// The number of the colour of all others.
  public static final int OTHERS = 5;

  /// Copies the lists.
  public CostSeries {
    models = List.copyOf(models);
    others = List.copyOf(others);
  }

  /// The series of some statistics.
  public static CostSeries of(Statistics statistics) {
    List<Statistics.ModelLine> sorted = new ArrayList<>(statistics.models());
    sorted.sort(
        Comparator.comparing((Statistics.ModelLine line) -> line.totals().cost())
            .thenComparingLong(line -> line.totals().requests())
            .reversed()
            .thenComparing(Statistics.ModelLine::model));
    int first = Math.min(OTHERS, sorted.size());
    return new CostSeries(sorted.subList(0, first), sorted.subList(first, sorted.size()));
  }

  /// A bar for each model of which a request has ended, most first.
  public List<Bars.Bar> bars() {
    return Stream.concat(models.stream(), others.stream())
        .filter(line -> line.totals().requests() > 0)
        .map(line -> new Bars.Bar(line.model(), requests(line), amount(line), number(line.model())))
        .toList();
  }

  /// The number of the colour of a model.
  public int number(String model) {
    List<String> names = models.stream().map(Statistics.ModelLine::model).toList();
    int number = names.indexOf(model);
    return number < 0 ? OTHERS : number;
  }

  /// A legend entry for each series that there is.
  public List<Legend.Item> legend() {
    List<Legend.Item> items =
        new ArrayList<>(
            models.stream().map(line -> new Legend.Item(line.model(), amount(line))).toList());
    if (!others.isEmpty()) {
      Amount sum = others.stream().map(CostSeries::amount).reduce(Amount.NONE, Amount::plus);
      items.add(new Legend.Item(others.size() + " others", sum));
    }
    return items;
  }

  /// A column for each day, days without a request included.
  ///
  /// @param first the first day
  /// @param last the last day, included; before the first there is none
  public List<Columns.Day> days(Statistics statistics, LocalDate first, LocalDate last) {
    Map<LocalDate, Statistics.DayLine> lines =
        statistics.days().stream().collect(Collectors.toMap(Statistics.DayLine::day, line -> line));
    return first
        .datesUntil(last.isBefore(first) ? first : last.plusDays(1))
        .map(day -> lines.containsKey(day) ? day(lines.get(day)) : emptyDay(day))
        .toList();
  }

  private static long requests(Statistics.ModelLine line) {
    return line.totals().requests();
  }

  private static Amount amount(Statistics.ModelLine line) {
    return new Amount(line.totals().cost().nanos(), line.totals().unpriced());
  }

  private Columns.Day day(Statistics.DayLine line) {
    long[] parts = new long[OTHERS + 1];
    line.costs().forEach((model, cost) -> add(parts, number(model), cost));
    return new Columns.Day(line.day(), boxed(parts), line.totals().unpriced());
  }

  private static void add(long[] parts, int number, Money cost) {
    parts[number] = Amount.sum(parts[number], cost.nanos());
  }

  private static Columns.Day emptyDay(LocalDate day) {
    return new Columns.Day(day, boxed(new long[OTHERS + 1]), 0);
  }

  private static List<Long> boxed(long[] parts) {
    return Arrays.stream(parts).boxed().toList();
  }
}
