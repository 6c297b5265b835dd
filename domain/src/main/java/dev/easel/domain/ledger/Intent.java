package dev.easel.domain.ledger;

import dev.easel.domain.cost.Budget;
import dev.easel.domain.cost.Cost;
import dev.easel.domain.cost.Estimate;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Upload;
import java.time.Instant;
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
public record Intent(
    EntryId proposed,
    Instant accepted,
    ImageRequest request,
    Estimate estimate,
    Budget budget,
    @Nullable String caller,
    @Nullable IdempotencyKey key) {

  /// A caller's word for "the same request again".
  ///
  /// @param value as the caller gave it
  /// @param requestHash SHA-256 of the normalised request
  public record IdempotencyKey(String value, String requestHash) {}

  /// The reserved entry with this id.
  public Entry reserved(EntryId id) {
    return new Entry(
        id,
        accepted.truncatedTo(ChronoUnit.MILLIS),
        EntryState.RESERVED,
        request.operation(),
        request.provider(),
        request.model(),
        request.prompt(),
        request.parameters().withoutNulls(),
        inputs(request.uploads()),
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
        null,
        caller,
        false,
        new TreeSet<>(),
        Fields.NONE,
        null);
  }

  private static List<Input> inputs(List<Upload> uploads) {
    return uploads.stream()
        .map(upload ->
            new Input(
                upload.role().name().toLowerCase(Locale.ROOT),
                upload.name(),
                upload.sha256(),
                upload.content().length()))
        .toList();
  }
}
