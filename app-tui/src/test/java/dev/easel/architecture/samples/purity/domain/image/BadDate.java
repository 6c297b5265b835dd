package dev.easel.architecture.samples.purity.domain.image;

import java.time.LocalDate;
import java.time.ZoneOffset;

final class BadDate {
  static LocalDate sin() {
    return LocalDate.now(ZoneOffset.UTC);
  }
}
