package dev.easel.domain.ledger;

import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// The one map from statistics to the names and plain values of answers: the demo server's fields
/// first, then Easel's. Milliseconds and dollars are decimal numbers, null where not known.
public final class StatisticsFields {

  private StatisticsFields() {}

  /// The fields of statistics.
  public static Fields of(Statistics statistics) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    totals(statistics.totals(), fields);
    latency(statistics.latency(), fields);
    // Readers of the demo server's answer take this one for a number even when nothing has ended.
    fields.computeIfAbsent("avg_latency_ms", _ -> BigDecimal.ZERO);
    fields.put("by_model", list(statistics.models(), StatisticsFields::model));
    fields.put("by_day", list(statistics.days(), StatisticsFields::day));
    fields.put("by_size_quality", list(statistics.shapes(), StatisticsFields::shape));
    fields.put("by_caller", list(statistics.callers(), StatisticsFields::caller));
    fields.put("by_code", list(statistics.codes(), StatisticsFields::code));
    fields.put("latency_histogram", list(statistics.histogram(), StatisticsFields::bucket));
    fields.put("scanned", statistics.coverage().scanned());
    fields.put("complete", statistics.coverage().complete());
    return Fields.of(fields);
  }

  private static void totals(Statistics.Totals totals, Map<String, @Nullable Object> fields) {
    fields.put("total_requests", totals.requests());
    fields.put("successful", totals.successful());
    fields.put("failed", totals.failed());
    fields.put("unknown", totals.unknown());
    fields.put("running", totals.running());
    fields.put("total_cost_estimate_usd", totals.cost().usd());
    fields.put("at_risk_usd", totals.atRisk().usd());
    fields.put("unpriced", totals.unpriced());
  }

  private static void latency(Statistics.Latency latency, Map<String, @Nullable Object> fields) {
    fields.put("avg_latency_ms", EntryFields.millis(latency.average()));
    fields.put("p50_ms", EntryFields.millis(latency.p50()));
    fields.put("p90_ms", EntryFields.millis(latency.p90()));
    fields.put("p95_ms", EntryFields.millis(latency.p95()));
    fields.put("p99_ms", EntryFields.millis(latency.p99()));
  }

  private static <T> List<Map<String, @Nullable Object>> list(
      List<T> lines, Function<T, Map<String, @Nullable Object>> fields) {
    return lines.stream().map(fields).toList();
  }

  private static Map<String, @Nullable Object> model(Statistics.ModelLine line) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("model", line.model());
    totals(line.totals(), fields);
    latency(line.latency(), fields);
    return fields;
  }

  private static Map<String, @Nullable Object> day(Statistics.DayLine line) {
    Map<String, @Nullable Object> costs = new TreeMap<>();
    line.costs().forEach((model, cost) -> costs.put(model, cost.usd()));
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("day", line.day().toString());
    totals(line.totals(), fields);
    fields.put("cost_by_model_usd", costs);
    return fields;
  }

  private static Map<String, @Nullable Object> shape(Statistics.ShapeLine line) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("model", line.model());
    fields.put("size", nullIfEmpty(line.size()));
    fields.put("quality", nullIfEmpty(line.quality()));
    fields.put("total_requests", line.requests());
    fields.put("total_cost_estimate_usd", line.cost().usd());
    return fields;
  }

  private static Map<String, @Nullable Object> caller(Statistics.CallerLine line) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("caller", nullIfEmpty(line.caller()));
    totals(line.totals(), fields);
    return fields;
  }

  private static Map<String, @Nullable Object> code(Statistics.CodeLine line) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("code", line.code());
    fields.put("total_requests", line.requests());
    return fields;
  }

  private static Map<String, @Nullable Object> bucket(Statistics.Bucket bucket) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("from_ms", EntryFields.millis(bucket.from()));
    fields.put("to_ms", EntryFields.millis(bucket.to()));
    fields.put("total_requests", bucket.requests());
    return fields;
  }

  private static @Nullable String nullIfEmpty(String text) {
    return text.isEmpty() ? null : text;
  }
}
