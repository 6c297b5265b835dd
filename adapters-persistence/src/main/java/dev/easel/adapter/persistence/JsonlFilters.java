package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/// Gives the filters of blocks for one search. It reads a run of the file at a time, backwards,
/// since searches go from new to old. Not safe for use by several threads.
final class JsonlFilters implements AutoCloseable {

  private static final int RUN = 1 << 20;

  private final @Nullable RandomAccessFile file;
  private ByteBuffer run = ByteBuffer.allocate(0);
  private long runStart;

  private JsonlFilters(@Nullable RandomAccessFile file) {
    this.file = file;
  }

  /// The filters in this file; where it is not the one that is meant, every token may be anywhere.
  static JsonlFilters open(Path file, JsonlWords words) throws IOException {
    return new JsonlFilters(words.isIn(file) ? new RandomAccessFile(file.toFile(), "r") : null);
  }

  /// Whether an entry of the block may have the token.
  boolean mayHold(JsonlBlock block, long token) {
    if (block.later().contains(token)) {
      return true;
    }
    return switch (block.words()) {
      case JsonlBlock.Words.Kept(JsonlFilter filter) -> filter.mayHold(token);
      case JsonlBlock.Words.Stored stored -> file == null || read(file, stored).mayHold(token);
      case JsonlBlock.Words.Open _ -> true;
    };
  }

  private JsonlFilter read(RandomAccessFile input, JsonlBlock.Words.Stored stored) {
    long end = stored.offset() + (long) stored.longs() * Long.BYTES;
    if (stored.offset() < runStart || end > runStart + run.limit()) {
      load(input, stored.offset(), end);
    }
    return JsonlFilter.readFrom(
        run.slice(
            (int) (stored.offset() - runStart), run.limit() - (int) (stored.offset() - runStart)),
        stored.longs());
  }

  private void load(RandomAccessFile input, long start, long end) {
    try {
      runStart = Math.max(0, Math.min(start, end - RUN));
      byte[] bytes = new byte[(int) (end - runStart)];
      input.seek(runStart);
      input.readFully(bytes);
      run = ByteBuffer.wrap(bytes);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
