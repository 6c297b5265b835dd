package dev.easel.domain.ledger;

import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which fields of a log line Easel reads, and which values it can make sense of there. All others
/// are foreign and kept as they are: another program's fields, text where a number belongs, and, in
/// a line without Easel's `v`, an amount that nobody has ever paid.
final class ReadableFields {

  /// What a value has to be.
  private enum Kind {
    TEXT,
    FLAG,
    TRUE,
    WHOLE,
    OPERATION,
    DOLLARS,
    MILLISECONDS,
    OBJECT,
    OBJECTS,
    ANSWER,
    /// Star and tags: users change them, and what stood there must not come back over a change.
    ANYTHING;

    boolean has(Object value, boolean ours) {
      return switch (this) {
        case TEXT -> value instanceof String;
        case FLAG -> value instanceof Boolean;
        case TRUE -> Boolean.TRUE.equals(value);
        case WHOLE -> value instanceof Long;
        case OPERATION -> value.equals("generate") || value.equals("edit");
        case DOLLARS -> isBetweenZeroAnd(ours ? MOST_DOLLARS : DEAREST, value);
        case MILLISECONDS -> isBetweenZeroAnd(ours ? MOST_MILLISECONDS : SLOWEST, value);
        case OBJECT -> value instanceof Map;
        case OBJECTS ->
            value instanceof List<?> list && list.stream().allMatch(Map.class::isInstance);
        case ANSWER -> value instanceof Map<?, ?> map && EnvelopeFields.areThose(map);
        case ANYTHING -> true;
      };
    }
  }

  private static final BigDecimal DEAREST = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal SLOWEST = BigDecimal.valueOf(1_000_000_000);
  private static final BigDecimal MOST_DOLLARS = new Money(Long.MAX_VALUE).usd();
  private static final BigDecimal MOST_MILLISECONDS = BigDecimal.valueOf(Long.MAX_VALUE, 3);

  private static final Map<String, Kind> KNOWN =
      Map.ofEntries(
          Map.entry("timestamp", Kind.TEXT),
          Map.entry("model", Kind.TEXT),
          Map.entry("prompt", Kind.TEXT),
          Map.entry("prompt_withheld", Kind.TRUE),
          Map.entry("parameters", Kind.OBJECT),
          Map.entry("latency_ms", Kind.MILLISECONDS),
          Map.entry("cost_estimate_usd", Kind.DOLLARS),
          Map.entry("success", Kind.FLAG),
          Map.entry("error", Kind.TEXT),
          Map.entry("image_url", Kind.TEXT),
          Map.entry("v", Kind.WHOLE),
          Map.entry("id", Kind.TEXT),
          Map.entry("state", Kind.TEXT),
          Map.entry("operation", Kind.OPERATION),
          Map.entry("provider", Kind.TEXT),
          Map.entry("caller", Kind.TEXT),
          Map.entry("inputs", Kind.OBJECTS),
          Map.entry("sent", Kind.OBJECT),
          Map.entry("actual", Kind.OBJECT),
          Map.entry("usage", Kind.OBJECT),
          Map.entry("cost", Kind.OBJECT),
          Map.entry("at_risk_usd", Kind.DOLLARS),
          Map.entry("images", Kind.OBJECTS),
          Map.entry("revised_prompt", Kind.TEXT),
          Map.entry("request_id", Kind.TEXT),
          Map.entry("attempts", Kind.OBJECTS),
          Map.entry("answer", Kind.ANSWER),
          Map.entry("code", Kind.TEXT),
          Map.entry("star", Kind.ANYTHING),
          Map.entry("tags", Kind.ANYTHING),
          Map.entry("hash", Kind.TEXT));

  private ReadableFields() {}

  private static boolean isBetweenZeroAnd(BigDecimal most, Object value) {
    BigDecimal number =
        switch (value) {
          case Long whole -> BigDecimal.valueOf(whole);
          case BigDecimal decimal -> decimal;
          default -> BigDecimal.ONE.negate();
        };
    return number.signum() >= 0 && number.compareTo(most) <= 0;
  }

  /// The fields that can be read.
  static Fields of(Fields line) {
    return part(line, true);
  }

  /// All other fields.
  static Fields foreign(Fields line) {
    return part(line, false);
  }

  private static Fields part(Fields line, boolean readable) {
    boolean ours = line.get("v") instanceof Long;
    Map<String, @Nullable Object> part = new LinkedHashMap<>();
    line.asMap()
        .forEach((name, value) -> {
          if (isReadable(name, value, ours) == readable) {
            part.put(name, value);
          }
        });
    return Fields.of(part);
  }

  private static boolean isReadable(String name, @Nullable Object value, boolean ours) {
    Kind kind = KNOWN.get(name);
    boolean empty = value == null && kind != Kind.TRUE;
    return kind != null && (empty || (value != null && kind.has(value, ours)));
  }
}
