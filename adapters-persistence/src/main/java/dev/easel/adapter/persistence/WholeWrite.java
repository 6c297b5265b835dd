package dev.easel.adapter.persistence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// Writes all bytes of a buffer: a channel may take only some of them at once.
final class WholeWrite {

  private WholeWrite() {}

  /// Writes all that remains where the channel is.
  static void to(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
