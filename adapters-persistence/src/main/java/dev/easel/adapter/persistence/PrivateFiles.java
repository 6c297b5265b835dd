package dev.easel.adapter.persistence;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Files and directories that only their owner may see: 0600 and 0700 where they are made here;
/// what is there already stays as it is.
final class PrivateFiles {

  private static final FileAttribute<?> FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final FileAttribute<?> DIRECTORY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private PrivateFiles() {}

  /// Makes the directory, and those above it, where they are missing.
  static void makeDirectory(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      Files.createDirectories(directory, DIRECTORY);
    }
  }

  /// Makes an empty file unless there is one, which is not opened then: closing a file drops the
  /// locks that this process holds on it.
  ///
  /// @return whether the file is new
  static boolean makeFile(Path file) throws IOException {
    try {
      Files.createFile(file, FILE);
      return true;
    } catch (FileAlreadyExistsException _) {
      return false;
    }
  }

  /// Makes a file and opens it for writing.
  ///
  /// @throws FileAlreadyExistsException when something lies there, a link among others
  static FileChannel openNew(Path file) throws IOException {
    return open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /// Opens a file, making it first where `options` say so.
  static FileChannel open(Path file, StandardOpenOption... options) throws IOException {
    return FileChannel.open(file, Set.<OpenOption>of(options), FILE);
  }

  /// Whether a file lies there, and no link to one. The first look costs little where there is
  /// nothing, while the second would throw.
  static boolean isFile(Path path) {
    return Files.exists(path) && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
  }

  /// Puts a file on stable storage, or what a directory says of its files, new and renamed ones.
  static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
