package dev.easel.architecture.samples.purity.domain.image;

import java.util.Map;

final class BadEnvironment {
  static Map<String, String> sin() {
    return System.getenv();
  }
}
