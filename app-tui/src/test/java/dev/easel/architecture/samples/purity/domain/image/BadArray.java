package dev.easel.architecture.samples.purity.domain.image;

import java.nio.file.Path;

final class BadArray {
  static Path[] sin() {
    return new Path[0];
  }
}
