package dev.easel.domain.ledger;

/// A log that cannot do what it was asked. Nothing half done is left behind.
public final class LogUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /// Why.
  public enum Reason {
    /// The disk, or the user's share of it, is full.
    FULL,
    /// It cannot be opened, read or written: permissions, a directory in its place, a broken disk.
    UNUSABLE,
    /// A newer Easel wrote it.
    NEWER,
    /// Others held it for too long.
    BUSY
  }

  private final Reason reason;

  /// A log that cannot.
  ///
  /// @param message one sentence that names the log and says what to do
  public LogUnavailable(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /// A log that cannot.
  ///
  /// @param message one sentence that names the log and says what to do
  public LogUnavailable(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /// Why.
  public Reason reason() {
    return reason;
  }

  /// One sentence that names the log and says what to do.
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
