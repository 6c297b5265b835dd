package dev.easel.adapter.persistence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// Files that are written beside their final place and then renamed, so that no reader ever sees
/// half of one.
final class TemporaryFiles {
  private static final String PREFIX = ".tmp-";

  /// No other process has names that begin with this.
  private static final String OWN = PREFIX + UUID.randomUUID() + "-";

  private static final AtomicLong COUNT = new AtomicLong();

  /// No picture takes this long to write, so an older file is that of a process that died.
  private static final Duration STALE = Duration.ofDays(1);

  private TemporaryFiles() {}

  /// Loads what names take: the first random number of a process.
  static void prepare() {
    fresh(Path.of(""));
  }

  /// A name that no file has.
  static Path fresh(Path directory) {
    return directory.resolve(OWN + COUNT.incrementAndGet());
  }

  /// Whether a file is one of these, by its name.
  static boolean isOne(Path file) {
    return String.valueOf(file.getFileName()).startsWith(PREFIX);
  }

  /// Writes a small file durably, over what may be there, so that it is there whole or not at all.
  static void replace(Path file, byte[] bytes) throws IOException {
    Path directory = directory(file);
    put(file, bytes, fresh(directory));
    PrivateFiles.force(directory);
  }

  private static void put(Path file, byte[] bytes, Path temporary) throws IOException {
    boolean moved = false;
    try {
      write(temporary, bytes);
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
      moved = true;
    } finally {
      if (!moved) {
        Files.deleteIfExists(temporary);
      }
    }
  }

  private static Path directory(Path file) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    if (directory == null) {
      throw new IOException(file + " is no file");
    }
    return directory;
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel = PrivateFiles.openNew(file)) {
      WholeWrite.to(channel, ByteBuffer.wrap(bytes));
      channel.force(true);
    }
  }

  /// Removes what processes left behind that died while writing. What cannot be removed stays.
  static void removeStale(Path directory) {
    Instant limit = Instant.now().minus(STALE);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, PREFIX + "*")) {
      for (Path file : files) {
        removeIfOlder(file, limit);
      }
    } catch (IOException | DirectoryIteratorException unreadable) {
      return;
    }
  }

  private static void removeIfOlder(Path file, Instant limit) {
    try {
      Instant written = Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
      if (written.isBefore(limit)) {
        Files.deleteIfExists(file);
      }
    } catch (IOException stays) {
      return;
    }
  }
}
