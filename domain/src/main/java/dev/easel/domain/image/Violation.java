package dev.easel.domain.image;

/// A rule that a request breaks.
///
/// @param parameter the API's name of what is wrong
/// @param message one sentence that names the rule, the value and what is allowed
public record Violation(String parameter, String message) {}
