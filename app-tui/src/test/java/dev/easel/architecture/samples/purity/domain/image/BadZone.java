package dev.easel.architecture.samples.purity.domain.image;

import java.time.ZoneId;

final class BadZone {
  static ZoneId sin() {
    return ZoneId.systemDefault();
  }
}
