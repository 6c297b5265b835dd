package dev.easel.architecture.samples.purity.domain.image;

import java.util.Collections;
import java.util.List;

final class BadShuffle {
  static void sin(List<String> prompts) {
    Collections.shuffle(prompts);
  }
}
