package dev.easel.domain.ledger;

import dev.easel.domain.cost.Budget;
import dev.easel.domain.cost.Estimate;
import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Operation;
import java.time.Instant;
import java.util.List;

/// A wish to make a request, for tests: start with [#at], change what matters, end with [#intent].
public record IntentDraft(
    Instant accepted,
    long number,
    String model,
    String prompt,
    Fields parameters,
    Estimate estimate,
    Budget budget,
    @Nullable String caller,
    Intent.@Nullable IdempotencyKey key,
    boolean waits) {

  /// An unlimited wish that is estimated at four cents.
  ///
  /// @param number the random part of the proposed id
  public static IntentDraft at(Instant accepted, long number) {
    Fields parameters =
        Fields.NONE.with("size", "1024x1024").with("quality", "medium").with("n", 1);
    return new IntentDraft(
        accepted,
        number,
        "gpt-image-2",
        "a lighthouse at dusk",
        parameters,
        exactly("0.04"),
        Budget.UNLIMITED,
        null,
        null,
        false);
  }

  /// An estimate of one figure.
  public static Estimate exactly(String usd) {
    return new Estimate.Exact(Money.ofUsd(usd), List.of(), "2026-11-23");
  }

  /// An estimate of which nothing is known.
  public static Estimate unknown() {
    return new Estimate.Unknown("the model is not in the price book", "2026-11-23");
  }

  /// The same with another model.
  public IntentDraft model(String other) {
    return new IntentDraft(
        accepted, number, other, prompt, parameters, estimate, budget, caller, key, waits);
  }

  /// The same with another prompt.
  public IntentDraft prompt(String other) {
    return new IntentDraft(
        accepted, number, model, other, parameters, estimate, budget, caller, key, waits);
  }

  /// The same with another estimate.
  public IntentDraft estimate(Estimate other) {
    return new IntentDraft(
        accepted, number, model, prompt, parameters, other, budget, caller, key, waits);
  }

  /// The same with a budget; null is no limit.
  public IntentDraft budget(
      @Nullable String daily, @Nullable String monthly, boolean allowUnknown) {
    Budget other =
        new Budget(
            daily == null ? null : Money.ofUsd(daily),
            monthly == null ? null : Money.ofUsd(monthly),
            allowUnknown);
    return new IntentDraft(
        accepted, number, model, prompt, parameters, estimate, other, caller, key, waits);
  }

  /// The same of a named caller.
  public IntentDraft caller(@Nullable String other) {
    return new IntentDraft(
        accepted, number, model, prompt, parameters, estimate, budget, other, key, waits);
  }

  /// The same with an idempotency key.
  public IntentDraft key(String value, String requestHash) {
    return new IntentDraft(
        accepted,
        number,
        model,
        prompt,
        parameters,
        estimate,
        budget,
        caller,
        new Intent.IdempotencyKey(value, requestHash),
        waits);
  }

  /// The same, which has to wait for its turn.
  public IntentDraft waiting() {
    return new IntentDraft(
        accepted, number, model, prompt, parameters, estimate, budget, caller, key, true);
  }

  /// The wish.
  public Intent intent() {
    return intent(true);
  }

  /// The wish of somebody who wants the prompt kept out of the log.
  public Intent withheld() {
    return intent(false);
  }

  private Intent intent(boolean promptKept) {
    ImageRequest request =
        new ImageRequest(Operation.GENERATE, "openai", model, prompt, parameters, List.of());
    EntryId proposed = EntryId.of(accepted, 0, number);
    return new Intent(
        proposed, accepted, request, estimate, budget, caller, key, promptKept, waits, null);
  }
}
