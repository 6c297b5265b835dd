package dev.easel.domain.ledger;

import dev.easel.domain.cost.Cost;
import dev.easel.domain.cost.CostBasis;
import dev.easel.domain.cost.CostLine;
import dev.easel.domain.cost.LineClass;
import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Operation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/// Reads an entry from the fields that [EntryFields] or the demo server wrote.
public final class EntryReading {

  /// Text or fields that are no entry of a version that this Easel knows.
  public static final class NotAnEntry extends Exception {
    private static final long serialVersionUID = 1L;

    /// A refusal to read.
    ///
    /// @param message one sentence that says why
    public NotAnEntry(String message) {
      super(message);
    }
  }

  private final Fields fields;
  private final Fields foreign;

  private EntryReading(Fields line) {
    this.fields = ReadableFields.of(line);
    this.foreign = ReadableFields.foreign(line);
  }

  /// Reads an entry. What it does not understand stays in [Entry#foreign].
  ///
  /// @param zone the zone of a timestamp that names none
  /// @param identify gives the id of a line that has none, from its moment
  public static Entry read(Fields fields, ZoneId zone, Function<Instant, EntryId> identify)
      throws NotAnEntry {
    EntryReading reading = new EntryReading(fields);
    long version = reading.fields.whole("v").orElse(EntryFields.VERSION);
    if (version > EntryFields.VERSION) {
      throw new NotAnEntry("a newer Easel wrote it (v " + version + ")");
    }
    try {
      Instant timestamp = reading.timestamp(zone);
      return reading.entry(timestamp, reading.id(timestamp, identify));
    } catch (DateTimeException | IllegalArgumentException | ArithmeticException _) {
      throw new NotAnEntry("its cost, images, inputs or attempts cannot be read");
    }
  }

  private Entry entry(Instant timestamp, EntryId id) throws NotAnEntry {
    EntryState state = state();
    return new Entry(
        id,
        timestamp,
        state,
        "edit".equals(textOrNull("operation")) ? Operation.EDIT : Operation.GENERATE,
        fields.text("provider").orElse("openai"),
        required("model"),
        fields.text("prompt").orElse(""),
        fields.has("prompt_withheld"),
        fields.fields("parameters").withoutNulls(),
        fields.list("inputs").stream().map(EntryReading::input).toList(),
        fields.fields("sent"),
        fields.fields("actual"),
        fields.decimal("latency_ms").map(EntryReading::micros).orElse(null),
        cost(state),
        money(fields, "at_risk_usd"),
        fields.get("usage") == null ? null : fields.fields("usage"),
        images(),
        textOrNull("revised_prompt"),
        textOrNull("request_id"),
        attempts(),
        fields.get("answer") == null ? null : EnvelopeFields.read(fields.fields("answer")),
        textOrNull("code"),
        textOrNull("error"),
        textOrNull("caller"),
        fields.flag("star").orElse(false),
        tags(),
        foreign,
        textOrNull("hash"));
  }

  private Instant timestamp(ZoneId zone) throws NotAnEntry {
    return TimestampReading.read(required("timestamp"), zone)
        .orElseThrow(() -> new NotAnEntry("its timestamp is no time"));
  }

  private EntryId id(Instant timestamp, Function<Instant, EntryId> identify) throws NotAnEntry {
    if (fields.get("id") == null) {
      return identify.apply(timestamp);
    }
    return EntryId.parse(required("id")).orElseThrow(() -> new NotAnEntry("its id is no UUID"));
  }

  private EntryState state() throws NotAnEntry {
    if (fields.get("state") != null) {
      return EntryState.named(required("state"))
          .orElseThrow(() -> new NotAnEntry("its state is not known"));
    }
    boolean success =
        fields.flag("success").orElseThrow(() -> new NotAnEntry("it does not say success"));
    return success ? EntryState.SETTLED : EntryState.RELEASED;
  }

