package dev.easel.adapter.persistence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// The two calls to the disk on which promises hang, apart so that tests can let them fail.
interface JsonlDisk {

  /// The disk as it is.
  JsonlDisk REAL =
      new JsonlDisk() {
        @Override
        public void write(FileChannel file, ByteBuffer bytes) throws IOException {
          file.write(bytes);
        }

        @Override
        public void force(FileChannel file) throws IOException {
          file.force(false);
        }
      };

  /// Writes some of the bytes that remain, or all of them.
  void write(FileChannel file, ByteBuffer bytes) throws IOException;

  /// Puts what was written on stable storage.
  void force(FileChannel file) throws IOException;
}
