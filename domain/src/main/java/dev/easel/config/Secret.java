package dev.easel.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// Text that must not be seen: a key or a token. Prints as `***`; [#reveal] is called only where
/// the text goes out to the one it is for.
public final class Secret {

  private final String text;

  /// Wraps the text.
  public Secret(String text) {
    this.text = text;
  }

  /// The text itself.
  public String reveal() {
    return text;
  }

  /// Whether `other` is the same text; takes as long whatever the difference.
  public boolean is(String other) {
    return MessageDigest.isEqual(
        text.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  /// What is left of `words` when this secret is made unreadable in it.
  public String hiddenIn(String words) {
    return text.isEmpty() ? words : words.replace(text, "***");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && is(secret.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return "***";
  }
}
