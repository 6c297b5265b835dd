package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;

/// Gives the filters of blocks for one search. It reads backwards, since searches go from new to
/// old, and the more at a time the longer the search lasts. Not safe for use by several threads.
final class JsonlFilters implements AutoCloseable {

  private static final int LONGEST_RUN = 1 << 20;
  private static final int GROWTH = 4;

  private final @Nullable RandomAccessFile file;
  private ByteBuffer run = ByteBuffer.allocate(0);
  private long runStart;
  private long last = -1;
  private Optional<JsonlFilter> filter = Optional.empty();

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
      case JsonlBlock.Words.Kept(JsonlFilter kept) -> kept.mayHold(token);
      case JsonlBlock.Words.Stored stored -> file == null || mayHold(file, stored, token);
      case JsonlBlock.Words.Open _ -> true;
    };
  }

  private boolean mayHold(RandomAccessFile input, JsonlBlock.Words.Stored stored, long token) {
    if (stored.offset() != last) {
      filter = JsonlFilter.of(read(input, stored.offset(), stored.length()));
      last = stored.offset();
    }
    return filter.isEmpty() || filter.get().mayHold(token);
  }

  private ByteBuffer read(RandomAccessFile input, long offset, int length) {
    if (offset < runStart || offset + length > runStart + run.limit()) {
      load(input, offset, length);
    }
    return run.slice((int) (offset - runStart), length);
  }

  private void load(RandomAccessFile input, long offset, int length) {
    long end = offset + length;
    int wanted = Math.max(length, Math.min(LONGEST_RUN, run.limit() * GROWTH));
    runStart = Math.max(0, end - wanted);
    try {
      int size = (int) (end - runStart);
      byte[] bytes = size <= run.capacity() ? run.array() : new byte[size];
      input.seek(runStart);
      input.readFully(bytes, 0, size);
      run = ByteBuffer.wrap(bytes).limit(size);
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
