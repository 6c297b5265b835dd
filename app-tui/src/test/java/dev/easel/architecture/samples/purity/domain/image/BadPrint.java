package dev.easel.architecture.samples.purity.domain.image;

final class BadPrint {
  static void sin() {
    System.out.println("done");
  }
}
