package dev.easel.architecture.samples.purity.domain.image;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

final class BadCache {
  static Map<String, String> sin() {
    return new ConcurrentHashMap<>();
  }
}
