package dev.easel.adapter.openai;

import java.io.IOException;

/// The deadline of the call passed while bytes were awaited.
final class DeadlinePassed extends IOException {
  private static final long serialVersionUID = 1L;

  DeadlinePassed() {
    super("the deadline has passed");
  }
}
