package dev.easel.architecture.samples.purity.domain.image;

import java.time.Clock;

final class BadClockwork {
  static Clock sin() {
    return Clock.systemUTC();
  }
}
