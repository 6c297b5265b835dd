package dev.easel.app.tui.text;

/// What stands in the place of a prompt that the log was not to hold.
public final class WithheldPrompt {

  /// The words.
  public static final String WORDS = "(prompt not kept)";

  private WithheldPrompt() {}
}
