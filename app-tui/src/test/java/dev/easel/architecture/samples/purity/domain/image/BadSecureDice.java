package dev.easel.architecture.samples.purity.domain.image;

import java.security.SecureRandom;

final class BadSecureDice {
  static SecureRandom sin() {
    return new SecureRandom();
  }
}
