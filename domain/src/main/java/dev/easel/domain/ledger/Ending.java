package dev.easel.domain.ledger;

import dev.easel.domain.cost.Cost;
import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Envelope;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import java.util.List;

/// How a reserved entry ended; the components mean what they mean in [Entry].
///
/// @param state settled, released or unknown
/// @param attempt the call with which it ended, null when it ended without one
/// @param answer what of the provider's answer is kept, null for nothing
public record Ending(
    EntryState state,
    Fields sent,
    Fields actual,
    @Nullable Long latencyMicros,
    Cost cost,
    @Nullable Money atRisk,
    @Nullable Fields usage,
    List<StoredPicture> images,
    @Nullable String revisedPrompt,
    @Nullable String requestId,
    @Nullable String code,
    @Nullable String error,
    @Nullable Attempt attempt,
    @Nullable Envelope answer) {

  /// Copies the pictures.
  ///
  /// @throws IllegalArgumentException when the state is reserved
  public Ending {
    if (state == EntryState.RESERVED) {
      throw new IllegalArgumentException("reserved is no ending");
    }
    images = List.copyOf(images);
  }

  /// An ending of which the answer is not kept.
  public Ending(
      EntryState state,
      Fields sent,
      Fields actual,
      @Nullable Long latencyMicros,
      Cost cost,
      @Nullable Money atRisk,
      @Nullable Fields usage,
      List<StoredPicture> images,
      @Nullable String revisedPrompt,
      @Nullable String requestId,
      @Nullable String code,
      @Nullable String error,
      @Nullable Attempt attempt) {
    this(
        state,
        sent,
        actual,
        latencyMicros,
        cost,
        atRisk,
        usage,
        images,
        revisedPrompt,
        requestId,
        code,
        error,
        attempt,
        null);
  }

  /// How an entry ended.
  ///
  /// @param before the same entry before
  /// @throws IllegalArgumentException when it has not ended
  public static Ending of(Entry before, Entry ended) {
    List<Attempt> attempts = ended.attempts();
    return new Ending(
        ended.state(),
        ended.sent(),
        ended.actual(),
        ended.latencyMicros(),
        ended.cost(),
        ended.atRisk(),
        ended.usage(),
        ended.images(),
        ended.revisedPrompt(),
        ended.requestId(),
        ended.code(),
        ended.error(),
        attempts.size() > before.attempts().size() ? attempts.getLast() : null,
        ended.answer());
  }

  /// The same, with what is kept of the answer.
  public Ending answered(@Nullable Envelope kept) {
    return new Ending(
        state,
        sent,
        actual,
        latencyMicros,
        cost,
        atRisk,
        usage,
        images,
        revisedPrompt,
        requestId,
        code,
        error,
        attempt,
        kept);
  }

  /// Nothing was sent and nothing charged.
  public static Ending released(String code, String error) {
    return new Ending(
        EntryState.RELEASED,
        Fields.NONE,
        Fields.NONE,
        null,
        Cost.NONE,
        null,
        null,
        List.of(),
        null,
        null,
        code,
        error,
        null);
  }

  /// It may have been charged, up to `atRisk` where that is known.
  public static Ending unknown(@Nullable Money atRisk, String code, String error) {
    return new Ending(
        EntryState.UNKNOWN,
        Fields.NONE,
        Fields.NONE,
        null,
        Cost.UNKNOWN,
        atRisk,
        null,
        List.of(),
        null,
        null,
        code,
        error,
        null);
  }

  /// The process that made the request went away: before it was sent, or before the answer came.
  public static Ending abandoned(Entry reserved) {
    if (reserved.waiting()) {
      return released(
          "process_died",
          "the process that made the request ended before the request was sent; nothing was"
              + " charged");
    }
    return unknown(
        reserved.atRisk(),
        "process_died",
        "the process that made the request ended before the answer came; it may have been charged");
  }

  /// Easel was told to stop: before the request was sent, or before the answer came.
  public static Ending stopped(Entry reserved) {
    if (reserved.waiting()) {
      return released(
          "stopped", "Easel was stopped before the request was sent; nothing was charged");
    }
    return unknown(
        reserved.atRisk(),
        "stopped",
        "Easel was stopped before the answer came; it may have been charged");
  }
}
