package dev.easel.domain.image;

/// A rule that a request breaks.
///
/// @param parameter the API's name of what is wrong
/// @param message one sentence that names the rule, the value and what is allowed
/// @param doubtful whether the provider may well take it, since it may know more than Easel does
public record Violation(String parameter, String message, boolean doubtful) {

  /// A rule that the provider has, too.
  public Violation(String parameter, String message) {
    this(parameter, message, false);
  }

  /// The message, with the way to send what is doubtful anyway.
  ///
  /// @param way what sends it anyway, in the words of the door at which it was asked for
  public String message(String way) {
    return doubtful ? "%s (%s sends it anyway)".formatted(message, way) : message;
  }
}
