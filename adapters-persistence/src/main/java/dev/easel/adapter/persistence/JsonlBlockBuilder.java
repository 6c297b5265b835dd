package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryId;
import java.util.HashSet;
import java.util.Set;

/// A block that still grows. Not safe for use by several threads.
final class JsonlBlockBuilder {

  private static final int MOST_LINES = 256;
  private static final long MOST_BYTES = 512 << 10;

  private final long start;
  private final JsonlTokenSet tokens = new JsonlTokenSet();
  private final Set<EntryId> ids = new HashSet<>();
  private JsonlRanges ranges = JsonlRanges.NONE;
  private int lines;
  private int entries;

  JsonlBlockBuilder(long start) {
    this.start = start;
  }

  /// Counts a line that is no entry.
  void addOther() {
    lines++;
  }

  /// Counts a line that is an entry with these tokens.
  void add(Entry entry, long[] its) {
    lines++;
    entries++;
    ids.add(entry.id());
    change(entry, its);
  }

  /// One of the entries has become this one, with these tokens.
  void change(Entry entry, long[] its) {
    ranges = ranges.with(entry);
    for (long token : its) {
      tokens.add(token);
    }
  }

  /// Whether one of the entries has this id.
  boolean holds(EntryId id) {
    return ids.contains(id);
  }

  /// Whether it has no lines.
  boolean isEmpty() {
    return lines == 0;
  }

  /// Where it begins.
  long start() {
    return start;
  }

  /// Whether it is large enough when it ends there.
  boolean isFull(long end) {
    return lines >= MOST_LINES || end - start >= MOST_BYTES;
  }

  /// The block as it is now, still open.
  JsonlBlock open(long end) {
    return new JsonlBlock(start, end, entries, ranges, new JsonlBlock.Words.Open(), Set.of());
  }

  /// The finished block.
  JsonlBlock sealed(long end) {
    JsonlBlock.Words words = new JsonlBlock.Words.Kept(JsonlFilter.of(tokens));
    return new JsonlBlock(start, end, entries, ranges, words, Set.of());
  }
}
