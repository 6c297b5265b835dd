package dev.easel.adapter.persistence;

import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Operation;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryFields;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.EntryState;
import dev.easel.domain.ledger.StoredPicture;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

/// Reads of a line what searches, sums and the index look at, several times faster than all of it.
/// What it reads is equal to what [dev.easel.domain.ledger.EntryReading] reads; where it is not
/// sure of that, it reads nothing. One for each line.
final class JsonlGist {

  private static final int MILLIS_DECIMALS = 3;
  private static final long SLOWEST_MICROS = 1_000_000_000_000L;
  private static final long LARGEST_EDGE = 1_000_000;

  private final JsonlTokenStream tokens;
  private @Nullable String timestamp;
  private @Nullable String model;
  private @Nullable String prompt;
  private Fields requested = Fields.NONE;
  private Fields actual = Fields.NONE;
  private @Nullable Long latency;
  private @Nullable Long logged;
  private @Nullable Boolean success;
  private @Nullable String error;
  private @Nullable String id;
  private @Nullable String state;
  private @Nullable String provider;
  private @Nullable String caller;
  private JsonlGistCost cost = JsonlGistCost.NONE;
  private @Nullable Long atRisk;
  private List<StoredPicture> images = List.of();
  private @Nullable String revisedPrompt;
  private @Nullable String code;
  private boolean star;
  private SortedSet<String> tags = Collections.emptySortedSet();

  private JsonlGist(JsonlTokenStream tokens) {
    this.tokens = tokens;
  }

  /// Reads a line.
  ///
  /// @param zone of a timestamp that names none
  /// @param identify gives the id of a line that has none, from its moment
  static Optional<Entry> read(JsonParser opened, ZoneId zone, Function<Instant, EntryId> identify) {
    try (JsonParser parser = opened) {
      JsonlTokenStream tokens = new JsonlTokenStream(parser);
      JsonlGist gist = new JsonlGist(tokens);
      boolean object = parser.nextToken() != null && tokens.object(gist::take);
      if (!object || !tokens.isSure() || parser.nextToken() != null) {
        return Optional.empty();
      }
      return gist.entry(zone, identify);
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  private void take(String name) {
    switch (name) {
      case "timestamp" -> timestamp = tokens.text();
      case "model" -> model = tokens.text();
      case "prompt" -> prompt = tokens.text();
      case "parameters" -> requested = JsonlShape.read(tokens);
      case "actual" -> actual = JsonlShape.read(tokens);
      case "latency_ms" -> latency = tokens.number(MILLIS_DECIMALS, SLOWEST_MICROS);
      case "cost_estimate_usd" -> logged = dollars();
      case "at_risk_usd" -> atRisk = dollars();
      case "cost" -> cost = JsonlGistCost.read(tokens);
      case "success" -> success = tokens.flag();
      case "images" -> images = pictures();
      default -> takeOther(name);
    }
  }

  private void takeOther(String name) {
    switch (name) {
      case "error" -> error = tokens.text();
      case "id" -> id = tokens.text();
      case "state" -> state = tokens.text();
      case "provider" -> provider = tokens.text();
      case "caller" -> caller = tokens.text();
      case "revised_prompt" -> revisedPrompt = tokens.text();
      case "code" -> code = tokens.text();
      case "star" -> star = Boolean.TRUE.equals(tokens.flag());
      case "tags" -> tags = tags();
      case "v" -> tokens.expect(Long.valueOf(EntryFields.VERSION).equals(tokens.number(0, 9)));
      case "attempts" -> tokens.array(() -> JsonlGistAttempt.read(tokens));
      default -> tokens.skip();
    }
  }

  private @Nullable Long dollars() {
    return tokens.number(JsonlGistCost.DECIMALS, JsonlGistCost.DEAREST);
  }

  private SortedSet<String> tags() {
    SortedSet<String> found = new TreeSet<>();
    tokens.array(() -> {
      String tag = tokens.text();
      if (tag == null) {
        tokens.doubt();
      } else {
        found.add(tag);
      }
    });
    return found;
  }

  private List<StoredPicture> pictures() {
    List<StoredPicture> found = new ArrayList<>();
    tokens.array(() -> found.add(picture()));
    return found;
  }

  private StoredPicture picture() {
    String[] format = new String[1];
    boolean object =
        tokens.object(name -> {
          switch (name) {
            case "format" -> format[0] = tokens.anyText();
            case "width", "height" -> tokens.number(0, LARGEST_EDGE);
            default -> tokens.skip();
          }
        });
    tokens.expect(object);
    return new StoredPicture(null, format[0], null, null, null, null);
  }

  private Optional<Entry> entry(ZoneId zone, Function<Instant, EntryId> identify) {
    Instant moment = timestamp == null ? null : JsonlTimestamp.read(timestamp, zone);
    EntryState ended = state();
    String ofModel = model;
    if (moment == null || ofModel == null || ended == null) {
      return Optional.empty();
    }
    Optional<EntryId> own = id == null ? Optional.of(identify.apply(moment)) : EntryId.parse(id);
    return own.map(known -> entry(known, moment, ofModel, ended));
  }

  private @Nullable EntryState state() {
    if (state != null) {
      return EntryState.named(state).orElse(null);
    }
    if (success == null) {
      return null;
    }
    return success ? EntryState.SETTLED : EntryState.RELEASED;
  }

  private Entry entry(EntryId known, Instant moment, String ofModel, EntryState ended) {
    return new Entry(
        known,
        moment,
        ended,
        Operation.GENERATE,
        Objects.requireNonNullElse(provider, "openai"),
        ofModel,
        Objects.requireNonNullElse(prompt, ""),
        false,
        requested,
        List.of(),
        Fields.NONE,
        actual,
        latency,
        cost.of(ended, logged),
        atRisk == null ? null : new Money(atRisk),
        null,
        images,
        revisedPrompt,
        null,
        List.of(),
        null,
        code,
        error,
        caller,
        star,
        tags,
        Fields.NONE,
        null);
  }
}
