package dev.easel.adapter.openai;

import java.io.IOException;

/// More bytes came than are accepted.
final class TooLarge extends IOException {
  private static final long serialVersionUID = 1L;
  private final long limit;

  /// @param limit in bytes
  TooLarge(long limit) {
    super("more than " + limit + " bytes");
    this.limit = limit;
  }

  long limit() {
    return limit;
  }
}
