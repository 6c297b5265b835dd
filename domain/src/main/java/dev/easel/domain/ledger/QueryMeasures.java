package dev.easel.domain.ledger;

import dev.easel.domain.ledger.Condition.Measure;
import dev.easel.domain.ledger.QueryParser.Relation;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the values of fields that are measured.
final class QueryMeasures {

  private static final String DECIMAL = "(\\d{1,15}(?:\\.\\d{1,15})?|\\.\\d{1,15})";
  private static final Pattern DOLLARS = Pattern.compile("\\$?" + DECIMAL);
  private static final Pattern DURATION = Pattern.compile(DECIMAL + "(ms|s|m|h|)");
  private static final int NANO = 9;
  private static final Map<String, Long> MICROS =
      Map.of("", 1_000L, "ms", 1_000L, "s", 1_000_000L, "m", 60_000_000L, "h", 3_600_000_000L);

  private final QueryTimes times;

  QueryMeasures(QueryTimes times) {
    this.times = times;
  }

  /// The condition that a measure is `value`: a figure, a range, `none`, or `*` for any.
  Condition condition(Measure measure, QueryWord value) {
    Condition absent = new Condition.Absent(new Condition.Either.Measured(measure));
    if (measure != Measure.TIME && (value.isBare("none") || value.isBare("unknown"))) {
      return absent;
    }
    if (value.isBare("*")) {
      return new Condition.Not(absent);
    }
    int dots = value.findDots();
    return dots < 0
        ? span(measure, value).within(measure, Relation.IS)
        : range(measure, value, dots);
  }

  private Condition range(Measure measure, QueryWord value, int dots) {
    QueryWord from = value.until(dots);
    QueryWord to = value.from(dots + 2);
    if (from.isEmpty() && to.isEmpty()) {
      throw value.problem("is a range from nothing to nothing; write from..to");
    }
    Long low = from.isEmpty() ? null : (Long) span(measure, from).low();
    Long high = to.isEmpty() ? null : (Long) span(measure, to).high();
    if (low != null && high != null && low > high) {
      throw value.problem("ends before it begins; write the lower end first");
    }
    return new Condition.Within(measure, low, high);
  }

  /// What a single value means.
  QuerySpan span(Measure measure, QueryWord value) {
    String text = value.text().toLowerCase(Locale.ROOT);
    return switch (measure) {
      case COST ->
          dollars(text)
              .orElseThrow(() -> value.problem("is no amount of dollars; write one such as 0.05"));
      case LATENCY ->
          duration(text)
              .orElseThrow(
                  () -> value.problem("is no duration; write one such as 500ms, 10s or 2m"));
      case TIME ->
          times
              .read(text)
              .orElseThrow(() ->
                  value.problem(
                      "is no time; write one such as 2026-11-23, 2026-11-23T10:30,"
                          + " 2026-11, today, yesterday, 7d or 12h"));
    };
  }

  private static Optional<QuerySpan> dollars(String text) {
    Matcher matcher = DOLLARS.matcher(text);
    return matcher.matches()
        ? Optional.of(QuerySpan.of(new BigDecimal(matcher.group(1)).movePointRight(NANO)))
        : Optional.empty();
  }

  private static Optional<QuerySpan> duration(String text) {
    Matcher matcher = DURATION.matcher(text);
    Long unit = matcher.matches() ? MICROS.get(matcher.group(2)) : null;
    return unit == null
        ? Optional.empty()
        : Optional.of(
            QuerySpan.of(new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit))));
  }
}
