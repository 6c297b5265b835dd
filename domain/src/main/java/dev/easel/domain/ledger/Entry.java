package dev.easel.domain.ledger;

import dev.easel.domain.cost.Cost;
import dev.easel.domain.cost.CostBasis;
import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Envelope;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Operation;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// One request in the log, with all that is known of it.
///
/// @param timestamp when it was accepted, to the microsecond
/// @param promptWithheld whether the user wanted the prompt kept out of the log; then it is empty,
///   and nothing else here quotes it
/// @param requested the parameters as asked for, defaults filled in; model and prompt are apart
/// @param sent what went to the provider under the names of its dialect; empty when nothing was
///   sent
/// @param actual what the provider says it used
/// @param latencyMicros from sending to the end, waits included; null while running or not known
/// @param atRisk what may have been charged at most: of a reserved or unknown entry, and of a
///   settled one whose cost is not known; null when not known or when nothing is at risk
/// @param usage the provider's `usage` as received, null when there was none
/// @param attempts the calls to the provider that have ended, in their order
/// @param answer the provider's answer, where the same request may have to be answered again; null
///   elsewhere
/// @param code a stable word for the failure, null when there was none; of a reserved entry, what
///   it waits for: [#QUEUED], or the code of the refusal after which it pauses
/// @param error one sentence for people; foreign text
/// @param caller the named caller of the server or gateway, null for the user
/// @param foreign fields of an older or newer log line that Easel does not know, kept as they are
/// @param hash SHA-256 over the canonical form as recorded, null while running and for older log
///   lines
public record Entry(
    EntryId id,
    Instant timestamp,
    EntryState state,
    Operation operation,
    String provider,
    String model,
    String prompt,
    boolean promptWithheld,
    Fields requested,
    List<Input> inputs,
    Fields sent,
    Fields actual,
    @Nullable Long latencyMicros,
    Cost cost,
    @Nullable Money atRisk,
    @Nullable Fields usage,
    List<StoredPicture> images,
    @Nullable String revisedPrompt,
    @Nullable String requestId,
    List<Attempt> attempts,
    @Nullable Envelope answer,
    @Nullable String code,
    @Nullable String error,
    @Nullable String caller,
    boolean star,
    SortedSet<String> tags,
    Fields foreign,
    @Nullable String hash) {

  /// The code of an entry that waits for its first turn.
  public static final String QUEUED = "queued";

  /// Copies the collections.
  public Entry {
    inputs = List.copyOf(inputs);
    images = List.copyOf(images);
    attempts = List.copyOf(attempts);
    tags = Collections.unmodifiableSortedSet(new TreeSet<>(tags));
  }

  /// The size it has, or else the one asked for.
  public Optional<String> size() {
    return actual.text("size").or(() -> requested.text("size"));
  }

  /// The quality it has, or else the one asked for.
  public Optional<String> quality() {
    return actual.text("quality").or(() -> requested.text("quality"));
  }

  /// The format of its first picture, or else the one the provider names, or was asked for.
  public Optional<String> format() {
    return images.stream()
        .findFirst()
        .map(StoredPicture::format)
        .or(() -> actual.text("output_format"))
        .or(() -> requested.text("output_format"));
  }

  /// Whether it has ended.
  public boolean finished() {
    return state != EntryState.RESERVED;
  }

  /// Whether the user's word on its money is still wanted: it may have been charged, or its
  /// pictures arrived and what they cost is not known.
  public boolean settleable() {
    return state == EntryState.UNKNOWN || (state == EntryState.SETTLED && cost.known().isEmpty());
  }

  /// Whether it stands in the queue or pauses after a refusal: it is reserved, and nothing of it is
  /// under way.
  public boolean waiting() {
    return state == EntryState.RESERVED && code != null;
  }

  /// The URL path at Easel's server of the first picture that Easel has, or else the provider's URL
  /// of the first one.
  public Optional<String> imageUrl() {
    return images.stream()
        .filter(picture -> picture.sha256() != null)
        .findFirst()
        .map(picture -> "/pictures/" + picture.sha256())
        .or(() ->
            images.stream()
                .flatMap(picture -> Optional.ofNullable(picture.providerUrl()).stream())
                .findFirst());
  }

  /// The same entry with another star and other tags.
  public Entry marked(boolean starred, SortedSet<String> tagged) {
    EntryCopy copy = new EntryCopy(this);
    copy.star = starred;
    copy.tags = tagged;
    return copy.entry();
  }

  /// The same entry with one more attempt, for whose code it waits.
  public Entry attempted(Attempt attempt) {
    EntryCopy copy = new EntryCopy(this).attempt(attempt);
    copy.code = attempt.code();
    return copy.entry();
  }

  /// The same entry when it waits no longer, and its request is about to be sent.
  public Entry sending() {
    EntryCopy copy = new EntryCopy(this);
    copy.code = null;
    return copy.entry();
  }

  /// The same entry after it ended, without a hash.
  ///
  /// @throws IllegalStateException when it has ended before and is not unknown
  public Entry ended(Ending ending) {
    if (state != EntryState.RESERVED && state != EntryState.UNKNOWN) {
      throw new IllegalStateException("entry " + id + " is " + state.word() + " already");
    }
    EntryCopy copy = new EntryCopy(this).end(ending);
    copy.hash = null;
    return copy.entry();
  }

  /// The same entry where its end could not be written before this process ended: unknown, and what
  /// it cost is at risk. Without a hash.
  public Entry unwritten() {
    Ending ending =
        Ending.unknown(
            cost.known().orElse(atRisk),
            "stopped",
            "Easel ended before the end of it could be written; it may have been charged");
    EntryCopy copy = new EntryCopy(this).end(ending);
    copy.hash = null;
    return copy.entry();
  }

  /// The same entry after the user said what became of the money, without a hash.
  ///
  /// @param charged what was charged; zero releases it, unless its pictures arrived
  /// @throws IllegalStateException when there is nothing to settle, see [#settleable]
  public Entry settledByHand(Money charged) {
    if (!settleable()) {
      throw new IllegalStateException("entry " + id + " is " + state.word() + " already");
    }
    EntryCopy copy = new EntryCopy(this);
    boolean free = state == EntryState.UNKNOWN && charged.equals(Money.ZERO);
    copy.state = free ? EntryState.RELEASED : EntryState.SETTLED;
    copy.cost = Cost.of(charged, CostBasis.BY_HAND);
    copy.atRisk = null;
    copy.hash = null;
    return copy.entry();
  }

  /// The same entry with its hash.
  public Entry sealed() {
    return sealed(CanonicalForm.hash(this));
  }

  /// The same entry with this hash.
  Entry sealed(String its) {
    EntryCopy copy = new EntryCopy(this);
    copy.hash = its;
    return copy.entry();
  }
}
