package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import java.time.Duration;

/// How long somebody waits for a page. For one search.
final class Patience {

  private final @Nullable Duration length;
  private long began;
  private boolean begun;

  /// A patience of this length; it never ends when that is null.
  Patience(@Nullable Duration length) {
    this.length = length;
  }

  /// Whether it has ended. It begins when this is asked for the first time, once the search has
  /// found its way to where it can be broken off: a search that is long on its way gets on as well.
  boolean hasEnded() {
    if (length == null) {
      return false;
    }
    if (!begun) {
      begun = true;
      began = System.nanoTime();
    }
    return System.nanoTime() - began >= length.toNanos();
  }
}
