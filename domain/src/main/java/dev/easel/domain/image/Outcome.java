package dev.easel.domain.image;

import java.math.BigDecimal;
import java.util.List;

/// How one call to a provider ended.
public sealed interface Outcome {

  /// What was sent, under the names in which it was sent, prompt and uploads left out.
  Fields sent();

  /// The provider's own id of the request, from `x-request-id`.
  @Nullable
  String requestId();

  /// The provider's answer as it can be given out again; null when there was none, or none that
  /// can.
  @Nullable
  Envelope envelope();

  /// The provider answered with at least one picture, or with the place of one.
  ///
  /// @param actual what the answer says it used: size, quality, output_format, background, …
  /// @param usage the answer's `usage` as received, null when there was none
  /// @param providerCost the cost in USD that the answer itself names, null when it names none
  record Delivered(
      Fields sent,
      @Nullable String requestId,
      Fields actual,
      @Nullable Fields usage,
      @Nullable BigDecimal providerCost,
      List<GeneratedImage> images,
      List<MissingImage> missing,
      @Nullable Envelope envelope)
      implements Outcome {

    /// Copies the lists.
    public Delivered {
      images = List.copyOf(images);
      missing = List.copyOf(missing);
    }

    /// A delivery of which only this is known.
    public Delivered(
        Fields sent,
        @Nullable String requestId,
        Fields actual,
        @Nullable Fields usage,
        @Nullable BigDecimal providerCost,
        List<GeneratedImage> images,
        List<MissingImage> missing) {
      this(sent, requestId, actual, usage, providerCost, images, missing, null);
    }
  }

  /// The call ended without a picture.
  record Failed(
      Fields sent, @Nullable String requestId, Failure failure, @Nullable Envelope envelope)
      implements Outcome {

    /// A failure without an answer.
    public Failed(Fields sent, @Nullable String requestId, Failure failure) {
      this(sent, requestId, failure, null);
    }
  }
}
