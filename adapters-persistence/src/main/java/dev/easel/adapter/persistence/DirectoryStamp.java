package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/// Which directory lies in a place, and when a name in it last came, went or changed its file. Two
/// that are [the same][#isSame] and [settled][#isSettled] tell that every name in it stands for the
/// same file.
///
/// @param key the directory's own
/// @param changed when it was, by the clock of the file system; nobody can set it back
record DirectoryStamp(Object key, FileTime changed) {

  /// No clock of a file system is coarser.
  private static final Duration COARSEST = Duration.ofSeconds(2);

  /// How it is now.
  ///
  /// @return null when it cannot be looked at, or where systems do not tell
  static @Nullable DirectoryStamp of(Path directory) {
    try {
      Map<String, Object> found = Files.readAttributes(directory, "unix:fileKey,ctime");
      Object key = Objects.requireNonNull(found.get("fileKey"));
      return found.get("ctime") instanceof FileTime changed
          ? new DirectoryStamp(key, changed)
          : null;
    } catch (IOException | UnsupportedOperationException _) {
      return null;
    }
  }

  /// Whether this is the same directory, unchanged.
  boolean isSame(@Nullable DirectoryStamp other) {
    return other != null && changed.equals(other.changed) && key.equals(other.key);
  }

  /// Whether the next change will be told by another time.
  boolean isSettled(Instant now) {
    return changed.toInstant().plus(COARSEST).isBefore(now);
  }
}
