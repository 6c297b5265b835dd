package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/// Which file lies in a place, and how long it is.
///
/// @param device the number of its file system, 0 when there is no file
/// @param inode the file's number there, 0 when there is no file
/// @param size in bytes
record JsonlStamp(long device, long inode, long size) {

  /// No file.
  static final JsonlStamp ABSENT = new JsonlStamp(0, 0, 0);

  /// What lies there now.
  static JsonlStamp of(Path file) throws IOException {
    try {
      Map<String, Object> found = Files.readAttributes(file, "unix:dev,ino,size");
      return new JsonlStamp(number(found, "dev"), number(found, "ino"), number(found, "size"));
    } catch (NoSuchFileException _) {
      return ABSENT;
    }
  }

  /// Whether this is the same file, however long it is.
  boolean isSameFile(JsonlStamp other) {
    return inode == other.inode && device == other.device;
  }

  /// The same file when it is this long.
  JsonlStamp of(long length) {
    return new JsonlStamp(device, inode, length);
  }

  // The JDK makes the methods of a record when they are first called, which takes a start tens of
  // milliseconds.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JsonlStamp stamp && isSameFile(stamp) && stamp.size == size;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(31 * (31 * device + inode) + size);
  }

  private static long number(Map<String, Object> attributes, String name) {
    return attributes.get(name) instanceof Long number ? number : 0;
  }
}
