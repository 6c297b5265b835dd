package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.LogUnavailable;
import java.io.IOException;
import java.util.Arrays;

/// That a log and its journal only grow while they are open. Who empties one takes keys and budgets
/// out of it, and one that is read anew would let both begin again. Not safe for use by several
/// threads.
final class JsonlGrowth {

  private static final int TAIL = 64;

  private final JsonlHold hold;
  private long end;
  private byte[] tail = {};
  private long lastRecord;

  JsonlGrowth(JsonlHold hold) {
    this.hold = hold;
  }

  /// Demands that the last whole line that was read is there still.
  ///
  /// @param size of the log now
  /// @throws LogUnavailable when it is not
  void demand(long size) throws IOException {
    if (size < end || !Arrays.equals(tail, before(end))) {
      throw hold.shortened();
    }
  }

  /// The log is read up to there. A line without its end may be taken back by who writes it.
  void read(long to) throws IOException {
    byte[] bytes = before(to);
    if (bytes.length > 0 && bytes[bytes.length - 1] == '\n') {
      end = to;
      tail = bytes;
    }
  }

  /// These whole lines were appended, and it ends there now.
  void wrote(byte[] lines, long to) throws IOException {
    if (lines.length < TAIL) {
      read(to);
    } else {
      end = to;
      tail = Arrays.copyOfRange(lines, lines.length - TAIL, lines.length);
    }
  }

  /// The journal is read, or written, up to the record of this number. It is written anew now and
  /// then, and its records keep their numbers: one that knows less than before is another one.
  ///
  /// @throws LogUnavailable when it is
  void records(long last) {
    if (last < lastRecord) {
      throw hold.moved();
    }
    lastRecord = last;
  }

  private byte[] before(long offset) throws IOException {
    int length = (int) Math.min(TAIL, offset);
    return hold.bytes(offset - length, length);
  }
}
