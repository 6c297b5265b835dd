package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Entry;
import java.util.SortedSet;

/// What the journal says of an entry after its line was written. It lies over the line.
///
/// @param sequence of the last record about it
/// @param line where the line begins
/// @param whole what the entry has become, null when only star and tags changed
/// @param marks star and tags that were set after that, null when none were
record JsonlOverlay(long sequence, long line, @Nullable Entry whole, @Nullable Marks marks) {

  /// Star and tags.
  record Marks(boolean star, SortedSet<String> tags) {}

  /// The overlay of an entry that has become this one.
  static JsonlOverlay of(JsonlRecord.Changed changed) {
    return new JsonlOverlay(changed.sequence(), changed.line(), changed.entry(), null);
  }

  /// The same overlay, if there is one, with other star and tags.
  static JsonlOverlay of(@Nullable JsonlOverlay before, JsonlRecord.Marked marked) {
    Marks marks = new Marks(marked.star(), marked.tags());
    Entry whole = before == null ? null : before.whole();
    return new JsonlOverlay(marked.sequence(), marked.line(), whole, marks);
  }

  /// What the entry of the line is now.
  Entry over(Entry ofLine) {
    Entry base = whole == null ? ofLine : whole;
    return marks == null ? base : base.marked(marks.star(), marks.tags());
  }
}
