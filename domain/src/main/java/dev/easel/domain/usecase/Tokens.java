package dev.easel.domain.usecase;

/// The port to what nobody can guess. Safe for use by several threads.
@FunctionalInterface
public interface Tokens {

  /// A token that was never given before and cannot be guessed, of characters that a header may
  /// carry.
  String next();
}
