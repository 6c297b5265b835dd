package dev.easel.config;

/// A value in effect.
///
/// @param key the key's word
/// @param value as written
/// @param origin where it is from, for people: `environment`, `command line`, a file's path,
///   `default`
/// @param workingDirectory whether it is from a file in the working directory, which somebody else
///   may have put there
/// @param secret whether it must not be shown
public record Setting(
    String key, String value, String origin, boolean workingDirectory, boolean secret) {

  /// The value, or `***`.
  public String shown() {
    return secret ? "***" : value;
  }

  @Override
  public String toString() {
    return key + "=" + shown() + " (" + origin + ")";
  }
}
