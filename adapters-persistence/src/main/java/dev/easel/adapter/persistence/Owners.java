package dev.easel.adapter.persistence;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/// Who is using a log: a directory with one file for each open handle, locked as long as the handle
/// lives. The kernel frees the lock of a process that dies, so a file that is gone or not locked
/// means that its owner is no more. Safe for use by several threads.
final class Owners implements AutoCloseable {

  /// The files that this process holds. They must never be opened again here: closing any channel
  /// to a file drops the locks that the process has on it.
  private static final Set<Path> HELD = new HashSet<>();

  private final Path directory;
  private final String id;
  private final FileChannel channel;

  private Owners(Path directory, String id, FileChannel channel) {
    this.directory = directory;
    this.id = id;
    this.channel = channel;
  }

  /// Enters the users of the log whose directory this is, which is made when it is missing.
  static Owners enter(Path directory) throws IOException {
    PrivateFiles.makeDirectory(directory);
    Path real = directory.toRealPath();
    synchronized (HELD) {
      while (true) {
        String id = UUID.randomUUID().toString();
        FileChannel channel =
            PrivateFiles.open(
                real.resolve(id), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        if (locked(channel, real.resolve(id))) {
          HELD.add(real.resolve(id));
          return new Owners(real, id, channel);
        }
        channel.close();
      }
    }
  }

  /// Removes the files of all handles that are no more.
  void tidy() throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        alive(file.getFileName().toString());
      }
    }
  }

  // Whoever tidies up may have looked at the new file before it was locked, and removed it.
  private static boolean locked(FileChannel channel, Path file) throws IOException {
    return channel.tryLock() != null && Files.exists(file);
  }

  /// The name under which this handle owns entries.
  String id() {
    return id;
  }

  /// Whether the handle of this name still lives. The file of a dead one is removed.
  boolean alive(String owner) throws IOException {
    return alive(directory, owner);
  }

  /// Whether the handle of this name in this directory of owners still lives. The file of a dead
  /// one is removed.
  static boolean alive(Path directory, String owner) throws IOException {
    if (!Files.isDirectory(directory)) {
      return false;
    }
    Path file = directory.toRealPath().resolve(owner);
    synchronized (HELD) {
      return HELD.contains(file) || isLocked(file);
    }
  }

  // Lookers share their lock, so that they do not take one another for the owner.
  private static boolean isLocked(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
      if (lock == null) {
        return true;
      }
      Files.deleteIfExists(file);
      return false;
    } catch (NoSuchFileException _) {
      return false;
    }
  }

  /// Leaves: what this handle still owns has no living owner from now on.
  @Override
  public void close() throws IOException {
    synchronized (HELD) {
      Files.deleteIfExists(directory.resolve(id));
      HELD.remove(directory.resolve(id));
      channel.close();
    }
  }
}
