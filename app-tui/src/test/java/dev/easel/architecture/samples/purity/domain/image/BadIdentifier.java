package dev.easel.architecture.samples.purity.domain.image;

import java.util.UUID;

final class BadIdentifier {
  static UUID sin() {
    return UUID.randomUUID();
  }
}
