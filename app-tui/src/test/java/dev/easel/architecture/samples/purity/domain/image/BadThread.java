package dev.easel.architecture.samples.purity.domain.image;

final class BadThread {
  static Thread sin() {
    return Thread.currentThread();
  }
}
