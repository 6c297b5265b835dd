package dev.easel.adapter.openai;

import java.io.IOException;

/// There was no connection on which a request could have been sent: nothing of it has left.
final class Unreached extends IOException {
  private static final long serialVersionUID = 1L;

  /// @param cause why
  Unreached(IOException cause) {
    super(cause.getMessage(), cause);
  }
}
