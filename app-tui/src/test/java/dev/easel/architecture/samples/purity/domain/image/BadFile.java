package dev.easel.architecture.samples.purity.domain.image;

import java.nio.file.Path;

final class BadFile {
  static Path sin() {
    return Path.of("log");
  }
}
