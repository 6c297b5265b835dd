package dev.easel.domain.cost;

/// The port to the tokenizer.
@FunctionalInterface
public interface PromptTokens {

  /// The number of o200k_base tokens in `text`. Safe for use by several threads.
  long count(String text);
}
