package dev.easel.architecture.samples.purity.domain.image;

import java.io.File;

final class BadOldFile {
  static File sin() {
    return new File("log");
  }
}
