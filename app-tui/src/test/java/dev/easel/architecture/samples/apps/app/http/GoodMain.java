package dev.easel.architecture.samples.apps.app.http;

import dev.easel.architecture.samples.apps.adapter.openai.GoodFactory;
import dev.easel.architecture.samples.apps.domain.usecase.GoodStudio;
import java.util.function.Supplier;

final class GoodMain {
  static Supplier<GoodFactory> wire(GoodStudio studio) {
    return () -> new GoodFactory(studio.name());
  }

  record Wiring(GoodFactory factory) {}
}