  private Cost cost(EntryState state) {
    if (fields.get("cost") != null) {
      return cost(fields.fields("cost"));
    }
    if (state == EntryState.RELEASED) {
      return Cost.NONE;
    }
    Money logged = money(fields, "cost_estimate_usd");
    return logged == null ? Cost.UNKNOWN : Cost.of(logged, CostBasis.AS_LOGGED);
  }

  private static Cost cost(Fields cost) {
    return new Cost(
        money(cost, "usd"),
        CostBasis.of(cost.text("basis").orElse("unknown")),
        cost.list("lines").stream().map(EntryReading::line).toList(),
        cost.text("price_book").orElse(null));
  }

  private static CostLine line(Fields line) {
    return new CostLine(
        LineClass.of(line.text("class").orElse("")),
        line.whole("tokens").orElseGet(() -> line.whole("images").orElse(0)),
        usd(line, "rate_usd"),
        line.whole("per").orElse(1),
        usd(line, "usd"),
        line.text("source").orElse(""),
        line.flag("assumed").orElse(false));
  }

  private List<StoredPicture> images() {
    if (fields.get("images") == null) {
      return fields.text("image_url").map(StoredPicture::elsewhere).stream().toList();
    }
    return fields.list("images").stream().map(EntryReading::picture).toList();
  }

  private static StoredPicture picture(Fields picture) {
    return new StoredPicture(
        picture.text("sha256").orElse(null),
        picture.text("format").orElse(null),
        number(picture, "bytes"),
        edge(picture, "width"),
        edge(picture, "height"),
        picture.text("provider_url").orElse(null));
  }

  private static @Nullable Integer edge(Fields picture, String name) {
    Long edge = number(picture, name);
    return edge == null ? null : Math.toIntExact(edge);
  }

  private static @Nullable Long number(Fields fields, String name) {
    return fields.whole(name).isPresent() ? fields.whole(name).getAsLong() : null;
  }

  private static Input input(Fields input) {
    return new Input(
        input.text("role").orElse(""),
        input.text("name").orElse(""),
        input.text("sha256").orElse(""),
        input.whole("bytes").orElse(0));
  }

  private List<Attempt> attempts() {
    return fields.list("attempts").stream().map(EntryReading::attempt).toList();
  }

  /// Reads an attempt from the fields that [EntryFields] wrote.
  ///
  /// @throws DateTimeException when it has no readable time
  public static Attempt attempt(Fields attempt) {
    Long status = number(attempt, "status");
    return new Attempt(
        Instant.parse(attempt.text("at").orElse("")),
        attempt.text("code").orElse(null),
        status == null ? null : Math.toIntExact(status),
        attempt.text("message").orElse(null),
        number(attempt, "wait_ms"),
        number(attempt, "queued_ms"));
  }

  private NavigableSet<String> tags() {
    NavigableSet<String> tags = new TreeSet<>();
    switch (fields.get("tags")) {
      case List<?> list ->
          list.stream().filter(Objects::nonNull).map(String::valueOf).forEach(tags::add);
      case String tag -> tags.add(tag);
      case null, default -> {}
    }
    return tags;
  }

  private String required(String name) throws NotAnEntry {
    return fields.text(name).orElseThrow(() -> new NotAnEntry("it has no " + name));
  }

  private @Nullable String textOrNull(String name) {
    return fields.text(name).orElse(null);
  }

  private static long micros(BigDecimal millis) {
    // Rounding 1e-999999999 would need a thousand million digits.
    boolean nothing = (long) millis.precision() - millis.scale() < -3;
    BigDecimal micros = nothing ? BigDecimal.ZERO : millis.movePointRight(3);
    return micros.setScale(0, RoundingMode.HALF_UP).longValueExact();
  }

  private static Money usd(Fields fields, String name) {
    return Optional.ofNullable(money(fields, name)).orElse(Money.ZERO);
  }

  private static @Nullable Money money(Fields fields, String name) {
    Money money = fields.decimal(name).map(Money::ofUsd).orElse(null);
    if (money != null && money.compareTo(Money.ZERO) < 0) {
      throw new IllegalArgumentException("nothing costs less than nothing");
    }
    return money;
  }
}
