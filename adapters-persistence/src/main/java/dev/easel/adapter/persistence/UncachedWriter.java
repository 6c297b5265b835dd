package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Writes a file past the system's cache of files, in large blocks, from its start to its end. Its
/// last bytes, which fill no block of the disk, what the disk does not take in this way, and what
/// comes while others have all blocks go through the cache. For one thread.
final class UncachedWriter implements AutoCloseable {

  private final FileChannel cached;
  private final FileChannel uncached;
  private final ByteBuffer rest = ByteBuffer.allocate(UncachedBlock.ALIGNMENT);
  private @Nullable UncachedBlock block;
  private long written;

  /// @param cached an empty file
  /// @param uncached the way to it past the cache
  UncachedWriter(FileChannel cached, FileChannel uncached) {
    this.cached = cached;
    this.uncached = uncached;
  }

  /// A writer to a file; null where the disk has no such way.
  ///
  /// @param cached the same file, which is empty
  static @Nullable UncachedWriter to(Path file, FileChannel cached) {
    try {
      return new UncachedWriter(cached, open(file));
    } catch (IOException | UnsupportedOperationException _) {
      return null;
    }
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
    UncachedBlock gathering = gathering();
    if (gathering == null) {
      put(cached, bytes);
    } else {
      gather(bytes, gathering.bytes());
    }
  }

  // Past the cache nothing can be written behind an end that fills no block of the disk.
  private @Nullable UncachedBlock gathering() throws IOException {
    if (block == null && written % UncachedBlock.ALIGNMENT == 0) {
      block = UncachedBlock.take();
      if (block == null) {
        putRest();
      } else {
        block.bytes().put(rest.flip());
        rest.clear();
      }
    }
    return block;
  }

  private void gather(ByteBuffer bytes, ByteBuffer gathered) throws IOException {
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

  /// Writes what was gathered, but for what fills no block of the disk, and lets others have the
  /// memory until more comes.
  void flush() throws IOException {
    if (block != null) {
      ByteBuffer gathered = block.bytes().flip();
      int length = gathered.limit();
      putWhole(gathered.limit(length - length % UncachedBlock.ALIGNMENT));
      rest.put(gathered.limit(length));
      giveBack();
    }
  }

  /// Writes all that was gathered. Nothing may be written afterwards.
  void finish() throws IOException {
    flush();
    putRest();
  }

  private void putRest() throws IOException {
    put(cached, rest.flip());
    rest.clear();
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

  private void giveBack() {
    if (block != null) {
      block.close();
      block = null;
    }
  }

  @Override
  public void close() throws IOException {
    giveBack();
    uncached.close();
  }
}
