package dev.easel.architecture.samples.purity.domain.image;

import java.util.Locale;

final class BadLocale {
  static Locale sin() {
    return Locale.getDefault();
  }
}
