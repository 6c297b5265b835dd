package dev.easel.architecture.samples.purity.domain.image;

final class BadStopwatch {
  static long sin() {
    return System.nanoTime();
  }
}
