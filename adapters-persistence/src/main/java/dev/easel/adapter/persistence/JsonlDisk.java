package dev.easel.adapter.persistence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The calls to the disk on which promises hang, apart so that tests can let them fail.
interface JsonlDisk {

  /// The disk as it is.
  JsonlDisk REAL =
      new JsonlDisk() {
        @Override
        public FileChannel open(Path file) throws IOException {
          return FileChannel.open(file, StandardOpenOption.APPEND);
        }

        @Override
        public void write(FileChannel file, ByteBuffer bytes) throws IOException {
          file.write(bytes);
        }

        @Override
        public void force(FileChannel file) throws IOException {
          file.force(false);
        }
      };

  /// Opens a file to append to it.
  ///
  /// @throws NoSuchFileException when it is missing: what was moved away must not begin anew
  FileChannel open(Path file) throws IOException;

  /// Writes some of the bytes that remain, or all of them.
  void write(FileChannel file, ByteBuffer bytes) throws IOException;

  /// Puts what was written on stable storage.
  void force(FileChannel file) throws IOException;
}
