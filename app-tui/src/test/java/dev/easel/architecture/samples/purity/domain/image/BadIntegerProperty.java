package dev.easel.architecture.samples.purity.domain.image;

final class BadIntegerProperty {
  static Integer sin() {
    return Integer.getInteger("easel.limit", 1);
  }
}
