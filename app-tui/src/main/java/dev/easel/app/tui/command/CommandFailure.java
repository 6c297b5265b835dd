package dev.easel.app.tui.command;

import dev.easel.domain.image.Nullable;
import java.util.List;

/// A command that cannot do what it was asked, for a reason that its user can understand.
final class CommandFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int exitCode;
  private final String code;
  private final @Nullable String entryId;
  private final transient List<String> warnings;

  private CommandFailure(
      int exitCode, String code, String message, @Nullable String entryId, List<String> warnings) {
    super(message, null, false, false);
    this.exitCode = exitCode;
    this.code = code;
    this.entryId = entryId;
    this.warnings = warnings;
  }

  /// A failure.
  ///
  /// @param code a stable word
  /// @param message one sentence that says what to do
  static CommandFailure of(int exitCode, String code, String message) {
    return new CommandFailure(exitCode, code, message, null, List.of());
  }

  /// Wrong usage.
  static CommandFailure wrong(String message) {
    return of(ExitCode.WRONG, "wrong_usage", message);
  }

  /// The same failure, which left an entry.
  CommandFailure about(@Nullable String entry) {
    return new CommandFailure(exitCode, code, getMessage(), entry, warnings);
  }

  /// The same failure, with what its user should know besides, a sentence each.
  CommandFailure warning(List<String> sentences) {
    return new CommandFailure(exitCode, code, getMessage(), entryId, List.copyOf(sentences));
  }

  int exitCode() {
    return exitCode;
  }

  String code() {
    return code;
  }

  @Nullable
  String entryId() {
    return entryId;
  }

  List<String> warnings() {
    return warnings;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
