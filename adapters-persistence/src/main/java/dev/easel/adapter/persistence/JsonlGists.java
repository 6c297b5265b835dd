package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.Entry;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Reads the gists of many lines, on all processors when there are very many, and gives them on in
/// their order.
final class JsonlGists implements JsonlLines.Sink {

  private static final int RUN = 2_048;
  private static final long MANY_BYTES = 4 << 20;
  private static final long[] NO_TOKENS = {};

  /// A line that was read.
  static final class Read {
    private final JsonlLine line;
    private final long[] tokens;
    private final long next;

    private Read(JsonlLine line, long[] tokens, long next) {
      this.line = line;
      this.tokens = tokens;
      this.next = next;
    }

    /// What it is.
    JsonlLine line() {
      return line;
    }

    /// The tokens of the entry, if it is one.
    long[] tokens() {
      return tokens;
    }

    /// Where the next line begins.
    long next() {
      return next;
    }
  }

  private record Unread(ByteBuffer bytes, long offset, long next) {}

  private final JsonlLineReader reader;
  private final JsonlVocabulary vocabulary;
  private final boolean many;
  private final Consumer<Read> sink;
  private final List<Unread> run = new ArrayList<>();

  /// Gists for `sink`.
  ///
  /// @param vocabulary gets the values of fields
  /// @param bytes how many there will be
  JsonlGists(JsonlLineReader reader, JsonlVocabulary vocabulary, long bytes, Consumer<Read> sink) {
    this.reader = reader;
    this.vocabulary = vocabulary;
    this.many = bytes >= MANY_BYTES;
    this.sink = sink;
  }

  @Override
  public void line(byte[] bytes, int start, int length, long offset, long next) {
    ByteBuffer copy = ByteBuffer.wrap(Arrays.copyOfRange(bytes, start, start + length));
    run.add(new Unread(copy, offset, next));
    if (run.size() == RUN) {
      finish();
    }
  }

  /// Gives on what is left.
  void finish() {
    Stream<Unread> lines = many ? run.parallelStream() : run.stream();
    lines.map(this::read).toList().forEach(sink);
    run.clear();
  }

  private Read read(Unread unread) {
    byte[] bytes = unread.bytes().array();
    JsonlLine line = reader.gist(bytes, 0, bytes.length, unread.offset(), unread.next());
    long[] tokens =
        line instanceof JsonlLine.Whole(Entry entry)
            ? JsonlTokens.of(entry, vocabulary)
            : NO_TOKENS;
    return new Read(line, tokens, unread.next());
  }
}
