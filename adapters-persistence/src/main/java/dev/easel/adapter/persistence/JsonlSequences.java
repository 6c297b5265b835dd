package dev.easel.adapter.persistence;

import java.util.ArrayDeque;
import java.util.Deque;

/// When the last lines of the log were written, in terms of the journal: the two files grow side by
/// side, and this says which line came before which record. Not safe for use by several threads.
final class JsonlSequences {

  private static final int MOST = 4_096;

  private record Mark(long line, long sequence) {}

  private final Deque<Mark> marks;

  JsonlSequences() {
    this(new ArrayDeque<>());
  }

  private JsonlSequences(Deque<Mark> marks) {
    this.marks = marks;
  }

  /// The line that begins there was written just before the record of this number.
  void add(long line, long sequence) {
    marks.addLast(new Mark(line, sequence));
    if (marks.size() > MOST) {
      marks.removeFirst();
    }
  }

  /// These, as they are now.
  JsonlSequences copy() {
    return new JsonlSequences(new ArrayDeque<>(marks));
  }

  /// The number of the record before which a line was there, or the highest number when it is newer
  /// than all that is known.
  long of(long line) {
    for (Mark mark : marks) {
      if (mark.line() >= line) {
        return mark.sequence();
      }
    }
    return Long.MAX_VALUE;
  }
}
