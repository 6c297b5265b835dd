package dev.easel.architecture.samples.purity.domain.image;

import java.time.Instant;
import java.util.function.Supplier;

final class BadMethodReference {
  static Supplier<Instant> sin() {
    return Instant::now;
  }
}
