package dev.easel.adapter.openai;

import dev.easel.domain.image.Nullable;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/// How many calls have begun within the last minute, and how many may begin. Not safe for use by
/// several threads.
final class MinuteWindow {

  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  private final @Nullable Integer limit;
  private final Deque<Long> begun = new ArrayDeque<>();
  private int given;

  /// @param limit how many may begin within a minute, null for any number
  MinuteWindow(@Nullable Integer limit) {
    this.limit = limit;
  }

  /// Whether one more may begin; those who may and have not yet are counted too.
  boolean hasRoom(long now) {
    forget(now);
    return limit == null || begun.size() + given < limit;
  }

  /// When time makes room again; now when there is room, or when only the others can make some.
  long opensAt(long now) {
    return hasRoom(now) || begun.isEmpty() ? now : begun.getFirst() + MINUTE;
  }

  private void forget(long now) {
    while (!begun.isEmpty() && now - begun.getFirst() >= MINUTE) {
      begun.removeFirst();
    }
  }

  /// Somebody may begin.
  void give() {
    given++;
  }

  /// Somebody who might does not.
  void giveBack() {
    given--;
  }

  /// Somebody who might begins.
  void begin(long now) {
    given--;
    if (limit != null) {
      begun.addLast(now);
    }
  }
}
