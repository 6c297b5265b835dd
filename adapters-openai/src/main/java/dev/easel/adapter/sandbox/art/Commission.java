package dev.easel.adapter.sandbox.art;

/// What is to be painted. Equal commissions give equal pictures, on every machine.
///
/// @param prompt the user's words; any text, also empty
/// @param seed chosen by the caller; another seed gives another composition
/// @param index which picture of a request this is, from 0
/// @param width in pixels, at least 1
/// @param height in pixels, at least 1
/// @param transparent whether everything but the subject is left out
public record Commission(
    String prompt, long seed, int index, int width, int height, boolean transparent) {
  /// Refuses sizes without pixels.
  public Commission {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("A picture needs at least one pixel each way.");
    }
  }

  Dice dice() {
    return Dice.of(prompt, seed, index);
  }

  Vocabulary words() {
    return Vocabulary.read(prompt);
  }
}
