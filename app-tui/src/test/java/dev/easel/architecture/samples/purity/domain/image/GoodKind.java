package dev.easel.architecture.samples.purity.domain.image;

enum GoodKind {
  PICTURE,
  MASK
}
