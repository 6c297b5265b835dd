package dev.easel.adapter.openai;

import dev.easel.domain.image.Fields;

/// What becomes of a request in a provider's dialect.
sealed interface Draft {

  /// A request that can be sent.
  ///
  /// @param path what follows the base URL
  /// @param sent what the body says, prompt and uploads left out
  record Ready(String path, Fields sent, Body body) implements Draft {}

  /// A request that the dialect has no words for.
  ///
  /// @param sentence why
  record Unsayable(String sentence) implements Draft {}
}
