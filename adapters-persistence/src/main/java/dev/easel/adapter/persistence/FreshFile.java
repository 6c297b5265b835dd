package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/// A new file that is written once, from its start to its end. A large one goes past the system's
/// cache of files where it can: to make room there for megabytes may take longer than to write
/// them, and what is read again and again, as the log is, would have to go. For one thread.
final class FreshFile implements AutoCloseable {

  private static final long LARGE = 256 * 1024;

  private final FileChannel channel;
  private final @Nullable UncachedWriter uncached;

  private FreshFile(FileChannel channel, @Nullable UncachedWriter uncached) {
    this.channel = channel;
    this.uncached = uncached;
  }

  /// Makes it, only for the user's eyes.
  ///
  /// @param length how many bytes will be written, as far as is known
  static FreshFile make(Path file, long length) throws IOException {
    return length < LARGE ? new FreshFile(PrivateFiles.openNew(file), null) : makeLarge(file);
  }

  /// Makes a large one, only for the user's eyes.
  static FreshFile makeLarge(Path file) throws IOException {
    FileChannel channel = PrivateFiles.openNew(file);
    return new FreshFile(channel, UncachedWriter.to(file, channel));
  }

  /// Writes these bytes after those before.
  void write(ByteBuffer bytes) throws IOException {
    if (uncached == null) {
      WholeWrite.to(channel, bytes);
    } else {
      uncached.write(bytes);
    }
  }

  /// Gives what was written to the disk now, where it does not go through the cache.
  void flush() throws IOException {
    if (uncached != null) {
      uncached.flush();
    }
  }

  /// Puts all on stable storage. Nothing may be written afterwards.
  void finish() throws IOException {
    if (uncached != null) {
      uncached.finish();
    }
    channel.force(true);
    close();
  }

  @Override
  public void close() throws IOException {
    try (channel;
        uncached) {
      // both, whatever happens to one
    }
  }
}
