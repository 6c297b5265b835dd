package dev.easel.app.tui.command;

/// What the doctor found.
///
/// @param message one sentence
record Finding(String about, Health health, String message) {

  /// How it is.
  enum Health {
    /// As it should be.
    WELL,
    /// Something to know.
    MINDED,
    /// Something to mend.
    WRONG
  }

  static Finding well(String about, String message) {
    return new Finding(about, Health.WELL, message);
  }

  static Finding minded(String about, String message) {
    return new Finding(about, Health.MINDED, message);
  }

  static Finding wrong(String about, String message) {
    return new Finding(about, Health.WRONG, message);
  }
}
