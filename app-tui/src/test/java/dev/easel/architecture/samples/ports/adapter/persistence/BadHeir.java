package dev.easel.architecture.samples.ports.adapter.persistence;

class BadHeir extends BadBase {
  @Override
  public int size() {
    return 0;
  }
}
