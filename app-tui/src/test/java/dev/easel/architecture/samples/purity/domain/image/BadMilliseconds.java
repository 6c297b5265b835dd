package dev.easel.architecture.samples.purity.domain.image;

final class BadMilliseconds {
  static long sin() {
    return System.currentTimeMillis();
  }
}
