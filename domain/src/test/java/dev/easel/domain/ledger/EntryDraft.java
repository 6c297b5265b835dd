package dev.easel.domain.ledger;

import dev.easel.domain.cost.Cost;
import dev.easel.domain.cost.CostBasis;
import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Envelope;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Operation;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// An entry under construction, for tests: starts as a settled one; each method changes it and
/// gives it back.
public final class EntryDraft {

  private final EntryId id;
  private final Instant timestamp;
  private EntryState state = EntryState.SETTLED;
  private Operation operation = Operation.GENERATE;
  private String provider = "openai";
  private String model = "gpt-image-2";
  private String prompt = "a lighthouse at dusk";
  private boolean promptWithheld;
  private Fields requested =
      Fields.NONE.with("size", "1024x1024").with("quality", "medium").with("n", 1);
  private List<Input> inputs = List.of();
  private Fields sent = Fields.NONE;
  private Fields actual = Fields.NONE;
  private @Nullable Long latencyMicros = 10_000_000L;
  private Cost cost = Cost.of(Money.ofUsd("0.04"), CostBasis.TABLE);
  private @Nullable Money atRisk;
  private @Nullable Fields usage;
  private List<StoredPicture> images = List.of();
  private @Nullable String revisedPrompt;
  private @Nullable String requestId;
  private List<Attempt> attempts = List.of();
  private @Nullable Envelope answer;
  private @Nullable String code;
  private @Nullable String error;
  private @Nullable String caller;
  private boolean star;
  private final SortedSet<String> tags = new TreeSet<>();
  private Fields foreign = Fields.NONE;

  private EntryDraft(Instant timestamp, long number) {
    this.id = EntryId.of(timestamp, 0, number);
    this.timestamp = timestamp;
  }

  /// A settled entry of four cents and ten seconds.
  ///
  /// @param number the random part of its id
  public static EntryDraft at(Instant timestamp, long number) {
    return new EntryDraft(timestamp, number);
  }

  /// Makes it one that cost nothing, with a code.
  public EntryDraft released(String why) {
    state = EntryState.RELEASED;
    code = why;
    error = "the request was refused: " + why;
    cost = Cost.NONE;
    return this;
  }

  /// Makes it one that may have been charged.
  public EntryDraft unknown(String why, @Nullable Money risk) {
    state = EntryState.UNKNOWN;
    code = why;
    error = "nobody knows: " + why;
    cost = Cost.UNKNOWN;
    atRisk = risk;
    return this;
  }

  /// Makes it an edit of these pictures.
  public EntryDraft edit(Input... pictures) {
    operation = Operation.EDIT;
    inputs = List.of(pictures);
    return this;
  }

  /// Changes the provider.
  public EntryDraft provider(String other) {
    provider = other;
    return this;
  }

  /// Changes the model.
  public EntryDraft model(String other) {
    model = other;
    return this;
  }

  /// Changes the prompt.
  public EntryDraft prompt(String other) {
    prompt = other;
    return this;
  }

  /// Makes it one whose prompt was kept out of the log.
  public EntryDraft promptWithheld() {
    prompt = "";
    promptWithheld = true;
    return this;
  }

  /// Changes what was asked for.
  public EntryDraft requested(Fields other) {
    requested = other;
    return this;
  }

  /// Changes what went to the provider.
  public EntryDraft sent(Fields other) {
    sent = other;
    return this;
  }

  /// Changes what the provider says it used.
  public EntryDraft actual(Fields other) {
    actual = other;
    return this;
  }

  /// Changes the latency.
  public EntryDraft latency(@Nullable Long micros) {
    latencyMicros = micros;
    return this;
  }

  /// Changes the cost.
  public EntryDraft cost(Cost other) {
    cost = other;
    return this;
  }

  /// Changes the cost to a figure of the provider's.
  public EntryDraft cost(String usd) {
    return cost(Cost.of(Money.ofUsd(usd), CostBasis.PROVIDER));
  }

  /// Makes its cost unknown.
  public EntryDraft unpriced(@Nullable Money risk) {
    atRisk = risk;
    return cost(Cost.UNKNOWN);
  }

  /// Changes the usage.
  public EntryDraft usage(@Nullable Fields other) {
    usage = other;
    return this;
  }

  /// Changes the pictures.
  public EntryDraft images(StoredPicture... pictures) {
    images = List.of(pictures);
    return this;
  }

  /// Changes the revised prompt.
  public EntryDraft revisedPrompt(@Nullable String other) {
    revisedPrompt = other;
    return this;
  }

  /// Changes the provider's id of the request.
  public EntryDraft requestId(@Nullable String other) {
    requestId = other;
    return this;
  }

  /// Changes the answer.
  public EntryDraft answer(Envelope other) {
    answer = other;
    return this;
  }

  /// Changes the attempts.
  public EntryDraft attempts(Attempt... others) {
    attempts = List.of(others);
    return this;
  }

  /// Changes the error.
  public EntryDraft error(@Nullable String other) {
    error = other;
    return this;
  }

  /// Changes the caller.
  public EntryDraft caller(@Nullable String other) {
    caller = other;
    return this;
  }

  /// Sets the star.
  public EntryDraft star() {
    star = true;
    return this;
  }

  /// Adds tags.
  public EntryDraft tags(String... more) {
    tags.addAll(List.of(more));
    return this;
  }

  /// Changes the fields that Easel does not know.
  public EntryDraft foreign(Fields other) {
    foreign = other;
    return this;
  }

  /// The entry, with its hash.
  public Entry entry() {
    return unsealed().sealed();
  }

  /// The entry, without a hash, as older log lines are.
  public Entry unsealed() {
    return new Entry(
        id,
        timestamp,
        state,
        operation,
        provider,
        model,
        prompt,
        promptWithheld,
        requested,
        inputs,
        sent,
        actual,
        latencyMicros,
        cost,
        atRisk,
        usage,
        images,
        revisedPrompt,
        requestId,
        attempts,
        answer,
        code,
        error,
        caller,
        star,
        tags,
        foreign,
        null);
  }
}
