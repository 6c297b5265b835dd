package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Writes a file past the system's cache of files, in large blocks, from its start to its end. Its
/// last bytes, which fill no block of the disk, and what the disk does not take in this way go
/// through the cache. For one thread.
final class UncachedWriter implements AutoCloseable {

  private final FileChannel cached;
  private final FileChannel uncached;
  private final UncachedBlock block;
  private long written;

  /// @param cached an empty file
  /// @param uncached the way to it past the cache
  /// @param block is given back at the end
  UncachedWriter(FileChannel cached, FileChannel uncached, UncachedBlock block) {
    this.cached = cached;
    this.uncached = uncached;
    this.block = block;
  }

  /// A writer to a file; null where the disk has no such way, or others have all blocks.
  ///
  /// @param cached the same file, which is empty
  static @Nullable UncachedWriter to(Path file, FileChannel cached) {
    UncachedBlock block = UncachedBlock.take();
    if (block == null) {
      return null;
    }
    UncachedWriter writer = null;
    try {
      writer = new UncachedWriter(cached, open(file), block);
    } catch (IOException | UnsupportedOperationException _) {
      // through the cache, then
    } finally {
      if (writer == null) {
        block.close();
      }
    }
    return writer;
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.WRITE, pastTheCache());
  }

  // The JDK has it only in jdk.unsupported, which the compiler warns of whoever names it.
  private static OpenOption pastTheCache() {
    try {
      Class<?> options = Class.forName("com.sun.nio.file.ExtendedOpenOption");
      return (OpenOption) options.getField("DIRECT").get(null);
    } catch (ReflectiveOperationException missing) {
      throw new UnsupportedOperationException(missing);
    }
  }

  /// Writes these bytes, now or with those that follow.
  void write(ByteBuffer bytes) throws IOException {
    ByteBuffer gathered = block.bytes();
    while (bytes.hasRemaining()) {
      int count = Math.min(bytes.remaining(), gathered.remaining());
      gathered.put(bytes.slice(bytes.position(), count));
      bytes.position(bytes.position() + count);
      if (!gathered.hasRemaining()) {
        putWhole(gathered.flip());
        gathered.clear();
      }
    }
  }

  /// Writes all that was gathered. Nothing may be written afterwards.
  void finish() throws IOException {
    ByteBuffer rest = block.bytes().flip();
    int length = rest.limit();
    putWhole(rest.limit(length - length % UncachedBlock.ALIGNMENT));
    put(cached, rest.limit(length));
  }

  private void putWhole(ByteBuffer bytes) throws IOException {
    try {
      put(uncached, bytes);
    } catch (IOException _) {
      put(cached, bytes); // which says what is wrong, if it is not the way
    }
  }

  private void put(FileChannel way, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      written += way.write(bytes, written);
    }
  }

  @Override
  public void close() throws IOException {
    try (block) {
      uncached.close();
    }
  }
}
