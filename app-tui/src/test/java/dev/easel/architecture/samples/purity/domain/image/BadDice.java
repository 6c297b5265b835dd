package dev.easel.architecture.samples.purity.domain.image;

import java.util.Random;

final class BadDice {
  static Random sin() {
    return new Random(1);
  }
}
