package dev.easel.architecture.samples.ports.domain.ledger;

public interface GoodLog {
  int size();
}
