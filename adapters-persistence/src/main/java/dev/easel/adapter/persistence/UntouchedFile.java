package dev.easel.adapter.persistence;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/// A file that is to go unless it has been written or touched lately.
///
/// Nothing is locked: it is first put aside, where no other process finds it, and looked at there
/// once more. One that was touched just before comes back; who comes to touch it afterwards finds
/// none and writes a new one.
///
/// @param since from when on it counts as lately
record UntouchedFile(Path file, Instant since) {

  /// Makes it one that was touched now.
  ///
  /// @param length how long it has to be
  /// @return false when it is not there, is no such file, or is not ours to touch
  boolean touch(long length) throws IOException {
    if (!Files.exists(file)) {
      return false; // as of nearly every file; to look at one that is not there throws
    }
    try {
      BasicFileAttributes found =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!found.isRegularFile() || found.size() != length) {
        return false;
      }
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
      // the JDK opens it first, and may have touched one that was put aside since
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    } catch (FileSystemException gone) {
      return false;
    }
  }

  /// Whether it is there and was not written lately.
  boolean isThere() throws IOException {
    return isUntouched(file);
  }

  private boolean isUntouched(Path path) throws IOException {
    try {
      return Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS).toInstant().isBefore(since);
    } catch (NoSuchFileException gone) {
      return false;
    }
  }

  /// Removes it.
  ///
  /// @return whether it was there and has gone
  boolean remove() throws IOException {
    Path aside = TemporaryFiles.fresh(file.toAbsolutePath().resolveSibling(""));
    try {
      Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException gone) {
      return false;
    }
    if (isUntouched(aside)) {
      return Files.deleteIfExists(aside);
    }
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    return false;
  }
}
