package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.PictureStore.Condition;
import dev.easel.domain.ledger.PictureStore.Unstorable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// The directory that pictures are in, and what can be wrong with it. It need not exist yet.
///
/// @param housed whether there was a directory for it to be in
record PictureDirectory(Path path, boolean housed) {

  /// The directory in this place.
  static PictureDirectory at(Path path) {
    Path parent = path.getParent();
    return new PictureDirectory(path, parent != null && Files.isDirectory(parent));
  }

  /// Makes the directory, durably, where it is missing, unless what it was in is gone: then
  /// something was moved away, or is not mounted any more, and must not begin anew.
  ///
  /// @throws Unstorable when it is gone
  void makeInPlace() throws IOException {
    if (!Files.isDirectory(path)) {
      demandHouse();
      make();
    }
  }

  private void demandHouse() {
    Path parent = path.getParent();
    if (housed && parent != null && !Files.isDirectory(parent)) {
      String message =
          "The picture cannot be stored: %s was removed while Easel ran; put it back, or start Easel again."
              .formatted(parent);
      throw new Unstorable(message, false, null);
    }
  }

  /// Makes the directory, durably, where it is missing.
  void make() throws IOException {
    Path parent = path.getParent();
    if (parent != null && !Files.isDirectory(path)) {
      PrivateFiles.makeDirectory(path);
      PrivateFiles.force(parent);
    }
  }

  /// Makes and removes an empty file, which finds out what neither modes nor sizes tell: a disk
  /// that is read-only, a share that is used up, no room for another name.
  void tryOut() throws IOException {
    Path file = TemporaryFiles.fresh(path);
    PrivateFiles.openNew(file).close();
    Files.delete(file);
  }

  /// Demands room for so many bytes.
  ///
  /// @return for how many there is room
  /// @throws Unstorable when there is less
  long demandRoom(long bytes) {
    long free = DiskRoom.free(path);
    if (free < bytes) {
      throw noRoom(bytes, free);
    }
    return free;
  }

  private Unstorable noRoom(long bytes, long free) {
    String message =
        "The picture may need %,d bytes, and %s has room for %,d; make room on its disk."
            .formatted(bytes, path, free);
    return new Unstorable(message, true, null);
  }

  Condition condition() {
    PictureCount count = PictureCount.of(path);
    long free = DiskRoom.free(path);
    @Nullable String trouble = trouble(DiskRoom.none(path));
    return new Condition(path.toString(), count.pictures(), count.bytes(), free, trouble);
  }

  /// What `failure` means for the user.
  ///
  /// @param undone what did not happen to the picture: `stored` or `removed`
  Unstorable unstorable(String undone, Exception failure) {
    Throwable cause = Objects.requireNonNullElse(failure.getCause(), failure);
    boolean full = DiskRoom.missing(cause, path);
    @Nullable String trouble = trouble(full);
    String reason = trouble == null ? path + " failed: " + words(cause) + "." : trouble;
    return new Unstorable("The picture cannot be " + undone + ": " + reason, full, failure);
  }

  private @Nullable String trouble(boolean full) {
    Path existing = DiskRoom.existing(path);
    if (existing == null || !Files.isDirectory(existing)) {
      return existing + " is no directory; pictures belong in " + path + ".";
    }
    if (!Files.isWritable(existing)) {
      return existing + " cannot be written to; check who owns it and its mode.";
    }
    return full ? path + " has no room left; make room on its disk." : null;
  }

  /// The JDK's message of a file's failure is often no more than the file's name.
  private static String words(Throwable cause) {
    String type = cause.getClass().getSimpleName();
    String message = Objects.requireNonNullElse(cause.getMessage(), type);
    return cause instanceof FileSystemException ? type + " " + message : message;
  }
}
