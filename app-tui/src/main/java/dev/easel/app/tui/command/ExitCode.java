package dev.easel.app.tui.command;

/// What the exit codes of commands mean.
final class ExitCode {

  static final int DONE = 0;

  /// `easel doctor` or `easel verify` found something wrong.
  static final int UNHEALTHY = 1;

  /// Wrong usage, configuration or request; nothing was sent.
  static final int WRONG = 2;

  /// The provider refused; nothing was charged.
  static final int REFUSED = 3;

  static final int OVER_BUDGET = 4;
  static final int KEY_REUSED = 5;

  /// It may have been charged.
  static final int UNKNOWN = 6;

  /// Nothing was sent, because it could not be recorded.
  static final int NOT_RECORDED = 7;

  static final int UNEXPECTED = 70;
  static final int INTERRUPTED = 130;

  /// What help says of them.
  static final String[] HELP = {
    "0:done",
    "2:wrong usage, configuration or request; nothing was sent",
    "3:refused by the provider; nothing was charged",
    "4:over budget; nothing was sent",
    "5:the idempotency key was used for another request",
    "6:no picture, and it may have been charged (see `easel settle`)",
    "7:nothing was sent, because it could not be recorded",
    "70:something unexpected, with an id that is in errors.log",
    "130:interrupted",
  };

  private ExitCode() {}
}
