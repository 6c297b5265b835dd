package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.EntryReading;
import dev.easel.domain.ledger.EntryReading.NotAnEntry;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/// Reads the lines of a log. Safe for use by several threads.
///
/// @param zone of the timestamps that name none
record JsonlLineReader(ZoneId zone) {

  private static final JsonlLine TOO_LONG =
      new JsonlLine.Damaged("it is longer than %d bytes".formatted(JsonlLines.LONGEST));

  private static final int LONGEST_GIST = 1 << 20;

  /// What a line is; the parameters are those of [JsonlLines.Sink].
  JsonlLine read(byte[] bytes, int start, int length, long offset, long next) {
    if (next - offset - 1 > length) {
      return TOO_LONG;
    }
    if (isBlank(bytes, start, length)) {
      return JsonlLine.BLANK;
    }
    try {
      return finished(
          EntryReading.read(
              JsonFields.of(bytes, start, length),
              zone,
              moment -> identify(moment, bytes, start, length, offset)));
    } catch (NotAnEntry damaged) {
      return new JsonlLine.Damaged(String.valueOf(damaged.getMessage()));
    }
  }

  /// The same, but of an entry perhaps only what searches, sums and the index look at.
  JsonlLine gist(byte[] bytes, int start, int length, long offset, long next) {
    if (length <= LONGEST_GIST) {
      Optional<Entry> gist =
          JsonlGist.read(
              JsonFields.parser(bytes, start, length),
              zone,
              moment -> identify(moment, bytes, start, length, offset));
      if (gist.isPresent() && gist.get().finished()) {
        return new JsonlLine.Whole(gist.get());
      }
    }
    return read(bytes, start, length, offset, next);
  }

  // What is in flight stands in the journal: only what has ended has a line.
  private static JsonlLine finished(Entry entry) {
    return entry.finished()
        ? new JsonlLine.Whole(entry)
        : new JsonlLine.Damaged("its state is reserved, and only what has ended has a line");
  }

  private static boolean isBlank(byte[] bytes, int start, int length) {
    for (int at = start; at < start + length; at++) {
      if (bytes[at] != ' ' && bytes[at] != '\t' && bytes[at] != '\r') {
        return false;
      }
    }
    return true;
  }

  /// The id of a line that has none: from its moment, its place and its bytes, the same each time.
  static EntryId identify(Instant moment, byte[] bytes, int start, int length, long offset) {
    long hash = JsonlHash.of(bytes, start, length, offset);
    return EntryId.of(moment, JsonlHash.mixed(hash), hash);
  }
}
