package dev.easel.domain.usecase;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.LogUnavailable;

/// An exception that nobody expected, without its message, which may quote a prompt that is to be
/// withheld. What kind it was and where it came from stays.
final class QuietFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private QuietFailure(Throwable loud) {
    super(loud.getClass().getName() + " (its words are not kept, nor is the prompt)", cause(loud));
    setStackTrace(loud.getStackTrace());
  }

  /// The quiet form of `loud`. What a log has to say of itself is quiet as it is.
  static RuntimeException of(RuntimeException loud) {
    return loud instanceof LogUnavailable ? loud : new QuietFailure(loud);
  }

  private static @Nullable Throwable cause(Throwable loud) {
    return loud.getCause() == null ? null : new QuietFailure(loud.getCause());
  }
}
