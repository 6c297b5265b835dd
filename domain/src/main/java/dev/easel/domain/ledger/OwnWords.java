package dev.easel.domain.ledger;

import dev.easel.domain.image.Failure;

/// What Easel says of an ending in words of its own, which quote neither the request nor the
/// provider.
final class OwnWords {

  /// Pictures came, and not all is well with them.
  static final String INCOMPLETE =
      "not all of the pictures could be had or stored; why is not kept, nor is the prompt";

  private OwnWords() {}

  /// Why a call ended without a picture.
  static String of(Failure failure) {
    return switch (failure) {
      case Failure.Unreachable(Failure.Hindrance hindrance, _) ->
          "the provider was not reached (" + hindrance.word() + ")";
      case Failure.NotSent _ -> "nothing was sent";
      case Failure.Rejected rejected ->
          "the provider refused with status %d; its words are not kept, nor is the prompt"
              .formatted(rejected.status());
      case Failure.Broken _ ->
          "the connection broke before the answer was complete; it may have charged";
      case Failure.Unreadable _ ->
          "the provider's answer holds no picture that can be had; it has probably charged";
      case Failure.Stopped _ ->
          "Easel was stopped before the answer was complete; it may have charged";
      case Failure.TimedOut timedOut -> timedOut.message();
      case Failure.Oversize oversize -> oversize.message();
    };
  }
}
