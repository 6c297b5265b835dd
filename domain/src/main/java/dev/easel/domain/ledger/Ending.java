package dev.easel.domain.ledger;

import dev.easel.domain.cost.Cost;
import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import java.util.List;

/// How a reserved entry ended; the components mean what they mean in [Entry].
///
/// @param state settled, released or unknown
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
    @Nullable String error) {

  /// Copies the pictures.
  ///
  /// @throws IllegalArgumentException when the state is reserved
  public Ending {
    if (state == EntryState.RESERVED) {
      throw new IllegalArgumentException("reserved is no ending");
    }
    images = List.copyOf(images);
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
        error);
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
        error);
  }

  /// The process that made the request went away before the answer came.
  public static Ending abandoned(Entry reserved) {
    return unknown(
        reserved.atRisk(),
        "process_died",
        "the process that made the request ended before the answer came; it may have been charged");
  }

  /// Easel was told to stop before the answer came.
  public static Ending stopped(Entry reserved) {
    return unknown(
        reserved.atRisk(),
        "stopped",
        "Easel was stopped before the answer came; it may have been charged");
  }
}
