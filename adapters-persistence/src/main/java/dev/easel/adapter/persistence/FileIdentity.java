package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.LogUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/// Which file lay in a place when somebody looked. A file that is open is never taken for another
/// one, not even after it was removed: its number is given to no other as long as it is open.
///
/// @param key empty when there was none
record FileIdentity(Path path, Optional<Object> key) {

  /// Which file lies there now.
  static FileIdentity of(Path path) {
    try {
      BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
      return new FileIdentity(path, Optional.ofNullable(found.fileKey()));
    } catch (IOException _) {
      return new FileIdentity(path, Optional.empty());
    }
  }

  /// Whether it lies there still.
  boolean isInPlace() {
    return key.equals(of(path).key());
  }

  /// Demands that it lies there still.
  ///
  /// @param log how the user calls the log that it belongs to
  /// @throws LogUnavailable when it does not
  void demand(Path log) {
    if (!isInPlace()) {
      throw LogFailures.moved(log);
    }
  }

  // The JDK makes the methods of a record when they are first called, which takes a start tens of
  // milliseconds.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FileIdentity(Path place, Optional<Object> number)
        && place.equals(path)
        && number.equals(key);
  }

  @Override
  public int hashCode() {
    return 31 * path.hashCode() + key.hashCode();
  }
}
