package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Files that are written in their places at once, since nobody knows of them yet. That spares the
/// change of a name, which costs time in a directory that holds many.
final class NewFile {

  private NewFile() {}

  /// Writes a file. It need not be durable yet, and is not half there after a failure; whoever is
  /// killed in the midst leaves half of it behind.
  ///
  /// @return false when something lies there, which stays as it is
  static boolean write(Path file, byte[] bytes) throws IOException {
    @Nullable FileChannel made = made(file);
    if (made != null) {
      fill(made, file, bytes);
    }
    return made != null;
  }

  private static @Nullable FileChannel made(Path file) throws IOException {
    try {
      return PrivateFiles.openNew(file);
    } catch (FileAlreadyExistsException _) {
      return null;
    }
  }

  private static void fill(FileChannel made, Path file, byte[] bytes) throws IOException {
    boolean whole = false;
    try (made) {
      WholeWrite.to(made, ByteBuffer.wrap(bytes));
      whole = true;
    } finally {
      if (!whole) {
        removeHalf(file, bytes.length);
      }
    }
  }

  /// Removes a file that is shorter than it has to be: a whole one may have been put there by
  /// others since.
  static void removeHalf(Path file, long whole) throws IOException {
    if (PrivateFiles.isFile(file) && Files.size(file) < whole) {
      Files.deleteIfExists(file);
    }
  }
}
