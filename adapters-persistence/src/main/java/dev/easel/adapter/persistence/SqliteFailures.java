package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.LogUnavailable;
import dev.easel.domain.ledger.LogUnavailable.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Turns what SQLite reports into one sentence for the user.
final class SqliteFailures {

  private static final int PRIMARY = 0xff;

  private SqliteFailures() {}

  /// What `failure` means for the log at `path`.
  static LogUnavailable of(Path path, SQLException failure) {
    return switch (primary(failure)) {
      case SQLITE_FULL -> LogFailures.full(path, failure);
      case SQLITE_IOERR -> LogFailures.of(path, new IOException("its disk failed", failure));
      case SQLITE_BUSY, SQLITE_LOCKED ->
          unavailable(Reason.BUSY, path, "is held by others for too long; try again", failure);
      case SQLITE_NOTADB ->
          unusable(
              path, "is no SQLite database; set log.path, or log.backend to what it is", failure);
      case SQLITE_CORRUPT ->
          unusable(
              path,
              "is damaged: restore a copy, or rescue what is left with sqlite3's .recover",
              failure);
      case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH ->
          unusable(path, "may not be written; give yourself the right, or set log.path", failure);
      case SQLITE_CANTOPEN ->
          unusable(
              path,
              "cannot be opened; see that you may read and write it and its directory",
              failure);
      default -> unusable(path, "cannot be used: SQLite says: " + words(failure), failure);
    };
  }

  /// Whether the connection that reported `failure` had better be replaced.
  static boolean breaksConnection(SQLException failure) {
    return switch (primary(failure)) {
      case SQLITE_IOERR, SQLITE_CORRUPT, SQLITE_CANTOPEN, SQLITE_NOTADB, SQLITE_READONLY -> true;
      default -> false;
    };
  }

  /// Whether `failure` may only be for want of the right or the room to write.
  static boolean keepsFromWriting(SQLException failure) {
    return switch (primary(failure)) {
      case SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM, SQLITE_IOERR, SQLITE_FULL -> true;
      default -> false;
    };
  }

  /// Whether `failure` is the world's and not that of what was asked.
  static boolean isOutside(SQLException failure) {
    return breaksConnection(failure)
        || switch (primary(failure)) {
          case SQLITE_FULL, SQLITE_BUSY, SQLITE_LOCKED -> true;
          default -> false;
        };
  }

  /// Whether others are in the way.
  static boolean isBusy(SQLException failure) {
    return switch (primary(failure)) {
      case SQLITE_BUSY, SQLITE_LOCKED -> true;
      default -> false;
    };
  }

  /// Whether what was read cannot be what was written.
  static boolean isDamage(SQLException failure) {
    return primary(failure) == SQLiteErrorCode.SQLITE_CORRUPT;
  }

  private static SQLiteErrorCode primary(SQLException failure) {
    int code = failure instanceof SQLiteException exact ? exact.getResultCode().code : 0;
    return SQLiteErrorCode.getErrorCode(code & PRIMARY);
  }

  private static String words(SQLException failure) {
    return String.valueOf(failure.getMessage()).replaceAll("\\s+", " ");
  }

  private static LogUnavailable unusable(Path path, String what, SQLException failure) {
    return unavailable(Reason.UNUSABLE, path, what, failure);
  }

  private static LogUnavailable unavailable(
      Reason reason, Path path, String what, SQLException failure) {
    return new LogUnavailable(reason, "the log " + path + " " + what, failure);
  }
}
