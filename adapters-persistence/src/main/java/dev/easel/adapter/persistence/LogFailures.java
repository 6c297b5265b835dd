package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.LogUnavailable;
import dev.easel.domain.ledger.LogUnavailable.Reason;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Objects;

/// Turns what goes wrong with a log's files into one sentence for the user.
final class LogFailures {

  /// Below this no block of a usual file system is free.
  private static final long NO_ROOM = 16 * 1024;

  private LogFailures() {}

  /// What `failure` means for the log at `place`.
  static LogUnavailable of(Path place, IOException failure) {
    if (DiskRoom.isSaidBy(failure) || isFull(place)) {
      return full(place, failure);
    }
    return new LogUnavailable(Reason.UNUSABLE, sentence(place, failure), failure);
  }

  /// The disk is full.
  static LogUnavailable full(Path place, Exception failure) {
    return new LogUnavailable(
        Reason.FULL,
        "the log "
            + place
            + " cannot grow: its disk, or your share of it, is full; make room and try again",
        failure);
  }

  /// There is a directory where the log should be.
  static LogUnavailable directory(Path place) {
    return new LogUnavailable(
        Reason.UNUSABLE, "the log " + place + " is a directory; let log.path name a file in it");
  }

  /// There is no file, or another one, where the log was when it was opened.
  static LogUnavailable moved(Path place) {
    return new LogUnavailable(
        Reason.UNUSABLE,
        "the log %s was removed or replaced while it was open; put it back, or start Easel again"
            .formatted(place));
  }

  /// The file of the log does not hold any more what it held when it was opened.
  static LogUnavailable shortened(Path place) {
    return new LogUnavailable(
        Reason.UNUSABLE,
        "the log %s was emptied or rewritten while it was open; put back what is missing, or start Easel again"
            .formatted(place));
  }

  /// There is a device or something else that is no file where the log should be.
  static LogUnavailable noFile(Path place) {
    return new LogUnavailable(
        Reason.UNUSABLE, "the log " + place + " is no file; let log.path name one");
  }

  private static boolean isFull(Path place) {
    try {
      Path directory = Objects.requireNonNull(place.toAbsolutePath().getParent());
      FileStore disk = Files.getFileStore(directory);
      return disk.getTotalSpace() > 0 && disk.getUsableSpace() < NO_ROOM;
    } catch (IOException _) {
      return false;
    }
  }

  private static String sentence(Path place, IOException failure) {
    String file = failure instanceof FileSystemException at ? at.getFile() : place.toString();
    return switch (failure) {
      case AccessDeniedException _ ->
          "the log %s cannot be used: %s may not be read or written; give yourself the right, or set log.path"
              .formatted(place, file);
      case NoSuchFileException _ ->
          "the log %s cannot be used: %s is not there any more".formatted(place, file);
      case NotDirectoryException _ -> notADirectory(place, file);
      case FileAlreadyExistsException _ -> notADirectory(place, file);
      default ->
          "the log %s cannot be used: %s; look at its disk, or set log.path"
              .formatted(place, reason(failure));
    };
  }

  private static String notADirectory(Path place, String file) {
    return "the log %s cannot be used: %s is a file and must be a directory; set log.path"
        .formatted(place, file);
  }

  private static String reason(IOException failure) {
    return Objects.requireNonNullElse(failure.getMessage(), failure.getClass().getSimpleName());
  }
}
