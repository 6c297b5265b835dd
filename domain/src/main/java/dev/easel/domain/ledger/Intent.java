package dev.easel.domain.ledger;

import dev.easel.domain.cost.Budget;
import dev.easel.domain.cost.Cost;
import dev.easel.domain.cost.Estimate;
import dev.easel.domain.cost.Limits;
import dev.easel.domain.image.Envelope;
import dev.easel.domain.image.Failure;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Upload;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/// The wish to make a request, which a log turns into a reserved entry.
///
/// @param proposed the id that the entry gets unless the log has issued a higher one
/// @param accepted when the request was accepted
/// @param caller the named caller, null for the user
/// @param key null when the request has no idempotency key
/// @param promptKept whether the log may hold the prompt; where it may not, nothing that goes into
///   the log quotes it
/// @param waits whether it has to wait for its turn before it may be sent
/// @param hindrance why its pictures could not be kept, null when they could
public record Intent(
    EntryId proposed,
    Instant accepted,
    ImageRequest request,
    Estimate estimate,
    Budget budget,
    @Nullable String caller,
    @Nullable IdempotencyKey key,
    boolean promptKept,
    boolean waits,
    PictureStore.@Nullable Unstorable hindrance) {

  /// A caller's word for "the same request again".
  ///
  /// @param value as the caller gave it
  /// @param requestHash SHA-256 of the normalised request
  public record IdempotencyKey(String value, String requestHash) {}

  /// The same wish, which has to wait for its turn.
  public Intent waiting() {
    return new Intent(
        proposed, accepted, request, estimate, budget, caller, key, promptKept, true, hindrance);
  }

  /// The same wish, whose pictures could not be kept.
  public Intent hindered(PictureStore.Unstorable why) {
    return new Intent(
        proposed, accepted, request, estimate, budget, caller, key, promptKept, waits, why);
  }

  /// The day on which it counts.
  public LocalDate day(ZoneId zone) {
    return LocalDate.ofInstant(accepted, zone);
  }

  /// The budgets that it must keep within.
  public Limits limits(Facts facts, ZoneId zone) {
    return facts.limits(budget, caller, day(zone), zone);
  }

  /// The reserved entry with this id; it waits when the wish does.
  public Entry reserved(EntryId id) {
    Fields asked = request.parameters().withoutNulls();
    return new Entry(
        id,
        accepted.truncatedTo(ChronoUnit.MILLIS),
        EntryState.RESERVED,
        request.operation(),
        request.provider(),
        request.model(),
        promptKept ? request.prompt() : "",
        !promptKept,
        promptKept ? asked : Withholding.of(request).fields(asked),
        request.uploads().stream().map(this::input).toList(),
        Fields.NONE,
        Fields.NONE,
        null,
        Cost.UNKNOWN,
        estimate.high().orElse(null),
        null,
        List.of(),
        null,
        null,
        List.of(),
        null,
        waits ? Entry.QUEUED : null,
        null,
        caller,
        false,
        new TreeSet<>(),
        Fields.NONE,
        null);
  }

  // The name of a file says as much as a prompt.
  private Input input(Upload upload) {
    return new Input(
        upload.role().name().toLowerCase(Locale.ROOT),
        promptKept ? upload.name() : "",
        upload.sha256(),
        upload.content().length());
  }

  /// What of a provider's answer the log has to keep, so that the same request can be answered
  /// again; null when it cannot come again.
  public @Nullable Envelope kept(@Nullable Envelope answer) {
    return key == null || answer == null ? null : answer.lasting();
  }

  /// What of an ending goes into the log.
  ///
  /// @param failure why no picture came, null when one did
  public Ending logged(Ending whole, @Nullable Failure failure) {
    return promptKept ? whole : Withholding.of(request).ending(whole, failure);
  }

  /// What of an attempt that failed goes into the log.
  public Attempt logged(Attempt whole, Failure failure) {
    return promptKept ? whole : Withholding.of(request).attempt(whole, failure);
  }
}
