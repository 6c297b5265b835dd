package dev.easel.app.http;

import dev.easel.domain.cost.BudgetReport;
import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Pacing;
import dev.easel.domain.ledger.Query;
import dev.easel.domain.ledger.Statistics;
import dev.easel.domain.usecase.Studio;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// What the log, the budgets and the queue say at the time of looking: of all processes on the log,
/// and since its beginning.
final class StudioMeasurements implements MultiCollector {

  private final Studio studio;
  private final ModelLabels models;
  private final WorkInFlight inFlight;
  private final EventFeed feed;

  StudioMeasurements(Studio studio, ModelLabels models, WorkInFlight inFlight, EventFeed feed) {
    this.studio = studio;
    this.models = models;
    this.inFlight = inFlight;
    this.feed = feed;
  }

  @Override
  public MetricSnapshots collect() {
    Statistics everything = studio.log().statistics(Query.EVERYTHING);
    List<MetricSnapshot> all = new ArrayList<>();
    all.addAll(entries(everything.models()));
    all.addAll(money(everything));
    all.addAll(budgets(studio.reportBudget().reportOver(everything)));
    all.addAll(queue(studio.pacing().gates()));
    all.addAll(server());
    return new MetricSnapshots(all);
  }

  private List<MetricSnapshot> entries(List<Statistics.ModelLine> lines) {
    Figures states = new Figures();
    Figures unpriced = new Figures();
    for (Statistics.ModelLine line : lines) {
      Statistics.Totals totals = line.totals();
      String model = label(line);
      states.add(Labels.of("model", model, "state", "settled"), totals.successful());
      states.add(Labels.of("model", model, "state", "released"), totals.failed());
      states.add(Labels.of("model", model, "state", "unknown"), totals.unknown());
      states.add(Labels.of("model", model, "state", "reserved"), totals.running());
      unpriced.add(Labels.of("model", model), totals.unpriced());
    }
    return List.of(
        states.gauge("easel_entries", "Entries of the log."),
        unpriced.gauge("easel_unpriced_entries", "Entries of which no cost and no risk is known."));
  }

  private String label(Statistics.ModelLine line) {
    return models.of(line.model(), line.totals().successful() > 0);
  }

  private List<MetricSnapshot> money(Statistics everything) {
    Figures costs = new Figures();
    Figures risks = new Figures();
    for (Statistics.ModelLine line : everything.models()) {
      costs.add(Labels.of("model", label(line)), dollars(line.totals().cost()));
      risks.add(Labels.of("model", label(line)), dollars(line.totals().atRisk()));
    }
    Figures callers = new Figures();
    for (Statistics.CallerLine line : everything.callers()) {
      callers.add(Labels.of("caller", line.caller()), dollars(line.totals().cost()));
    }
    return List.of(
        costs.counter("easel_cost_usd", "What is known to have been spent."),
        risks.gauge("easel_at_risk_usd", "What may have been charged besides."),
        callers.counter("easel_caller_cost_usd", "What is known to have been spent, by caller."));
  }

  private static double dollars(Money money) {
    return money.usd().doubleValue();
  }

  private static List<MetricSnapshot> budgets(BudgetReport report) {
    List<BudgetReport.Line> lines =
        Stream.concat(Stream.of(report.day(), report.month()), report.callers().stream())
            .filter(Objects::nonNull)
            .toList();
    return List.of(
        of(lines, line -> dollars(line.committed().total()))
            .gauge("easel_budget_committed_usd", "What is committed in the period that runs."),
        of(capped(lines), StudioMeasurements::cap)
            .gauge("easel_budget_cap_usd", "What may be committed, raises included."),
        of(capped(lines), line -> line.standing().map(one -> dollars(one.left())).orElseThrow())
            .gauge("easel_budget_left_usd", "What may still be committed."));
  }

  private static List<BudgetReport.Line> capped(List<BudgetReport.Line> lines) {
    return lines.stream().filter(line -> line.standing().isPresent()).toList();
  }

  private static double cap(BudgetReport.Line line) {
    return line.standing().map(one -> dollars(one.limit().cap())).orElseThrow();
  }

  private static Figures of(
      List<BudgetReport.Line> lines, ToDoubleFunction<BudgetReport.Line> figure) {
    Figures figures = new Figures();
    for (BudgetReport.Line line : lines) {
      String caller = Objects.requireNonNullElse(line.caller(), "");
      figures.add(
          Labels.of("period", line.period().word(), "caller", caller), figure.applyAsDouble(line));
    }
    return figures;
  }

  private static List<MetricSnapshot> queue(List<Pacing.Gate> gates) {
    Figures waiting = new Figures();
    Figures running = new Figures();
    for (Pacing.Gate gate : gates) {
      Labels provider = Labels.of("provider", gate.provider());
      waiting.add(provider, gate.waiting().size());
      running.add(provider, gate.running());
    }
    return List.of(
        waiting.gauge("easel_queue_length", "Requests of this process that wait to be sent."),
        running.gauge("easel_calls_running", "Calls of this process that are under way."));
  }

  private List<MetricSnapshot> server() {
    return List.of(
        one(inFlight.count())
            .gauge("easel_requests_in_flight", "Requests for pictures that have not ended."),
        one(feed.count()).gauge("easel_event_listeners", "Streams of events that are open."),
        one(studio.background().count())
            .gauge("easel_unfinished_entries", "Ends that could not be written yet."));
  }

  private static Figures one(double figure) {
    Figures figures = new Figures();
    figures.add(Labels.EMPTY, figure);
    return figures;
  }

  /// Figures by labels; those of the same labels are added up.
  private static final class Figures {
    private final Map<Labels, Double> values = new TreeMap<>();

    void add(Labels labels, double figure) {
      values.merge(labels, figure, Double::sum);
    }

    void add(Labels labels, long count) {
      add(labels, (double) count);
    }

    MetricSnapshot gauge(String name, String help) {
      GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(name).help(help);
      values.forEach((labels, value) ->
          gauge.dataPoint(new GaugeSnapshot.GaugeDataPointSnapshot(value, labels, null)));
      return gauge.build();
    }

    MetricSnapshot counter(String name, String help) {
      CounterSnapshot.Builder counter = CounterSnapshot.builder().name(name).help(help);
      values.forEach((labels, value) ->
          counter.dataPoint(new CounterSnapshot.CounterDataPointSnapshot(value, labels, null, 0)));
      return counter.build();
    }
  }
}
