package dev.easel.architecture.samples.purity.domain.image;

final class BadProcessors {
  static int sin() {
    return Runtime.getRuntime().availableProcessors();
  }
}
