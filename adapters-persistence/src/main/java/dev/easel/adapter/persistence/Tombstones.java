package dev.easel.adapter.persistence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Remembers the pictures that were deleted on purpose: one empty file each, named by the hash.
final class Tombstones {
  private final Path directory;

  Tombstones(Path directory) {
    this.directory = directory;
  }

  boolean has(String sha256) {
    return PrivateFiles.isFile(directory.resolve(sha256));
  }

  /// Puts a tombstone, durably; one that stands already stays.
  void put(String sha256) throws IOException {
    PrivateFiles.makeDirectory(directory);
    if (PrivateFiles.makeFile(directory.resolve(sha256))) {
      PrivateFiles.force(directory);
    }
  }

  void remove(String sha256) throws IOException {
    if (has(sha256)) {
      Files.deleteIfExists(directory.resolve(sha256));
    }
  }
}
