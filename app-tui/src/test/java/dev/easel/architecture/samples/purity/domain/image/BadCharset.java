package dev.easel.architecture.samples.purity.domain.image;

import java.nio.charset.Charset;

final class BadCharset {
  static Charset sin() {
    return Charset.defaultCharset();
  }
}
