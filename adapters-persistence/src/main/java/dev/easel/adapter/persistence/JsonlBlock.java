package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.Entry;
import java.util.HashSet;
import java.util.Set;

/// What the index knows of some lines that follow one another in the log.
///
/// @param start where the first line begins
/// @param end where the last one ends
/// @param entries how many of the lines are entries
/// @param words where the filter of the tokens is
/// @param later tokens of entries that were changed after their line was written
record JsonlBlock(
    long start, long end, int entries, JsonlRanges ranges, Words words, Set<Long> later) {

  /// Where a filter is.
  sealed interface Words {
    /// In memory.
    record Kept(JsonlFilter filter) implements Words {}

    /// In the file of filters.
    ///
    /// @param length in bytes
    record Stored(long offset, int length) implements Words {}

    /// There is none: the block still grows.
    record Open() implements Words {}
  }

  /// The same block with its filter elsewhere.
  JsonlBlock with(Words place) {
    return new JsonlBlock(start, end, entries, ranges, place, later);
  }

  /// The same block when one of its entries has become this one.
  JsonlBlock changed(Entry entry, JsonlVocabulary vocabulary) {
    Set<Long> more = new HashSet<>(later);
    JsonlTokens.each(entry, vocabulary, more::add);
    return new JsonlBlock(start, end, entries, ranges.with(entry), words, Set.copyOf(more));
  }
}
