package dev.easel.domain.cost;

import java.util.Locale;

/// What a line of a cost is for.
public enum LineClass {
  /// Tokens of finished pictures.
  IMAGE_OUTPUT,
  /// Tokens of partial pictures of a stream.
  PARTIAL_IMAGE,
  /// Tokens of the prompt.
  TEXT_INPUT,
  /// Tokens of pictures sent along.
  IMAGE_INPUT,
  /// Tokens of text that the model wrote, its reasoning included.
  TEXT_OUTPUT,
  /// Whole pictures at a price each.
  PER_IMAGE;

  /// The word in logs and answers: `image_output`, …
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The class with this word.
  ///
  /// @throws IllegalArgumentException when there is none
  public static LineClass of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
