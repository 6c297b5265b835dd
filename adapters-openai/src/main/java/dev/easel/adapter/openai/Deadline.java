package dev.easel.adapter.openai;

import java.time.Duration;

/// The moment by which a call must have ended, on the clock that never jumps.
record Deadline(long nanos) {

  /// The moment `span` from now.
  static Deadline in(Duration span) {
    return new Deadline(System.nanoTime() + span.toNanos());
  }

  /// The nanoseconds that are left; zero or less once it has passed.
  long left() {
    return nanos - System.nanoTime();
  }

  /// The time that is left; zero or less once it has passed.
  Duration span() {
    return Duration.ofNanos(left());
  }

  boolean passed() {
    return left() <= 0;
  }

  /// This moment or the one `span` from now, whichever comes first.
  Deadline orIn(Duration span) {
    return span.toNanos() < left() ? in(span) : this;
  }
}
