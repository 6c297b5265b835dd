package dev.easel.architecture.samples.ports.adapter.persistence;

import dev.easel.architecture.samples.ports.domain.ledger.GoodLog;

class BadOpenLog implements GoodLog {
  @Override
  public int size() {
    return 0;
  }
}
