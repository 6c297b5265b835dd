package dev.easel.domain.image;

/// What is asked of the provider.
public enum Operation {
  /// A picture from words alone: `/images/generations`.
  GENERATE,
  /// A picture from words and other pictures: `/images/edits`.
  EDIT
}
