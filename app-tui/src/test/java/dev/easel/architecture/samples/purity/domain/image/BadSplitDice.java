package dev.easel.architecture.samples.purity.domain.image;

import java.util.SplittableRandom;

final class BadSplitDice {
  static SplittableRandom sin() {
    return new SplittableRandom(1);
  }
}
