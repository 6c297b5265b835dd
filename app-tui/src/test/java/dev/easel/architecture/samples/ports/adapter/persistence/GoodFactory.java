package dev.easel.architecture.samples.ports.adapter.persistence;

import dev.easel.architecture.samples.ports.domain.ledger.GoodLog;

public final class GoodFactory {
  private GoodFactory() {}

  public static GoodLog open() {
    return new GoodHiddenLog();
  }

  static GoodLog fixed(int size) {
    return () -> size;
  }
}
