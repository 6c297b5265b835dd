package dev.easel.adapter.persistence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;

/// The file of filters that an index refers to: a head, and one filter after the other.
///
/// @param generation another one for each file that was begun
/// @param length how much of the file the index knows
record JsonlWords(long generation, long length) {

  private static final long MAGIC = 0x656173656c773031L; // easelw01
  private static final int HEAD = 2 * Long.BYTES;

  /// No file.
  static final JsonlWords NONE = new JsonlWords(0, 0);

  /// Whether the file in this place holds what the index refers to.
  boolean isIn(Path file) throws IOException {
    if (length == 0 || JsonlStamp.of(file).size() < length) {
      return false;
    }
    ByteBuffer head = ByteBuffer.wrap(JsonlLines.bytes(file, 0, HEAD));
    return head.getLong() == MAGIC && head.getLong() == generation;
  }

  /// Begins a file of its own.
  static JsonlWords begin(Path file) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(next);
    long generation = UUID.randomUUID().getMostSignificantBits();
    try (FileChannel channel = PrivateFiles.openNew(next)) {
      WholeWrite.to(channel, ByteBuffer.allocate(HEAD).putLong(MAGIC).putLong(generation).flip());
      channel.force(true);
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return new JsonlWords(generation, HEAD);
  }

  /// Adds the filters of these blocks; what an earlier attempt left behind is overwritten.
  ///
  /// @param stored receives the blocks, with the places of their filters
  JsonlWords append(Path file, List<JsonlBlock> blocks, List<JsonlBlock> stored)
      throws IOException {
    long end = length;
    try (FileChannel channel = PrivateFiles.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(length);
      channel.position(length);
      for (JsonlBlock block : blocks) {
        ByteBuffer bytes = kept(block).bytes();
        stored.add(block.with(new JsonlBlock.Words.Stored(end, bytes.remaining())));
        end += bytes.remaining();
        WholeWrite.to(channel, bytes);
      }
      channel.force(true);
    }
    return new JsonlWords(generation, end);
  }

  private static JsonlFilter kept(JsonlBlock block) {
    if (block.words() instanceof JsonlBlock.Words.Kept(JsonlFilter filter)) {
      return filter;
    }
    throw new IllegalStateException("a new block has its filter in memory");
  }
}
