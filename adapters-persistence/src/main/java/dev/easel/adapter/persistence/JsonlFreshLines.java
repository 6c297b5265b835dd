package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.SealedEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Lines that are about to be appended to a log, and what is known of them. Used by one thread.
final class JsonlFreshLines {

  /// A line of an entry.
  ///
  /// @param own whether this log issued the entry
  /// @param offset of the line in the log
  record Line(JsonlWitness witness, boolean own, long offset) {}

  private record Ended(Entry entry, int end) {}

  // Longer ones count as what they will be read as.
  private static final int LONGEST = 1 << 20;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final List<Line> lines = new ArrayList<>();
  private final List<Ended> ended = new ArrayList<>();
  private final Set<EntryId> ids = new HashSet<>();
  private boolean atHand = true;

  /// Adds the line of an entry that this log issued and that has ended.
  void add(SealedEntry sealed) {
    Entry entry = sealed.entry();
    add(entry.id(), true, sealed.line());
    ended.add(new Ended(entry, bytes.size()));
    atHand &= sealed.line().length() < LONGEST;
  }

  /// Adds a line that comes from elsewhere.
  ///
  /// @param id of its entry, null when it is none
  void add(@Nullable EntryId id, String line) {
    add(id, false, line);
    atHand = false;
  }

  private void add(@Nullable EntryId id, boolean own, String line) {
    byte[] its = line.getBytes(StandardCharsets.UTF_8);
    if (id != null) {
      ids.add(id);
      long sum = JsonlWitness.sum(its, 0, its.length);
      lines.add(new Line(new JsonlWitness(id, sum), own, bytes.size()));
    }
    bytes.writeBytes(its);
    bytes.write('\n');
  }

  /// Whether there are none.
  boolean isEmpty() {
    return bytes.size() == 0;
  }

  /// Whether one is that of the entry with this id.
  boolean hold(EntryId id) {
    return ids.contains(id);
  }

  /// The lines of entries, once they are appended.
  ///
  /// @param start where the first of them begins
  List<Line> at(long start) {
    return lines.stream()
        .map(line -> new Line(line.witness(), line.own(), start + line.offset()))
        .toList();
  }

  /// All of them, each with its newline.
  byte[] bytes() {
    return bytes.toByteArray();
  }

  /// Lets an index, which has read up to where they begin, take them in. Those of entries at hand
  /// are not read for that.
  void readInto(JsonlIndex index, JsonlIndex.Listener listener) throws IOException {
    if (!atHand) {
      index.read(bytes(), listener);
      return;
    }
    long start = index.counts().end();
    ended.forEach(line -> index.read(line.entry(), start + line.end(), listener));
  }

  /// Forgets them.
  void clear() {
    bytes.reset();
    lines.clear();
    ended.clear();
    ids.clear();
    atHand = true;
  }
}
