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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// The one map from an entry to the names and plain values that log lines, answers and exports use:
/// the demo server's fields first, then Easel's. [EntryReading] is the way back.
public final class EntryFields {

  /// The version of the shape, in the field `v`.
  public static final long VERSION = 1;

  /// The name of the field that holds the hash.
  static final String HASH = "hash";

  private static final int MOST_FIELDS = 40;

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
    return Fields.of(all(entry));
  }

  /// The same as a JSON object on one line: what a log's line is.
  public static String line(Entry entry) {
    return Json.write(all(entry));
  }

  private static Map<String, @Nullable Object> all(Entry entry) {
    Map<String, @Nullable Object> fields = known(entry);
    fields.putAll(entry.foreign().asMap());
    return fields;
  }

  /// The fields that Easel knows.
  static Map<String, @Nullable Object> known(Entry entry) {
    Map<String, @Nullable Object> fields = LinkedHashMap.newLinkedHashMap(MOST_FIELDS);
    demo(entry, fields);
    identity(entry, fields);
    exchange(entry, fields);
    fields.put("code", entry.code());
    fields.put("star", entry.star());
    fields.put("tags", List.copyOf(entry.tags()));
    fields.put(HASH, entry.hash());
    return fields;
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
    if (entry.promptWithheld()) {
      fields.put("prompt_withheld", true);
    }
    fields.put("inputs", each(entry.inputs(), EntryFields::input));
  }

  private static void exchange(Entry entry, Map<String, @Nullable Object> fields) {
    fields.put("sent", entry.sent());
    fields.put("actual", entry.actual());
    fields.put("usage", entry.usage());
    fields.put("cost", named(entry.cost()));
    fields.put("at_risk_usd", usd(entry.atRisk()));
    fields.put("images", each(entry.images(), EntryFields::picture));
    fields.put("revised_prompt", entry.revisedPrompt());
    fields.put("request_id", entry.requestId());
    fields.put("attempts", each(entry.attempts(), EntryFields::named));
    if (entry.answer() != null) {
      fields.put("answer", EnvelopeFields.of(entry.answer()));
    }
  }

  private static <T> List<Map<String, @Nullable Object>> each(
      List<T> things, Function<T, Map<String, @Nullable Object>> named) {
    List<Map<String, @Nullable Object>> all = new ArrayList<>(things.size());
    for (T thing : things) {
      all.add(named.apply(thing));
    }
    return all;
  }

  private static Map<String, @Nullable Object> parameters(Fields requested) {
    Map<String, @Nullable Object> named = new LinkedHashMap<>();
    ALWAYS_NAMED.forEach(name -> named.put(name, null));
    named.putAll(requested.asMap());
    return named;
  }

  private static Map<String, @Nullable Object> input(Input input) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("role", input.role());
    fields.put("name", input.name());
    fields.put("sha256", input.sha256());
    fields.put("bytes", input.bytes());
    return fields;
  }

  /// The fields of a cost.
  public static Fields cost(Cost cost) {
    return Fields.of(named(cost));
  }

  private static Map<String, @Nullable Object> named(Cost cost) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("usd", usd(cost.amount()));
    fields.put("basis", cost.basis().word());
    fields.put("price_book", cost.priceBook());
    fields.put("lines", each(cost.lines(), EntryFields::named));
    return fields;
  }

  /// The fields of a line of a cost.
  public static Fields line(CostLine line) {
    return Fields.of(named(line));
  }

  private static Map<String, @Nullable Object> named(CostLine line) {
    boolean pictures = line.lineClass() == LineClass.PER_IMAGE;
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("class", line.lineClass().word());
    fields.put(pictures ? "images" : "tokens", line.quantity());
    fields.put("rate_usd", line.rate().usd());
    fields.put("per", line.per());
    fields.put("usd", line.amount().usd());
    fields.put("source", line.source());
    fields.put("assumed", line.assumed());
    return fields;
  }

  private static Map<String, @Nullable Object> picture(StoredPicture picture) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("sha256", picture.sha256());
    fields.put("format", picture.format());
    fields.put("bytes", picture.bytes());
    fields.put("width", picture.width());
    fields.put("height", picture.height());
    fields.put("provider_url", picture.providerUrl());
    return fields;
  }

  /// The fields of an attempt; `queued_ms` only where it had waited for its turn.
  public static Fields attempt(Attempt attempt) {
    return Fields.of(named(attempt));
  }

  private static Map<String, @Nullable Object> named(Attempt attempt) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("at", time(attempt.at()));
    fields.put("code", attempt.code());
    fields.put("status", attempt.status());
    fields.put("message", attempt.message());
    fields.put("wait_ms", attempt.waitMillis());
    if (attempt.queuedMillis() != null) {
      fields.put("queued_ms", attempt.queuedMillis());
    }
    return fields;
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
