package dev.easel.architecture.samples.purity.domain.image;

import java.time.Instant;

final class BadClock {
  static Instant sin() {
    return Instant.now();
  }
}
