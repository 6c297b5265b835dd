package dev.easel.architecture.samples.purity.domain.image;

final class BadProperty {
  static String sin() {
    return System.getProperty("user.home", "");
  }
}
