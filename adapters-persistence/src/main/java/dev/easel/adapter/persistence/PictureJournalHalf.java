package dev.easel.adapter.persistence;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// How far one half of a journal of pictures is filled, for one thread at a time; and which of its
/// pictures are on the way to their places, for any.
final class PictureJournalHalf {

  private final Lock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final long start;
  private long turn;
  private int length;
  private int open;
  private boolean free = true;

  /// @param start where it begins in its file
  PictureJournalHalf(long start) {
    this.start = start;
  }

  /// Whether nothing in it is needed any more.
  boolean isFree() {
    return free;
  }

  /// Begins to fill it anew.
  ///
  /// @param turn that no half had before
  void begin(long turn) {
    this.turn = turn;
    length = 0;
    free = false;
  }

  /// Nothing in it is needed any more.
  void free() {
    free = true;
  }

  boolean hasRoom(List<JournalRecord> records) {
    return !free && JournalRecord.size(records) <= PictureJournalFile.HALF - length;
  }

  /// Where the next record goes.
  long end() {
    return start + length;
  }

  /// These, as records of this turn.
  ByteBuffer encoded(List<JournalRecord> records) {
    return JournalRecord.encoded(records, turn);
  }

  /// Where its first record says its turn.
  long start() {
    return start;
  }

  /// The records of a picture were written, which is not in its place yet.
  void wrote(List<JournalRecord> records) {
    length += JournalRecord.size(records);
    change(1);
  }

  /// A picture is in its place, or will never be.
  void settled() {
    change(-1);
  }

  private void change(int by) {
    lock.lock();
    try {
      open += by;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Waits until no picture is on the way to its place.
  void awaitPictures() {
    lock.lock();
    try {
      while (open > 0) {
        changed.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }
}
