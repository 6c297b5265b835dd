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
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/// Who is using a log, or a journal of pictures: a directory with one file for each open handle,
/// locked as long as the handle lives. The kernel frees the lock of a process that dies, so a file
/// that is gone or not locked means that its owner is no more. Safe for use by several threads.
final class Owners implements AutoCloseable {

  /// The files that this process holds. They must never be opened again here: closing any channel
  /// to a file drops the locks that the process has on it.
  private static final Set<Path> HELD = new HashSet<>();

  /// What an owner may be called. A log may come from anywhere, and names in it must not lead
  /// elsewhere.
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,64}");

  private final Path file;
  private FileChannel channel;

  private Owners(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /// Enters the users of the log whose directory this is, which is made when it is missing.
  static Owners enter(Path directory) throws IOException {
    PrivateFiles.makeDirectory(directory);
    Path file = directory.toRealPath().resolve(UUID.randomUUID().toString());
    synchronized (HELD) {
      FileChannel channel = locked(file);
      HELD.add(file);
      return new Owners(file, channel);
    }
  }

  /// Whether the file lies there still.
  boolean isThere() {
    return Files.exists(file);
  }

  /// Makes the file again if somebody has removed it, so that others see that its owner lives.
  void renew() throws IOException {
    synchronized (HELD) {
      if (!Files.exists(file)) {
        PrivateFiles.makeDirectory(directory());
        FileChannel removed = channel;
        channel = locked(file);
        removed.close();
      }
    }
  }

  // Whoever tidies up may look at the new file before it is locked, and remove it.
  private static FileChannel locked(Path file) throws IOException {
    while (true) {
      FileChannel channel =
          PrivateFiles.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        if (channel.tryLock() != null && Files.exists(file)) {
          return channel;
        }
      } catch (IOException | RuntimeException failure) {
        channel.close();
        throw failure;
      }
      channel.close();
    }
  }

  private Path directory() {
    return Objects.requireNonNull(file.getParent());
  }

  /// Removes the files of all handles that are no more.
  void tidy() throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory())) {
      for (Path file : files) {
        alive(file.getFileName().toString());
      }
    }
  }

  /// The name under which this handle owns entries.
  String id() {
    return file.getFileName().toString();
  }

  /// Whether the handle of this name still lives. The file of a dead one is removed.
  boolean alive(String owner) throws IOException {
    return alive(directory(), owner);
  }

  /// Whether the handle of this name in this directory of owners still lives. The file of a dead
  /// one is removed.
  static boolean alive(Path directory, String owner) throws IOException {
    if (!NAME.matcher(owner).matches()) {
      return false;
    }
    Path file = real(directory).resolve(owner);
    synchronized (HELD) {
      return HELD.contains(file) || isLocked(file);
    }
  }

  private static Path real(Path directory) throws IOException {
    return Files.isDirectory(directory) ? directory.toRealPath() : directory.toAbsolutePath();
  }

  // Lookers share their lock, so that they do not take one another for the owner.
  private static boolean isLocked(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
      if (lock == null) {
        return true;
      }
      remove(file);
      return false;
    } catch (NoSuchFileException _) {
      return false;
    }
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException _) {
      // it may lie on a disk that is read-only, and says the same when it stays
    }
  }

  /// Leaves: what this handle still owns has no living owner from now on.
  @Override
  public void close() throws IOException {
    synchronized (HELD) {
      Files.deleteIfExists(file);
      HELD.remove(file);
      channel.close();
    }
  }
}
