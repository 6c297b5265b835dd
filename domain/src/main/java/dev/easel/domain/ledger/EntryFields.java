package dev.easel.domain.ledger;

import dev.easel.domain.cost.Cost;
import dev.easel.domain.cost.CostLine;
import dev.easel.domain.cost.LineClass;
import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The one map from an entry to the names and plain values that log lines, answers and exports use:
/// the demo server's fields first, then Easel's. [EntryReading] is the way back.
public final class EntryFields {

  /// The version of the shape, in the field `v`.
  public static final long VERSION = 1;

  /// What `parameters` always names, with null where nothing was asked for.
  static final List<String> ALWAYS_NAMED = List.of("size", "quality", "steps", "seed", "n");

  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private EntryFields() {}

  /// The fields of an entry.
  public static Fields of(Entry entry) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    demo(entry, fields);
    identity(entry, fields);
    exchange(entry, fields);
    fields.put("code", entry.code());
    fields.put("star", entry.star());
    fields.put("tags", List.copyOf(entry.tags()));
    fields.put("hash", entry.hash());
    fields.putAll(entry.foreign().asMap());
    return Fields.of(fields);
  }

  private static void demo(Entry entry, Map<String, @Nullable Object> fields) {
    fields.put("timestamp", time(entry.timestamp()));
    fields.put("model", entry.model());
    fields.put("prompt", entry.prompt());
    fields.put("parameters", parameters(entry.requested()));
    fields.put("latency_ms", millis(entry.latencyMicros()));
    fields.put("cost_estimate_usd", usd(entry.cost().amount()));
    fields.put("success", entry.finished() ? entry.state() == EntryState.SETTLED : null);
    fields.put("error", entry.error());
    fields.put("image_url", entry.imageUrl().orElse(null));
  }

  private static void identity(Entry entry, Map<String, @Nullable Object> fields) {
    fields.put("v", VERSION);
    fields.put("id", entry.id().toString());
    fields.put("state", entry.state().word());
    fields.put("operation", entry.operation().name().toLowerCase(Locale.ROOT));
    fields.put("provider", entry.provider());
    fields.put("caller", entry.caller());
    fields.put("inputs", entry.inputs().stream().map(EntryFields::input).toList());
  }

  private static void exchange(Entry entry, Map<String, @Nullable Object> fields) {
    fields.put("sent", entry.sent());
    fields.put("actual", entry.actual());
    fields.put("usage", entry.usage());
    fields.put("cost", cost(entry.cost()));
    fields.put("at_risk_usd", usd(entry.atRisk()));
    fields.put("images", entry.images().stream().map(EntryFields::picture).toList());
    fields.put("revised_prompt", entry.revisedPrompt());
    fields.put("request_id", entry.requestId());
    fields.put("attempts", entry.attempts().stream().map(EntryFields::attempt).toList());
  }

  private static Fields parameters(Fields requested) {
    Fields named = Fields.NONE;
    for (String name : ALWAYS_NAMED) {
      named = named.with(name, requested.get(name));
    }
    return named.plus(requested);
  }

  private static Fields input(Input input) {
    return Fields.NONE
        .with("role", input.role())
        .with("name", input.name())
        .with("sha256", input.sha256())
        .with("bytes", input.bytes());
  }

  /// The fields of a cost.
  public static Fields cost(Cost cost) {
    return Fields.NONE
        .with("usd", usd(cost.amount()))
        .with("basis", cost.basis().word())
        .with("price_book", cost.priceBook())
        .with("lines", cost.lines().stream().map(EntryFields::line).toList());
  }

  /// The fields of a line of a cost.
  public static Fields line(CostLine line) {
    String unit = line.lineClass() == LineClass.PER_IMAGE ? "images" : "tokens";
    return Fields.NONE
        .with("class", line.lineClass().word())
        .with(line.per() == 1 ? "images" : unit, line.quantity())
        .with("rate_usd", line.rate().usd())
        .with("per", line.per())
        .with("usd", line.amount().usd())
        .with("source", line.source())
        .with("assumed", line.assumed());
  }

  private static Fields picture(StoredPicture picture) {
    return Fields.NONE
        .with("sha256", picture.sha256())
        .with("format", picture.format())
        .with("bytes", picture.bytes())
        .with("width", picture.width())
        .with("height", picture.height())
        .with("provider_url", picture.providerUrl());
  }

  private static Fields attempt(Attempt attempt) {
    return Fields.NONE
        .with("at", time(attempt.at()))
        .with("code", attempt.code())
        .with("status", attempt.status())
        .with("message", attempt.message())
        .with("wait_ms", attempt.waitMillis());
  }

  /// A moment in UTC, to the millisecond, or to the microsecond where it has any.
  public static String time(Instant instant) {
    boolean whole = instant.get(ChronoField.MICRO_OF_SECOND) % 1_000 == 0;
    return (whole ? MILLIS : MICROS).format(instant);
  }

  /// Microseconds as decimal milliseconds; null stays null.
  public static @Nullable BigDecimal millis(@Nullable Long micros) {
    if (micros == null) {
      return null;
    }
    BigDecimal millis = BigDecimal.valueOf(micros, 3).stripTrailingZeros();
    return millis.scale() < 0 ? millis.setScale(0) : millis;
  }

  /// Dollars as a decimal number; null stays null.
  public static @Nullable BigDecimal usd(@Nullable Money money) {
    return money == null ? null : money.usd();
  }
}
