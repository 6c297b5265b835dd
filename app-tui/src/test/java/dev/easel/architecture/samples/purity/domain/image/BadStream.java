package dev.easel.architecture.samples.purity.domain.image;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

final class BadStream {
  static InputStream sin() {
    return new ByteArrayInputStream(new byte[0]);
  }
}
