package dev.easel.architecture.samples.purity.domain.image;

final class BadChance {
  static double sin() {
    return Math.random();
  }
}
